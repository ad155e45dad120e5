import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement } from '../../../test/evaluation-world.ts'
import { as, browser, countQueries, db, kernel, now, office, operator, person, stranger } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { changeContact, createContact, endContact, invitePartner } from './operations/contacts.ts'
import { findSimilarPartners, listPartners, searchPartners, showPartner } from './operations/read.ts'
import { changePartner, createPartner, insertPartners } from './operations/write.ts'
import type { Contact, PartnerDetail, PartnerList } from './schema.ts'

let sari: Actor
let budi: Actor
let jatim: Actor
beforeAll(async () => {
  sari = await person('Sari', 'office_operator', '35.10')
  budi = await person('Budi', 'office_operator', '51')
  jatim = await person('Jatim', 'cooperation_officer', '35')
})
afterAll(() => kernel.close())

const register = (name: string, more: object = {}, actor = sari) =>
  as(actor)<PartnerDetail>(createPartner, { name, class: 'university', distinct: true, ...more })
type RefusedAnswer = { code: string; fields: Partial<Record<string, { id: string }[]>> }
const refusal = (work: Promise<unknown>): Promise<RefusedAnswer> =>
  work.then(
    () => ({ code: 'none', fields: {} }),
    ({ code, fields }: RefusedAnswer) => ({ code, fields }),
  )

test('an institution is registered once, however it is written, and a similar name is asked about first', async () => {
  const first = await register('Universitas Puncak Ilmu')
  expect(first).toMatchObject({
    name: 'Universitas Puncak Ilmu',
    class: 'university',
    parent: null,
    office: { name: office('35.10').name },
    rev: 0,
    contacts: [],
    units: [],
  })
  const again = await refusal(register('UNIV. PUNCAK\u00a0ILMU', {}, budi))
  expect(again.fields.name?.[0]?.id).toBe('Mitra ini sudah terdaftar sebagai “Universitas Puncak Ilmu”.')
  const near = await refusal(as(budi)(createPartner, { name: 'Universitas Puncak Ilmus', class: 'university' }))
  expect(near.fields.name?.[0]?.id).toContain('“Universitas Puncak Ilmu”')
  expect((await register('Universitas Puncak Ilmus', {}, budi)).name).toBe('Universitas Puncak Ilmus')
  expect(await as(budi)(findSimilarPartners, { name: 'univ puncak ilmu' })).toEqual([
    { id: first.id, name: 'Universitas Puncak Ilmu', class: 'university', same: true },
    { id: expect.any(String), name: 'Universitas Puncak Ilmus', class: 'university', same: false },
  ])
})

test('where nothing fits what was typed, what comes near is asked about: in the box, and by whoever refuses it', async () => {
  await register('Universitas Mutiara Selatan')
  await register('Yayasan Pelita Timur', { class: 'ngo' })
  const box = (q: string) => as(budi)(searchPartners, { q })
  expect(await box('mutiara sel')).toEqual([{ value: 'Universitas Mutiara Selatan', label: 'Universitas Mutiara Selatan', near: false }])
  expect(await box('mutara sel')).toEqual([{ value: 'Universitas Mutiara Selatan', label: 'Universitas Mutiara Selatan', near: true }])
  expect(await box('qwxyz')).toEqual([])
  const { fields } = await refusal(register('Fakultas Hukum Mutiara', { parent: 'mutara sel' }))
  expect(fields.parent?.[0]?.id).toBe('Tidak ada mitra yang cocok dengan “mutara sel”. Maksud Anda “Universitas Mutiara Selatan”?')
  const nothing = await refusal(register('Fakultas Hukum Mutiara', { parent: 'qwxyz' }))
  expect(nothing.fields.parent?.[0]?.id).toBe('Tidak ada mitra yang cocok dengan “qwxyz”.')
})

