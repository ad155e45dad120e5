import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, db, kernel, office, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { changePartner, createPartner } from '../partners/operations/write.ts'
import type { PartnerDetail } from '../partners/schema.ts'
import { addDocument, removeDocument } from './operations/documents.ts'
import { addObligation, changeObligation, removeObligation } from './operations/obligations.ts'
import { listAgreements, searchAgreements, showAgreement } from './operations/read.ts'
import {
  advanceAgreement,
  completeAgreement,
  renewAgreement,
  signAgreement,
  startRenewal,
  terminateAgreement,
} from './operations/transitions.ts'
import { changeAgreement, createAgreement } from './operations/write.ts'
import type { AgreementDetail, AgreementList } from './schema.ts'

let sari: Actor
let ketua: Actor
let bali: Actor
let nasional: Actor
let kejari: PartnerDetail
let polres: PartnerDetail
beforeAll(async () => {
  sari = await person('Sari', 'office_operator', '35.10')
  ketua = await person('Ketua', 'office_leader', '35.10')
  bali = await person('Bali', 'cooperation_officer', '51')
  nasional = await person('Nasional', 'cooperation_officer', '00')
  kejari = await as(sari)(createPartner, { name: 'Kejaksaan Negeri Contoh', class: 'state_body' })
  polres = await as(sari)(createPartner, { name: 'Kepolisian Resor Contoh', class: 'state_body' })
})
afterAll(() => kernel.close())

type RefusedAnswer = { code: string; fields: Partial<Record<string, { id: string }[]>> }
const refusal = (work: Promise<unknown>): Promise<RefusedAnswer> =>
  work.then(
    () => ({ code: 'none', fields: {} }),
    ({ code, fields }: RefusedAnswer) => ({ code, fields }),
  )
const parties = (number: string | null = null) => [
  { side: 'kpu', office: '35.10', number },
  { side: 'partner', partner: 'kejari contoh', number: 'B-1/M.5/2024' },
]
const draft = {
  kind: 'pks',
  title: 'Pendampingan hukum tahapan pemilihan',
  parties: parties('7/HK.05.1-PKS/3510/2024'),
  scope: ['Bantuan hukum', 'Pertukaran data'],
  stage: 'signed',
  signedOn: '2024-03-01',
  endsOn: '2026-03-01',
  evenSo: true, // each test records it anew
}
const record = (more: object = {}, actor = sari) => as(actor)<AgreementDetail>(createAgreement, { ...draft, ...more })

test('an agreement is kept with all its parties, each with its own number, however they are named', async () => {
  const made = await record({
    parties: [
      {
        side: 'kpu',
        office: 'KPU Kabupaten Banyuwangi',
        number: '8/HK.05.1-PKS/3510/2024',
        signatory: 'Ketua',
        signatoryPosition: 'Ketua KPU',
        authority: 'Keputusan 1',
      },
      { side: 'kpu', office: office('35.11').id },
      { side: 'partner' },
      { side: 'partner', partner: 'KEJARI CONTOH', number: 'B-2' },
      { side: 'partner', partner: polres.id },
    ],
    scope: 'Bantuan hukum\n\n Pertukaran data \n',
    obligations: [{ side: 'both', text: 'Rapat setiap triwulan', article: 'Pasal 4', dueOn: '2025-12-31' }],
  })
  expect(made).toMatchObject({
    stage: 'signed',
    status: 'active',
    startsOn: '2024-03-01',
    office: { name: office('35.10').name, path: 'id.35.3510' },
    reach: ['id.35.3510', 'id.35.3511'],
    scope: ['Bantuan hukum', 'Pertukaran data'],
    rev: 0,
    parent: null,
    children: [],
  })
  expect(made.parties.map(({ office, partner, number, authority }) => [(office ?? partner)?.name, number, authority])).toEqual([
    [office('35.10').name, '8/HK.05.1-PKS/3510/2024', 'Keputusan 1'],
    [office('35.11').name, null, null],
    [kejari.name, 'B-2', null],
    [polres.name, null, null],
  ])
  expect(made.obligations).toMatchObject([{ side: 'both', text: 'Rapat setiap triwulan', article: 'Pasal 4', dueOn: '2025-12-31' }])
  expect(made.events.map(({ kind, on }) => [kind, on]).sort()).toEqual([
    ['created', '2025-11-20'],
    ['signed', '2024-03-01'],
  ])
})

