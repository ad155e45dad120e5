import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, formOf, openedCycle, partner, submitted } from '../../../test/evaluation-world.ts'
import { as, browser, db, kernel, office, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { root } from '../../platform/process/root.ts'
import { createFinding } from '../findings/operations/write.ts'

let sari: Actor, laksmi: Actor, admin: Actor, officer: Actor
let theirs: string, ours: string
beforeAll(async () => {
  const badan = await partner('Badan Statistik Warga')
  sari = await person('Sari Wulandari', 'office_operator', '35.10', false)
  laksmi = await person('Laksmi Paramita', 'partner_contact', '00', false, { partnerId: badan })
  admin = await person('Ratna Dewi', 'national_admin')
  officer = await person('Bagus Prakoso', 'cooperation_officer')
  const id = await agreement('Pertukaran data warga', ['35.10'], [badan])
  const cycle = await openedCycle(admin, '00')
  theirs = await formOf(cycle, id, 'partner')
  ours = await formOf(cycle, id, 'kpu')
  const criticism = () => ({ criticism: 'Permintaan data sering mendadak.' })
  await submitted(laksmi, theirs, 1, criticism)
  // With her form both sides see each other: what the partner wrote becomes findings within her act.
  await submitted(sari, ours, 2, () => ({ suggestion: 'Susun jadwal bersama.' }))
})
afterAll(() => kernel.close())

const findingOf = (source: string, text: string) =>
  db.selectFrom('finding').select(['id', 'created_by']).where('source_id', '=', source).where('text', '=', text).executeTakeFirstOrThrow()

const signed = { name: 'Laksmi Paramita', institution: 'Badan Statistik Warga' }

test('what a partner wrote is signed by who submitted it and the partner, whoever’s form opened it: page, list, REST, audit line', async () => {
  const { id } = await findingOf(theirs, 'Permintaan data sering mendadak.')
  const rest = await program(officer)
  expect((await (await rest('GET', `/findings/${id}`)).json()).author).toEqual(signed)
  const { findings } = await (await rest('GET', '/findings?q=mendadak')).json()
  expect(findings.map(({ author }: { author: unknown }) => author)).toEqual([signed])
  const web = await browser(officer)
  for (const address of [`/temuan/${id}`, '/temuan?q=mendadak']) {
    const page = await (await web.get(address)).text()
    // In the list the row names the partner already.
    const said = address.includes('?') ? ['Laksmi Paramita', 'Badan Statistik Warga'] : ['Laksmi Paramita, Badan Statistik Warga']
    expect([address, said.filter(each => !page.includes(each)), page.includes('Sari Wulandari')]).toEqual([address, [], false])
  }
  const line = await db
    .selectFrom('audit_event')
    .select('changes')
    .where('subject_kind', '=', 'finding')
    .where('subject_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(line.changes).toMatchObject({ author: [null, 'Laksmi Paramita, Badan Statistik Warga'] })
})

test('what an office wrote is signed by its own person, and by hand by whoever recorded it; Sinergi signs what nobody wrote', async () => {
  const rest = await program(officer)
  const authorOf = async (id: string) => (await (await rest('GET', `/findings/${id}`)).json()).author
  expect(await authorOf((await findingOf(ours, 'Susun jadwal bersama.')).id)).toEqual({
    name: 'Sari Wulandari',
    institution: 'KPU Kabupaten Banyuwangi',
  })
  const draft = { kind: 'obstacle', text: 'Server mitra sering mati.', officeId: office('35.10').id }
  const { id } = await as(officer)(createFinding, draft)
  expect(await authorOf(id)).toEqual({ name: 'Bagus Prakoso', institution: null })
  await db.updateTable('finding').set({ created_by: null }).where('id', '=', id).execute()
  expect(await authorOf(id)).toBeNull()
  expect(await (await (await browser(officer)).get(`/temuan/${id}`)).text()).toMatch(/Disampaikan oleh<\/dt><dd>Sinergi/)
})

test('rows from before are repaired by the migration, from the form that says it', async () => {
  const text = 'Permintaan data sering mendadak.'
  const { id } = await findingOf(theirs, text)
  await db.updateTable('finding').set({ created_by: sari.personId }).where('id', '=', id).execute()
  const migration = await readFile(join(root, 'database/migrations/0055_whose_words.sql'), 'utf8')
  await kernel.store.pool.query(migration.replaceAll('target', 'assignment').replaceAll("'evaluation'", "'assignment'")) // as they are called since
  expect((await findingOf(theirs, text)).created_by).toBe(laksmi.personId)
})