test('of two who register the same institution at once, one is told of the other', async () => {
  const both = await Promise.allSettled([
    register('Badan Arsip Serentak', { class: 'state_body' }),
    register('BADAN ARSIP SERENTAK', { class: 'state_body' }, budi),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await db.selectFrom('partner').select('id').where('folded', '=', 'badan arsip serentak').execute()).toHaveLength(1)
})

test('a name of nothing but signs is no name', async () => {
  expect((await refusal(register('*** ---'))).fields.name).toHaveLength(1)
})

test('the office that keeps an entry and those above it change it; who has seen an older one is told', async () => {
  const { id, rev } = await register('Kejaksaan Tinggi Contoh', { class: 'state_body' })
  const change = { id, name: 'Kejaksaan Tinggi Jawa Timur', class: 'state_body', website: 'kejati.example', rev }
  expect((await refusal(as(budi)(changePartner, change))).code).toBe('forbidden')
  expect(await as(jatim)(changePartner, change)).toMatchObject({
    name: 'Kejaksaan Tinggi Jawa Timur',
    website: 'https://kejati.example',
    rev: 1,
  })
  expect((await refusal(as(sari)(changePartner, { ...change, name: 'Kejati Jatim' }))).code).toBe('conflict')
  expect((await as(sari)(showPartner, { id })).name).toBe('Kejaksaan Tinggi Jawa Timur')
})

test('units hang below their partner, and never in a circle', async () => {
  const top = await register('Kejaksaan Agung Lingkar', { class: 'state_body' })
  const unit = await register('Kejaksaan Negeri Lingkar', { class: 'state_body', parent: 'kejaksaan agung lingkar' })
  expect((await as(sari)<PartnerDetail>(showPartner, { id: top.id })).units).toEqual([
    { id: unit.id, name: unit.name, class: 'state_body' },
  ])
  const circle = await refusal(as(sari)(changePartner, { id: top.id, name: top.name, class: 'state_body', parent: unit.id, rev: 0 }))
  expect(circle.fields.parent).toHaveLength(1)
})

test('contacts are seen by the office that knows them and those above, and by the partner; names by every office; strangers are asked who they are', async () => {
  const { id } = await register('Yayasan Narahubung', { class: 'ngo' })
  await as(sari)(createContact, { partner: id, name: 'Utami', email: 'UTAMI@yayasan.example' })
  const contacts = async (actor: Actor) => (await as(actor)<PartnerDetail>(showPartner, { id })).contacts.map(contact => contact.email)
  expect(await contacts(sari)).toEqual(['utami@yayasan.example'])
  expect(await contacts(jatim)).toEqual(['utami@yayasan.example'])
  expect(await contacts(budi)).toEqual([])
  const own = await person('Own', 'partner_contact', '00', true, { partnerId: id })
  const other = await person('Other', 'partner_contact', '00', true, {
    partnerId: (await register('Yayasan Lain Sekali', { class: 'ngo' })).id,
  })
  expect(await contacts(own)).toEqual(['utami@yayasan.example'])
  expect((await refusal(as(other)(showPartner, { id }))).code).toBe('not_found')
  expect((await as(other)<PartnerList>(listPartners)).partners.map(({ name }) => name)).toEqual(['Yayasan Lain Sekali'])
  for (const asked of [as(stranger)(listPartners), as(stranger)(searchPartners, { q: 'yayasan' }), as(stranger)(showPartner, { id })])
    expect((await refusal(asked)).code).toBe('unauthenticated')
})

test('a contact is invited by letter, signs in for the partner alone, and no longer once ended', async () => {
  const { id } = await register('Radio Undangan', { class: 'media' })
  const contact = await as(sari)<Contact>(createContact, { partner: id, name: 'Melati', email: 'melati@radio.example' })
  expect(contact.invited).toBe(false)
  expect((await as(sari)<Contact>(invitePartner, { id: contact.id })).invited).toBe(true)
  const letters = await db.selectFrom('mail_message').select('body').where('recipient', '=', 'melati@radio.example').execute()
  expect(letters.map(({ body }) => /\/masuk\/tautan\/\S+/.test(body))).toEqual([true])
  const { id: personId } = await db.selectFrom('person').select('id').where('email', '=', 'melati@radio.example').executeTakeFirstOrThrow()
  const grants = async () => (await actorOfPerson(db, personId, kernel.clock.today()))?.grants
  expect(await grants()).toEqual([{ role: 'partner_contact', path: null, descendants: false, partnerId: id }])
  await as(sari)(invitePartner, { id: contact.id })
  expect(await grants()).toHaveLength(1)
  expect(
    (await refusal(as(sari)(changeContact, { id: contact.id, name: 'Melati', email: 'lain@radio.example' }))).fields.email,
  ).toHaveLength(1)
  expect((await refusal(as(budi)(endContact, { id: contact.id }))).code).toBe('not_found')
  expect(await as(sari)(endContact, { id: contact.id })).toMatchObject({ toOn: '2025-11-20', invited: false })
  expect(await grants()).toEqual([])
  expect((await refusal(as(sari)(endContact, { id: contact.id }))).code).toBe('conflict')
})

test('the menu of whoever speaks for one partner leads to its page as their own; that of an office to the register', async () => {
  const [{ id }, other] = [await register('Radio Sendiri', { class: 'media' }), await register('Radio Kedua', { class: 'media' })]
  const melati = await person('Melati Sendiri', 'partner_contact', '00', false, { partnerId: id })
  const menu = async (who: Actor, path = '/') => {
    const html = await (await (await browser(who)).get(path)).text()
    return [...html.matchAll(/<a href="(\/mitra[^"]*)"( aria-current="page")?[^>]*>(?:<[^>]*>)*([^<]+)/g)].map(
      ([, href, current, label]) => [href, label!.trim(), Boolean(current)],
    )
  }
  expect((await menu(melati)).slice(0, 1)).toEqual([[`/mitra/${id}`, 'Lembaga saya', false]])
  expect((await menu(melati, `/mitra/${id}`)).slice(0, 1)).toEqual([[`/mitra/${id}`, 'Lembaga saya', true]])
  expect((await menu(sari)).slice(0, 1)).toEqual([['/mitra', 'Mitra', false]])
  const leads = async (who: Actor) => (await (await browser(who)).get('/mitra')).headers.get('location')
  expect([await leads(melati), await leads(sari)]).toEqual([`/mitra/${id}`, null])
  const page = await (await (await browser(melati)).get(`/mitra/${id}`)).text()
  expect([page.includes('Radio Sendiri'), page.includes('class="crumbs"')]).toEqual([true, false])
  expect(await (await (await browser(melati)).get(`/mitra/${other.id}`)).text()).not.toContain('Radio Kedua')
})