test('what is missing or wrong is said beside its own field', async () => {
  const wrong = await refusal(
    record({ parties: [{ side: 'kpu', office: '99.99' }, { side: 'partner' }, { side: 'partner', partner: 'Kejaksaan Negri Contoh' }] }),
  )
  expect(Object.keys(wrong.fields)).toEqual(['parties.0.office', 'parties.2.partner'])
  expect(wrong.fields['parties.2.partner']?.[0]?.id).toContain('Maksud Anda “Kejaksaan Negeri Contoh”')
  expect(Object.keys((await refusal(record({ parties: [] }))).fields)).toEqual(['parties'])
  expect(
    Object.keys((await refusal(record({ endsOn: '2024-02-29', openness: 'excluded', kind: 'addendum', signedOn: '2024-03-01' }))).fields),
  ).toEqual(['endsOn', 'exclusionReason', 'parent'])
  expect(Object.keys((await refusal(record({ signedOn: null }))).fields)).toEqual(['signedOn'])
  expect(Object.keys((await refusal(record({ parent: '404/PR.07-NK/01/1999' }))).fields)).toEqual(['parent'])
})

test('nobody records for an office that is not theirs, nor hands an agreement over to one', async () => {
  expect((await refusal(record({}, bali))).code).toBe('forbidden')
  const made = await record()
  const handed = { id: made.id, rev: made.rev, ...draft, parties: [{ side: 'kpu', office: '51' }, ...parties().slice(1)] }
  expect((await refusal(as(sari)(changeAgreement, handed))).code).toBe('forbidden')
  expect((await refusal(as(bali)(changeAgreement, handed))).code).toBe('not_found')
})

