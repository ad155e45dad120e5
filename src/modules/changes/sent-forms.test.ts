import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { agreement, formOf, openedCycle, partner, submitted } from '../../../test/evaluation-world.ts'
import { as, browser, countQueries, db, now, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { listChanges } from './operations.ts'
import type { Change } from './schema.ts'

let admin: Actor, sari: Actor, budi: Actor, contact: Actor
let prosecutors: string, cycle: { id: string }, pacts: string[]
beforeAll(async () => {
  admin = await person('Admin', 'national_admin')
  sari = await person('Sari', 'office_operator', '35.10', false)
  budi = await person('Budi', 'office_operator', '35.10', false)
  prosecutors = await partner('Kejaksaan Wilayah')
  contact = await person('Narahubung', 'partner_contact', '00', false, { partnerId: prosecutors })
  pacts = [await agreement('Pertukaran data', ['35.10'], [prosecutors]), await agreement('Pelatihan bersama', ['35.10'], [prosecutors])]
  cycle = await openedCycle(admin, '35.10')
})

/** Both sides of an agreement answer, with two findings of the partner's and one of the office's. */
async function bothSubmit(pact: string) {
  const [kpu, theirs] = [await formOf(cycle, pact, 'kpu'), await formOf(cycle, pact, 'partner')]
  await submitted(sari, kpu, 0, () => ({ suggestion: 'Jadwal tetap' }))
  await submitted(contact, theirs, 0, () => ({ suggestion: 'Lebih sering bertemu', criticism: 'Surat terlambat' }))
  return { kpu, theirs }
}
const told = async (actor: Actor) => (await as(actor)<{ changes: Change[] }>(listChanges, {})).changes
const findings = async (id: string) => (await db.selectFrom('finding').select('id').where('source_id', '=', id).execute()).length

test('a form that was sent is one line with who answered and its findings, and no finding of it is told by itself', async () => {
  const { kpu, theirs } = await bothSubmit(pacts[0]!)
  const [ours, heard] = [await findings(kpu), await findings(theirs)]
  expect([ours > 0, heard > 1]).toEqual([true, true])
  const forms = (await told(budi)).filter(({ kind }) => kind === 'assignment')
  expect(forms.map(({ id, path, name, deeds, others, by }) => [id, path, name, deeds, others, by])).toEqual([
    [
      theirs,
      `/evaluasi/isian/${theirs}`,
      'Pertukaran data (Mitra)',
      [`mengirim evaluasi; ${heard} temuan`],
      0,
      { place: 'Kejaksaan Wilayah', people: [], offices: [], others: 0, system: false },
    ],
    [
      kpu,
      `/evaluasi/isian/${kpu}`,
      'Pertukaran data (KPU)',
      [`mengirim evaluasi; ${ours} temuan`],
      0,
      {
        place: 'KPU Kabupaten Banyuwangi',
        people: [{ id: sari.personId, name: 'Sari', path: `/orang/${sari.personId}` }],
        offices: [],
        others: 0,
        system: false,
      },
    ],
  ])
  expect((await told(budi)).filter(({ kind }) => kind === 'finding')).toEqual([])
  const web = await browser(budi)
  const [home, page] = [await (await web.get('/')).text(), await (await web.get('/perubahan')).text()]
  expect(home).toContain(`>Kejaksaan Wilayah mengirim evaluasi; ${heard} temuan</a>`)
  expect(page).toContain(`mengirim evaluasi; ${heard} temuan`)
  expect([home, page].map(text => text.includes('Sinergi (otomatis)'))).toEqual([false, false])
})

test('before both sides have answered, what a partner sent is told to nobody of the commission whose place it is not', async () => {
  await submitted(contact, await formOf(cycle, pacts[1]!, 'partner'))
  expect((await told(budi)).filter(({ name }) => name.startsWith('Pelatihan'))).toEqual([])
})

test('what nobody known sent says whose it is and not Sinergi, and two forms take as many statements as one', async () => {
  const putri = await person('Putri', 'office_operator', '35.10', false)
  const forms = await Promise.all(pacts.map(pact => formOf(cycle, pact, 'kpu')))
  now.at = new Date(now.at.getTime() + 40 * 86_400_000)
  const send = (id: string) => {
    const line = { kind: 'assignment', id, reach: ['id.35.3510'], partnerId: null, changes: {} }
    return sql`select append_audit(${now.at}, null, 'Sinergi', 'setup', 'answers.submit', ${JSON.stringify([line])}::jsonb)`.execute(db)
  }
  await send(forms[0]!)
  const one = await countQueries(() => told(putri))
  await send(forms[1]!)
  expect(await countQueries(() => told(putri))).toBe(one)
  const by = { place: 'KPU Kabupaten Banyuwangi', people: [], offices: [], others: 0, system: false }
  expect((await told(putri)).map(({ deeds, by }) => [deeds, by])).toEqual(forms.map(() => [['mengirim evaluasi'], by]))
})