test('whether a contact may sign in does not depend on where the one who looks is', async () => {
  const { id } = await register('Radio Timur', { class: 'media' })
  const contact = await as(sari)<Contact>(createContact, { partner: id, name: 'Tiur', email: 'tiur@radio.example' })
  await as(sari)(invitePartner, { id: contact.id })
  await db.updateTable('role_grant').set({ to_on: '2025-11-20' }).where('partner_id', '=', id).execute()
  const before = now.at
  now.at = new Date('2025-11-20T16:00:00Z') // eleven in the evening in Jakarta, the next day in Jayapura
  const invited = async (actor: Actor) => (await as(actor)<PartnerDetail>(showPartner, { id })).contacts.map(each => each.invited)
  const seen = [await invited(sari), await invited({ ...sari, zone: 'Asia/Jayapura' })]
  now.at = before
  expect(seen).toEqual([[true], [true]])
})

test('only who reaches all agreements of a partner lets somebody speak for it', async () => {
  const { id } = await register('Polda Dua Wilayah', { class: 'state_body' })
  await agreement('Kerja sama Banyuwangi', ['35.10'], [id])
  const noted = (actor: Actor, email: string) => as(actor)<Contact>(createContact, { partner: id, name: 'Lestari', email })
  const first = await noted(sari, 'lestari@polda.example')
  expect((await as(sari)<Contact>(invitePartner, { id: first.id })).invited).toBe(true)
  await agreement('Kerja sama Bali', ['51'], [id])
  const second = await noted(sari, 'lestari.dua@polda.example')
  expect((await refusal(as(sari)(invitePartner, { id: second.id }))).code).toBe('forbidden')
  expect((await refusal(as(jatim)(invitePartner, { id: second.id }))).code).toBe('forbidden')
  expect(await db.selectFrom('person').select('id').where('email', '=', 'lestari.dua@polda.example').execute()).toEqual([])
  expect((await as(sari)<Contact>(invitePartner, { id: first.id })).invited).toBe(true)
  const page = await (await (await browser(sari)).get(`/mitra/${id}`)).text()
  expect([
    page.includes(`${first.id}/undangan`),
    page.includes(`${second.id}/undangan`),
    page.includes('Hanya satuan kerja yang dapat membaca'),
  ]).toEqual([true, false, true])
  const officer = await person('Bagus', 'cooperation_officer')
  expect((await as(officer)<Contact>(invitePartner, { id: second.id })).invited).toBe(true)
})