test('of two who change at once the second is told, and nothing is overwritten', async () => {
  const made = await record()
  const change = (title: string) =>
    as(sari)<AgreementDetail>(changeAgreement, {
      ...draft,
      id: made.id,
      title,
      parties: [...parties('7/HK.05.1-PKS/3510/2024'), { side: 'partner', partner: polres.name }],
      rev: 0,
    })
  const both = await Promise.allSettled([change('Pendampingan hukum yang pertama'), change('Pendampingan hukum yang kedua')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const after = await as(sari)<AgreementDetail>(showAgreement, { id: made.id })
  expect([after.rev, after.parties.length, after.title.startsWith('Pendampingan hukum yang')]).toEqual([1, 3, true])
  const back = await as(sari)<AgreementDetail>(changeAgreement, { ...draft, id: made.id, rev: 1 })
  expect([back.title, back.parties.length]).toEqual([draft.title, 2])
  const kept = await db
    .selectFrom('revision')
    .select('before')
    .where('table_name', '=', 'agreement_party')
    .where('change', '=', 'delete')
    .execute()
  expect(kept.some(({ before }) => before.partner_id === polres.id && before.agreement_id === made.id)).toBe(true)
})

test('from draft to signed, renewed and ended: each step is an event, and none is taken twice', async () => {
  const { id } = await record({ stage: 'draft', signedOn: null, endsOn: null })
  const on = (agreement: AgreementDetail) => agreement.status
  expect(on(await as(sari)(advanceAgreement, { id, stage: 'awaiting_signature' }))).toBe('awaiting_signature')
  expect((await refusal(as(sari)(advanceAgreement, { id, stage: 'negotiation' }))).code).toBe('conflict')
  expect((await refusal(as(sari)(signAgreement, { id, signedOn: '2025-11-21' }))).fields.signedOn).toHaveLength(1)
  expect(on(await as(sari)(signAgreement, { id, signedOn: '2025-02-01', endsOn: '2026-02-01' }))).toBe('expiring')
  expect((await refusal(as(sari)(signAgreement, { id, signedOn: '2025-02-01' }))).code).toBe('conflict')
  expect(on(await as(sari)(startRenewal, { id }))).toBe('in_renewal')
  expect((await refusal(as(sari)(startRenewal, { id }))).code).toBe('conflict')
  expect((await refusal(as(sari)(renewAgreement, { id, endsOn: '2026-02-01' }))).fields.endsOn).toHaveLength(1)
  const renewed = await as(sari)<AgreementDetail>(renewAgreement, { id, endsOn: '2028-02-01', note: 'Disepakati lewat surat' })
  expect([renewed.status, renewed.startsOn, renewed.endsOn, renewed.renewalSince]).toEqual(['active', '2025-02-01', '2028-02-01', null])
  const before = await db
    .selectFrom('revision')
    .select('before')
    .where('table_name', '=', 'agreement')
    .where('row_id', '=', id)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(before.before.ends_on).toBe('2026-02-01')
  expect((await refusal(as(sari)(terminateAgreement, { id, on: '2025-12-31', reason: 'Kesepakatan para pihak' }))).code).toBe('forbidden')
  expect((await refusal(as(ketua)(terminateAgreement, { id, on: '2029-01-01', reason: 'Kesepakatan para pihak' }))).fields.on).toHaveLength(
    1,
  )
  const ended = await as(ketua)<AgreementDetail>(terminateAgreement, { id, on: '2025-12-31', reason: 'Kesepakatan para pihak' })
  expect([ended.status, ended.endedOn, ended.endedHow]).toEqual(['active', '2025-12-31', 'terminated'])
  expect((await refusal(as(ketua)(completeAgreement, { id, on: '2025-11-20' }))).code).toBe('conflict')
  expect(ended.events.map(({ kind }) => kind).sort()).toEqual([
    'awaiting_signature',
    'created',
    'renewal_started',
    'renewed',
    'signed',
    'terminated',
  ])
  const trail = await db.selectFrom('audit_event').select('operation').where('subject_id', '=', id).orderBy('id').execute()
  expect(trail.map(({ operation }) => operation)).toEqual([
    'agreements.create',
    'agreements.advance',
    'agreements.sign',
    'agreements.startRenewal',
    'agreements.renew',
    'agreements.terminate',
  ])
})

test('of two who end an agreement at once only one does', async () => {
  const { id } = await record()
  const both = await Promise.allSettled([
    as(ketua)(completeAgreement, { id, on: '2025-11-20' }),
    as(ketua)(terminateAgreement, { id, on: '2025-11-20', reason: 'Kesepakatan para pihak' }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a memorandum, what carries it out and its addenda are one tree; a local agreement names the national one that its office cannot open', async () => {
  const national = await as(nasional)<AgreementDetail>(createAgreement, {
    ...draft,
    kind: 'mou',
    title: 'Nota kesepahaman nasional',
    parties: [
      { side: 'kpu', office: '00', number: '14/PR.07-NK/01/2022' },
      { side: 'partner', partner: kejari.name },
    ],
    signedOn: '2022-12-07',
    endsOn: '2027-12-07',
  })
  expect((await refusal(as(sari)(showAgreement, { id: national.id }))).code).toBe('not_found')
  expect((await as(sari)<{ value: string }[]>(searchAgreements, { q: 'kesepahaman nasional' })).map(({ value }) => value)).toEqual([
    national.id,
  ])
  expect(await as(bali)(searchAgreements, { q: 'pendampingan' })).toEqual([])
  // The beginning of a word that is kept by its stem, "paham".
  for (const q of ['kesepah', 'nasional kesepaha'])
    expect(
      (await as(nasional)<{ value: string; near: boolean }[]>(searchAgreements, { q })).map(({ value, near }) => [value, near]),
    ).toEqual([[national.id, false]])
  expect((await as(nasional)(listAgreements, { q: 'kesepah' })).total).toBe(1)
  const misspelt = { q: 'kesepahman nasional' }
  expect(
    (await as(nasional)<{ value: string; near: boolean }[]>(searchAgreements, misspelt)).map(({ value, near }) => [value, near]),
  ).toEqual([[national.id, true]])
  const pks = await record({ parent: '14/pr.07-nk/01/2022' })
  const addendum = await record({ kind: 'addendum', parent: pks.id, title: 'Adendum pertama pendampingan hukum' })
  expect(pks.parent).toEqual({
    id: national.id,
    kind: 'mou',
    title: 'Nota kesepahaman nasional',
    number: '14/PR.07-NK/01/2022',
    visible: false,
  })
  const seen = await as(nasional)<AgreementDetail>(showAgreement, { id: national.id })
  expect(seen.children.map(({ id, parentId, depth }) => ({ id, parentId, depth }))).toEqual([
    { id: pks.id, parentId: national.id, depth: 1 },
    { id: addendum.id, parentId: pks.id, depth: 2 },
  ])
  expect(seen.below).toBe(1)
  const circle = await refusal(as(sari)(changeAgreement, { ...draft, id: pks.id, parent: addendum.id, rev: 0 }))
  expect(circle.fields.parent).toHaveLength(1)
  expect((await as(nasional)<AgreementList>(listAgreements, { parent: national.id })).agreements.map(({ id }) => id)).toEqual([pks.id])
})

test('obligations and documents come and go, and their history stays', async () => {
  const made = await record()
  const one = await as(sari)<AgreementDetail>(addObligation, { agreement: made.id, side: 'partner', text: 'Menyediakan narasumber' })
  const two = await as(sari)<AgreementDetail>(addObligation, {
    agreement: made.id,
    side: 'kpu',
    text: 'Menyediakan tempat',
    target: '4 kali',
  })
  expect(two.obligations.map(({ side, text }) => [side, text])).toEqual([
    ['partner', 'Menyediakan narasumber'],
    ['kpu', 'Menyediakan tempat'],
  ])
  const [first] = one.obligations
  await as(sari)(changeObligation, { id: first!.id, side: 'both', text: 'Menyediakan dua narasumber' })
  expect((await refusal(as(bali)(removeObligation, { id: first!.id }))).code).toBe('not_found')
  expect((await as(sari)<AgreementDetail>(removeObligation, { id: first!.id })).obligations).toHaveLength(1)
  expect((await refusal(as(sari)(removeObligation, { id: first!.id }))).code).toBe('not_found')
  const bytes = new TextEncoder().encode('nomor;tanggal\n')
  const filed = await as(sari)<AgreementDetail>(addDocument, { agreement: made.id, label: 'Naskah', file: { name: 'naskah.csv', bytes } })
  expect(filed.documents).toMatchObject([{ label: 'Naskah', file: { name: 'naskah.csv', size: bytes.length }, addedBy: 'Sari' }])
  const download = (who: Actor) =>
    program(who)
      .then(ask => ask('GET', `/files/${filed.documents[0]!.file.id}`))
      .then(answer => answer.status)
  expect([await download(sari), await download(bali)]).toEqual([200, 404])
  expect((await as(sari)<AgreementDetail>(removeDocument, { id: filed.documents[0]!.id })).documents).toEqual([])
  expect(await download(sari)).toBe(404)
  expect(
    (
      await refusal(
        as(sari)(addDocument, { agreement: made.id, label: 'Naskah', file: { name: 'a.html', bytes: new TextEncoder().encode('<html>') } }),
      )
    ).fields.file,
  ).toHaveLength(1)
})

test('a partner under a new name is so in the list and in the search', async () => {
  const partner = await as(sari)<PartnerDetail>(createPartner, { name: 'Badan Nama Lama', class: 'other', distinct: true })
  const { id } = await record({ parties: [parties()[0], { side: 'partner', partner: partner.id }] })
  await as(sari)(changePartner, { id: partner.id, name: 'Lembaga Sebutan Baru', class: 'ngo', rev: 0 })
  const found = await as(sari)<AgreementList>(listAgreements, { q: 'sebutan', class: 'ngo' })
  expect(found.agreements.map(agreement => [agreement.id, agreement.partners])).toEqual([[id, 'Lembaga Sebutan Baru']])
})

test('an item of a scope may be as long as one that an import records, and not a letter longer', async () => {
  expect((await record({ scope: ['r'.repeat(4000)] })).scope).toEqual(['r'.repeat(4000)])
  expect((await refusal(record({ scope: ['r'.repeat(4001)] }))).code).toBe('invalid')
})
