import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { example } from '../../../platform/example-ids.ts'
import { type Context, newId, operation } from '../../../platform/operation.ts'
import { allow } from '../../../platform/permissions/reach.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { id } from '../../../platform/shapes.ts'
import { findCycle, findCycleForChange } from '../queries/cycles.ts'
import { type Recipient, recipientsOf } from '../queries/people.ts'
import { findTargetForChange } from '../queries/targets.ts'
import { dueDayOf } from '../rules/phase.ts'
import type { Cycle } from '../schema.ts'
import { mustBeOpen } from './answering.ts'
import { letterWords } from './letter-words.ts'
import { pathOf, write } from './letters.ts'

export const inviteTarget = operation({
  name: 'targets.invite',
  summary: 'Send the contacts of a partner a letter with the way to their form; each at most once a day',
  power: 'partner.contact',
  input: z.object({ id }),
  output: z.object({ letters: z.int() }),
  example: { id: example.partnerTarget },
  async run(context, { id }) {
    const target = await findTargetForChange(context, id)
    allow(context, 'partner.contact', { path: target.officePath })
    if (target.side !== 'partner')
      throw new Refusal('conflict', {
        id: 'Isian ini diisi oleh satuan kerja, bukan mitra.',
        en: 'This form is for an office, not a partner.',
      })
    mustBeOpen(context, target)
    const people = await recipientsOf(context, [id])
    if (people.length === 0)
      throw new Refusal('conflict', {
        id: 'Mitra ini belum mempunyai narahubung yang dapat masuk. Berikan akses pada halaman mitra, lalu undang lagi.',
        en: 'This partner has no contact who can sign in. Give one access on the partner’s page, then invite again.',
      })
    const letters = await invite(
      context,
      people,
      new Map([[id, { agreement: target.agreementTitle, dueOn: dueDayOf({ dueOn: target.cycleDueOn, extendedTo: target.extendedTo }) }]]),
      target.cycleName,
    )
    record(context, { kind: 'target', id, reach: [target.officePath], partnerId: target.partnerId }, null, { invited: letters })
    return { letters }
  },
})

const Run = z.object({ id, name: z.string(), total: z.int(), done: z.int(), letters: z.int(), finished: z.boolean() })