test('a partner without agreements is spoken for by whom the office that keeps it invites', async () => {
  const { id } = await register('Polda Tanpa Perjanjian', { class: 'state_body' }, budi)
  const contact = await as(sari)<Contact>(createContact, { partner: id, name: 'Sari Dua', email: 'sari.dua@polda.example' })
  expect((await refusal(as(sari)(invitePartner, { id: contact.id }))).code).toBe('forbidden')
  const own = await as(budi)<Contact>(createContact, { partner: id, name: 'Made', email: 'made@polda.example' })
  expect((await as(budi)<Contact>(invitePartner, { id: own.id })).invited).toBe(true)
})

test('one new address that two offices invite at once becomes one person, a contact of both', async () => {
  const officer = await person('Ratna', 'cooperation_officer')
  const { id } = await register('Lembaga Diundang Serentak', { class: 'other' })
  for (let round = 0; round < 4; round++) {
    const draft = { partner: id, name: 'Lestari', email: `serentak${round}@lembaga.example` }
    const noted = (code: string) => as(officer)<Contact>(createContact, { ...draft, office: code })
    const contacts = [await noted('35.10'), await noted('35.11')]
    const invited = await Promise.all(contacts.map(contact => as(officer)<Contact>(invitePartner, { id: contact.id })))
    expect(invited.map(contact => contact.invited)).toEqual([true, true])
    expect(await db.selectFrom('person').select('name').where('email', '=', draft.email).execute()).toEqual([{ name: 'Lestari' }])
  }
})

test('whoever serves in an office is not made the voice of a partner', async () => {
  const { id } = await register('Perkumpulan Netral', { class: 'ngo' })
  const { email } = await db.selectFrom('person').select('email').where('id', '=', budi.personId!).executeTakeFirstOrThrow()
  const contact = await as(sari)<Contact>(createContact, { partner: id, name: 'Budi', email })
  expect((await refusal(as(sari)(invitePartner, { id: contact.id }))).fields.email).toHaveLength(1)
})

test('the register turns its pages without losing or repeating a name, finds misspelt ones, and asks the same number of questions', async () => {
  const few = await countQueries(() => as(sari)(listPartners, { class: 'company' }))
  await kernel.store.db.transaction().execute(async transaction => {
    const context = { ...operatorContext(), db: transaction }
    await insertPartners(
      context as never,
      Array.from({ length: 130 }, (_, n) => ({
        name: `PT Halaman ${(n * 37) % 130}`,
        class: 'company' as const,
        officeId: office('35.10').id,
        officePath: 'id.35.3510',
      })),
    )
  })
  expect(await countQueries(() => as(sari)(listPartners, { class: 'company' }))).toBe(few)
  const names: string[] = []
  let previous: string | null = null
  for (let after: string | undefined; ; ) {
    const page: PartnerList = await as(sari)(listPartners, { class: 'company', after })
    names.push(...page.partners.map(({ name }) => name))
    expect(page.total).toBe(130)
    previous = page.previous
    if (!page.next) break
    after = page.next
  }
  expect(names).toHaveLength(130)
  expect(new Set(names).size).toBe(130)
  expect(names).toEqual(Array.from({ length: 130 }, (_, n) => `PT Halaman ${n}`))
  const back = await as(sari)<PartnerList>(listPartners, { class: 'company', before: previous! })
  expect(back.partners.map(({ name }) => name)).toEqual(names.slice(50, 100))
  await register('Kementerian Literasi Nasional', { class: 'ministry' })
  expect((await as(budi)<PartnerList>(listPartners, { q: 'kementrian litersi' })).partners.map(({ name }) => name)).toContain(
    'Kementerian Literasi Nasional',
  )
})
const operatorContext = () => ({ actor: operator, clock: kernel.clock, lines: [], asked: new Set() })

