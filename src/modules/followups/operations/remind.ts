import { sql } from 'kysely'
import { z } from 'zod'
import type { Locale } from '../../../platform/i18n/words.ts'
import { type Context, operation } from '../../../platform/operation.ts'
import { authorize, nationally } from '../../../platform/permissions/reach.ts'
import { holdsAnywhere } from '../queries/people.ts'
import { isReminderDue, reminderOn } from '../rules.ts'
import { remind } from './letters.ts'

export const remindOwners = operation({
  name: 'followups.remind',
  summary:
    'Write to the owners of what is due in a week, today, or late by whole weeks; a missed day is made up for, and nothing is told twice',
  power: 'followup.write',
  input: z.object({}),
  output: z.object({ letters: z.number().int(), followUps: z.number().int() }),
  example: {},
  async run(context) {
    authorize(context, 'followup.write', nationally)
    const claimed = await claim(context, await dueForReminder(context))
    const owners = Map.groupBy(claimed, ({ owner }) => owner.id)
    for (const [first, ...rest] of owners.values()) await remind(context, first!.owner, [first!, ...rest])
    return { letters: owners.size, followUps: claimed.length }
  },
})

type Due = {
  id: string
  number: string
  action: string
  dueOn: string
  officeId: string
  office: string
  today: string
  reminded: string | null
  changed: string | null
  owner: { id: string; name: string; email: string; locale: Locale }
}

/** Which days is for the rules to say; here it is only narrowed to what can be meant, of owners who can still see it. */
async function dueForReminder({ db, clock }: Context) {
  const today = sql<string>`(${clock.now()}::timestamptz at time zone o.zone)::date`
  const { rows } = await sql<Due>`
    select f.id, f.number, f.action, f.due_on as "dueOn", f.office_id as "officeId", o.name as office, ${today} as today,
      (select max(r.sent_on) from follow_up_reminder r where r.follow_up_id = f.id) as reminded,
      (select (max(e.at) at time zone o.zone)::date from follow_up_event e where e.follow_up_id = f.id) as changed,
      jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'locale', p.locale) as owner
    from follow_up f join office o on o.id = f.office_id join person p on p.id = f.owner_id
    where f.state in ('open', 'returned') and f.due_on <= ${clock.today('Asia/Jayapura')}::date + 7
      and p.left_at is null and ${holdsAnywhere('followup.read', sql.ref('p.id'), clock.today())}
    order by f.due_on, f.number`.execute(db)
  return rows.flatMap(({ reminded, changed, ...row }) => {
    const owed = reminderOn(row.today, row.dueOn)
    return owed && isReminderDue(owed.since, row.today, { reminded, changed: changed ?? '' }) ? [{ ...row, kind: owed.kind }] : []
  })
}

/** Those that nobody was told about today; two runs at once divide them. */
async function claim<Row extends { id: string; today: string }>({ db }: Context, rows: Row[]): Promise<Row[]> {
  if (!rows.length) return []
  const fresh = await db
    .insertInto('follow_up_reminder')
    .values(rows.map(({ id, today }) => ({ follow_up_id: id, sent_on: today })))
    .onConflict(conflict => conflict.doNothing())
    .returning('follow_up_id')
    .execute()
  const ids = new Set(fresh.map(row => row.follow_up_id))
  return rows.filter(({ id }) => ids.has(id))
}