export const inviteAll = operation({
  name: 'cycles.invite',
  summary: 'Invite the contacts of every partner of a cycle that has not answered; the letters leave in the background',
  power: 'cycle.write',
  input: z.object({ id }),
  output: Run,
  example: { id: example.cycle },
  async run(context, { id }) {
    const cycle = await findCycleForChange(context, id)
    allow(context, 'cycle.write', { path: cycle.office.path })
    if (cycle.phase !== 'open' && cycle.phase !== 'late')
      throw new Refusal('conflict', {
        id: 'Mitra dapat diundang selama pengisian dibuka.',
        en: 'Partners can be invited while answers are taken.',
      })
    const running = await latestRun(context, id)
    if (running && !running.finished_at) {
      // Its job may have ended for good. Another one beside it is harmless: each step holds the cycle and goes on from the last.
      await context.enqueue('evaluation.invite', { id })
      return shown(running, cycle)
    }
    const { total } = await waitingPartners(context, id)
      .select(eb => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const run = { id: newId(), cycle_id: id, total: Number(total), started_by: context.actor.personId, started_at: context.clock.now() }
    await context.db.insertInto('invitation_run').values(run).execute()
    record(context, { kind: 'cycle', id, reach: [cycle.office.path] }, null, { invitations: run.total })
    await context.enqueue('evaluation.invite', { id })
    return { id: run.id, name: cycle.name, total: run.total, done: 0, letters: 0, finished: false }
  },
})

export const showInvitations = operation({
  name: 'cycles.invitations',
  summary: 'How far the last invitation of all partners of a cycle is',
  power: 'cycle.write',
  reads: true,
  input: z.object({ id }),
  output: Run.nullable(),
  example: { id: example.cycle },
  async run(context, { id }) {
    const cycle = await findCycle(context, id)
    allow(context, 'cycle.write', { path: cycle.office.path })
    const run = await latestRun(context, id)
    return run ? shown(run, cycle) : null
  },
})

export const continueInvitations = operation({
  name: 'cycles.continueInvitations',
  summary: 'Write the next letters of an invitation that is under way (runs in the background)',
  power: 'cycle.write',
  input: z.object({ id }),
  output: z.object({ more: z.boolean() }),
  example: { id: example.cycle },
  async run(context, { id }) {
    const cycle = await findCycleForChange(context, id)
    allow(context, 'cycle.write', { path: cycle.office.path })
    const run = await latestRun(context, id)
    if (!run || run.finished_at) return { more: false }
    const targets = await waitingPartners(context, id)
      .innerJoin('agreement as a', 'a.id', 't.agreement_id')
      .select(['t.id', 'a.title as agreement', sql<string>`coalesce(t.extended_to, ${cycle.dueOn}::date)`.as('dueOn')])
      .$if(run.last_target !== null, query => query.where('t.id', '>', run.last_target!))
      .orderBy('t.id')
      .limit(50)
      .execute()
    const letters =
      targets.length && cycle.phase !== 'closed'
        ? await invite(
            context,
            await recipientsOf(
              context,
              targets.map(target => target.id),
            ),
            new Map(targets.map(target => [target.id, target])),
            cycle.name,
          )
        : 0
    const finished = targets.length < 50
    await context.db
      .updateTable('invitation_run')
      .set({
        done: finished ? run.total : Math.min(run.total, run.done + targets.length),
        letters: run.letters + letters,
        last_target: targets.at(-1)?.id ?? run.last_target,
        finished_at: finished ? context.clock.now() : null,
      })
      .where('id', '=', run.id)
      .execute()
    return { more: !finished }
  },
})

const waitingPartners = ({ db }: Context, cycleId: string) =>
  db.selectFrom('target as t').where('t.cycle_id', '=', cycleId).where('t.side', '=', 'partner').where('t.submitted_at', 'is', null)
const latestRun = ({ db }: Context, cycleId: string) =>
  db.selectFrom('invitation_run').selectAll().where('cycle_id', '=', cycleId).orderBy('started_at', 'desc').limit(1).executeTakeFirst()
type FoundRun = NonNullable<Awaited<ReturnType<typeof latestRun>>>
const shown = ({ id, total, done, letters, finished_at }: FoundRun, { name }: Cycle) => ({
  id,
  name,
  total,
  done,
  letters,
  finished: finished_at !== null,
})

/** Each person at most one invitation a day to each form, whoever sends it. */
async function invite(
  context: Context,
  people: Recipient[],
  targets: ReadonlyMap<string, { agreement: string; dueOn: string }>,
  cycle: string,
): Promise<number> {
  const fresh = await noteLetters(context, people, () => 'invitation')
  for (const person of fresh) {
    const { agreement, dueOn } = targets.get(person.targetId)!
    await write(context, person, pathOf(person.targetId), (locale, name, url) =>
      letterWords[locale].invitation(name, agreement, cycle, dueOn, url),
    )
  }
  return fresh.length
}

/** Notes which letters are written today; those that were noted before fall out. */
export async function noteLetters<P extends Recipient>({ db, clock }: Context, people: P[], kindOf: (person: P) => string): Promise<P[]> {
  if (people.length === 0) return []
  const rows = people.map(person => ({ target_id: person.targetId, person_id: person.personId, kind: kindOf(person) }))
  const { rows: noted } = await sql<{ target_id: string; person_id: string }>`
    insert into target_letter (target_id, person_id, kind, day, at)
    select r.target_id, r.person_id, r.kind, ${clock.today()}::date, ${clock.now()} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (target_id uuid, person_id uuid, kind text)
    on conflict do nothing returning target_id, person_id`.execute(db)
  const keys = new Set(noted.map(row => `${row.target_id} ${row.person_id}`))
  return people.filter(person => keys.has(`${person.targetId} ${person.personId}`))
}