test('the page asks about a similar name, keeps what was typed, and shows hostile text as text', async () => {
  const page = await browser(sari)
  const hostile = 'Forum <Warga> & "Kawan"'
  await page.post('/mitra/baru', { name: hostile, class: 'ngo', address: '<script>alert(1)</script>' })
  const { id } = await db.selectFrom('partner').select('id').where('name', '=', hostile).executeTakeFirstOrThrow()
  const shown = await (await page.get(`/mitra/${id}`)).text()
  expect(shown).toContain('<h1>Forum &lt;Warga> &amp; &quot;Kawan&quot;</h1>')
  expect(shown).not.toMatch(/<Warga|<script>alert/)
  const near = await page.post('/mitra/baru', { name: 'Forum Warga dan Kawan', class: 'other', address: 'Jalan Mawar 1' })
  const asked = await near.text()
  expect([near.status, asked.includes(`href="/mitra/${id}"`), asked.includes('Jalan Mawar 1'), asked.includes('name="distinct"')]).toEqual([
    422,
    true,
    true,
    false,
  ])
  const similar = await (await page.post('/mitra/baru', { name: 'Forum Warga dan Kawanan', class: 'other' })).text()
  expect(similar).toContain('name="distinct"')
  const done = await page.post('/mitra/baru', { name: 'Forum Warga dan Kawanan', class: 'other', distinct: 'ya' })
  expect(done.status).toBe(303)
})

test('two who change an entry at once: the second sees what is stored and keeps what was typed', async () => {
  const { id } = await register('Majelis Adat Pesisir', { class: 'other' })
  const page = await browser(sari)
  expect((await page.post(`/mitra/${id}/ubah`, { name: 'Majelis Adat Pesisir Utara', class: 'other', rev: '0' })).status).toBe(303)
  const second = await page.post(`/mitra/${id}/ubah`, { name: 'Majelis Adat Pesisir Selatan', class: 'other', rev: '0' })
  const text = await second.text()
  expect([
    second.status,
    text.includes('value="Majelis Adat Pesisir Selatan"'),
    text.includes('Ubah Majelis Adat Pesisir Utara'),
    text.includes('name="rev" value="1"'),
  ]).toEqual([409, true, true, true])
})

test('a contact that somebody else has changed is looked at before it is saved', async () => {
  const { id } = await register('Majelis Narahubung', { class: 'other' })
  const contact = await as(sari)<Contact>(createContact, { partner: id, name: 'Nama Awal' })
  const page = await browser(sari)
  const form = `/mitra/${id}/narahubung/${contact.id}/ubah`
  expect(await (await page.get(form)).text()).toContain('name="rev" value="0"')
  expect((await page.post(form, { name: 'Nama Pertama', rev: '0' })).status).toBe(303)
  const second = await page.post(form, { name: 'Nama Kedua', rev: '0' })
  const text = await second.text()
  expect([second.status, text.includes('value="Nama Kedua"'), text.includes('name="rev" value="1"')]).toEqual([409, true, true])
  expect((await as(sari)<PartnerDetail>(showPartner, { id })).contacts[0]!.name).toBe('Nama Pertama')
})
