import { z } from 'zod'
import { loadOffices } from '../../src/modules/organisation/operations/loading.ts'
import { system } from '../../src/platform/authority/actor.ts'
import { dayIn } from '../../src/platform/i18n/format.ts'
import { inEach } from '../../src/platform/i18n/words.ts'
import { noticeKind } from '../../src/platform/notices/kind.ts'
import { notify } from '../../src/platform/notices/notify.ts'
import { call, internalOperation, type Kernel, newId } from '../../src/platform/operation/operation.ts'
import { type Letter, lineOf, people, planOf, sorted, start } from './plan.ts'

const kinds = (['now', 'digest', 'off', 'grows'] as const).map(mail =>
  noticeKind({
    kind: `test.plan.${mail}`,
    names: inEach(tag => (tag === 'en' ? 'Plan' : 'Rencana')),
    mail: mail === 'grows' ? 'digest' : mail,
    ...(mail === 'grows' && { grows: true }),
    params: z.object({ key: z.string(), more: z.int() }),
    say: (_, line) => `#${mail === 'digest' || mail === 'grows' ? '*' : ''}${lineOf(line)}#`,
  }),
)
const tell = internalOperation({
  name: 'test.work',
  input: z.object({ to: z.uuid(), key: z.string(), mail: z.string(), more: z.int() }),
  output: z.null(),
  async run(context, { to, key, mail, more }) {
    await notify(context, [{ to, kind: `test.plan.${mail}`, key, subject: { kind: 'person', id: to }, params: { key, more } }])
    return null
  },
})

/** Carries out a plan by the real operations and answers with the letters that were written. */
export async function runNotices(kernel: Kernel, hour: { at: number }, seed: number, days: number): Promise<Letter[]> {
  const { db } = kernel.store
  for (const each of kinds) (kernel.noticeKinds as Map<string, unknown>).set(each.kind, each)
  hour.at = start
  const ids = people.map(() => newId())
  const rows = people.map(({ name, zone }, index) => ({
    id: ids[index]!,
    name,
    email: `${name}@contoh.go.id`,
    zone,
    created_at: new Date(start),
  }))
  await db.insertInto('person').values(rows).execute()
  await call(kernel, system(), loadOffices, {}, 'setup')
  // Who holds nothing is told nothing by mail.
  const { id: office_id } = await db.selectFrom('office').select('id').where('kind', '=', 'national').executeTakeFirstOrThrow()
  const grants = ids.map(person_id => ({
    id: newId(),
    person_id,
    role: 'auditor',
    office_id,
    from_on: '2020-01-01',
    granted_at: new Date(start),
  }))
  await db.insertInto('role_grant').values(grants).execute()
  const hours = people.map(({ hour }, index) => ({ person_id: ids[index]!, digest_hour: hour }))
  await db.insertInto('notice_hours').values(hours).execute()
  for (const act of planOf(seed, days)) {
    if (act.do === 'clock') hour.at = act.at
    if (act.do === 'tell') await call(kernel, system(), tell, { ...act, to: ids[act.to]! }, 'job')
    if (act.do === 'read')
      await db
        .updateTable('notice')
        .set({ read_at: new Date(hour.at) })
        .where('person_id', '=', ids[act.to]!)
        .execute()
    await kernel.timers.drain(kernel)
  }
  for (const { kind } of kinds) (kernel.noticeKinds as Map<string, unknown>).delete(kind)
  const letters = await db.selectFrom('mail_message').select(['recipient', 'body', 'created_at']).execute()
  return sorted(
    letters.flatMap(({ recipient, body, created_at }) => {
      const person = people.find(({ name }) => recipient === `${name}@contoh.go.id`)
      const lines = [...body.matchAll(/#(.+?)#/g)].map(([, line]) => line!)
      return person ? [{ to: person.name, day: dayIn(created_at, person.zone), lines }] : []
    }),
  )
}
