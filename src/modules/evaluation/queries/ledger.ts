import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import type { ReminderKind } from '../rules/phase.ts'

/** By hand (`reminder`), or which of the reminders that come by themselves. */
export type LetterKind = 'invitation' | 'reminder' | ReminderKind
type Letter = { assignmentId: string; personId: string; cycleId: string; kind: LetterKind }

/**
 * Notes who is written to about which form, before anything is sent: one letter of a kind about one form reaches a person once a day.
 * Whoever else writes about the same cycle waits, so that the sum of a day is known. Two statements.
 * @returns those that were not noted before
 */
export async function claimLetters<T extends Letter>({ db, clock }: Context, letters: readonly T[]): Promise<T[]> {
  if (letters.length === 0) return []
  const cycles = [...new Set(letters.map(({ cycleId }) => cycleId))].sort()
  await sql`select pg_advisory_xact_lock(hashtextextended('letters ' || id, 0)) from unnest(${cycles}::text[]) with ordinality as c (id, place)
    order by place`.execute(db)
  const rows = letters.map(({ assignmentId, personId, kind }) => ({ assignment_id: assignmentId, person_id: personId, kind }))
  const { rows: claimed } = await sql<{ key: string }>`
    insert into assignment_letter (assignment_id, person_id, kind, day, at)
    select r.assignment_id, r.person_id, r.kind, ${clock.today()}::date, ${clock.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (assignment_id uuid, person_id uuid, kind text)
    order by 1, 2, 3 on conflict do nothing returning assignment_id || ' ' || person_id || ' ' || kind as key`.execute(db)
  const fresh = new Set(claimed.map(({ key }) => key))
  return letters.filter(({ assignmentId, personId, kind }) => fresh.delete(`${assignmentId} ${personId} ${kind}`))
}

/**
 * What somebody was told today of one cycle: how many forms that still wait, when the first is due, and which it is if there is only one.
 * `isAll` says that nothing waits of which only an earlier day told.
 */
export type ToldForms = { cycle: string; forms: number; dueOn: string; only: { id: string; agreement: string } | null; isAll: boolean }

/** By person and cycle, all that was told today of these, as invitations or as reminders. */
export async function toldToday(
  { db, clock }: Context,
  letters: readonly Pick<Letter, 'personId' | 'cycleId'>[],
  invitations: boolean,
): Promise<Map<string, ToldForms>> {
  const [people, cycles] = [letters.map(({ personId }) => personId), letters.map(({ cycleId }) => cycleId)]
  const { rows } = await sql<ToldForms & { key: string }>`
    select l.person_id || ' ' || c.id as key, c.name as cycle, count(*)::integer as forms, min(coalesce(t.extended_to, c.due_on)) as "dueOn",
      case count(*) when 1 then jsonb_build_object('id', min(t.id::text), 'agreement', min(a.title)) end as only,
      count(*) = (select count(distinct e.assignment_id) from assignment_letter e join assignment w on w.id = e.assignment_id
        where e.person_id = l.person_id and w.cycle_id = c.id and w.submitted_at is null and (e.kind = 'invitation') = ${invitations}) as "isAll"
    from (select distinct assignment_id, person_id from assignment_letter
      where person_id = any (${people}::uuid[]) and day = ${clock.today()}::date and (kind = 'invitation') = ${invitations}) l
    join assignment t on t.id = l.assignment_id join cycle c on c.id = t.cycle_id join agreement_card a on a.id = t.agreement_id
    where t.cycle_id = any (${cycles}::uuid[]) and t.submitted_at is null
    group by l.person_id, c.id`.execute(db)
  return new Map(rows.map(({ key, ...told }) => [key, told]))
}
