import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { hasNotEnded } from '../../../platform/authority/in-force.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { Cursor, Ends, pageOf } from '../../../platform/database/keyset.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { findOffice } from '../../organisation/queries/offices.ts'
import { officeId } from '../../organisation/schema.ts'
import { candidates } from '../queries/candidates.ts'
import { cycleFrom, cycleRows, findCycle, findCycleForChange } from '../queries/cycles.ts'
import { Cycle, CycleChange, CycleDraft, type Scope } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

const dates = { periodFrom: '2025-01-01', periodTo: '2025-12-31', opensOn: '2026-01-05', dueOn: '2026-02-20', closesOn: '2026-03-13' }

export const listCycles = operation({
  name: 'cycles.list',
  summary:
    'Evaluation cycles of your office, of those above and below it, or that ask you, latest first, with how many forms in your reach were submitted',
  power: 'cycle.read',
  reads: true,
  input: z.object({ after: Cursor.optional(), before: Cursor.optional() }),
  output: z.object({ cycles: z.array(Cycle), ...Ends }),
  example: {},
  async run(context, turn) {
    const { rows, next, previous } = await pageOf(
      cycleRows(context),
      { name: 'opensOn', column: sql`c.opens_on`, type: 'date', descending: true },
      sql<string>`c.id`,
      turn,
    )
    return { cycles: rows.map(row => cycleFrom(context, row)), next, previous }
  },
})

export const showCycle = operation({
  name: 'cycles.show',
  summary: 'One evaluation cycle',
  power: 'cycle.read',
  reads: true,
  input: z.object({ id }),
  output: Cycle,
  example: { id: example.cycle },
  run: (context, { id }) => findCycle(context, id),
})

export const createCycle = operation({
  name: 'cycles.create',
  summary: 'Plan an evaluation cycle for an office and those below it; nobody is asked before it is opened',
  power: 'cycle.write',
  input: CycleDraft,
  output: Cycle,
  example: { officeId: officeId('35.10'), name: 'Evaluasi Kerja Sama 2025', ...dates, scope: { kinds: ['mou', 'pks'] } },
  async run(context, { officeId: given, instrumentId, scope, ...draft }) {
    const office = await findOffice(context, given ?? officeId('00'))
    authorize(context, 'cycle.write', { path: office.path })
    await checkScope(context, scope, office.path)
    const cycle = {
      id: newId(),
      office_id: office.id,
      instrument_id: await instrumentFor(context, instrumentId),
      ...columnsOf(draft),
      scope: sql`${JSON.stringify(scope)}::jsonb`,
    }
    await context.db
      .insertInto('cycle')
      .values({ ...cycle, created_by: context.actor.personId, created_at: context.clock.now() })
      .execute()
    const made = await findCycle(context, cycle.id)
    record(context, { kind: 'cycle', id: made.id, reach: [office.path] }, null, audited(made))
    return made
  },
})

export const changeCycle = operation({
  name: 'cycles.change',
  summary: 'Change a cycle that is not opened yet; `rev` is the one you saw, so that nobody overwrites what they have not seen',
  power: 'cycle.write',
  input: CycleChange,
  output: Cycle,
  example: { id: example.draftCycle, name: 'Evaluasi Kerja Sama 2025', ...dates, rev: 0 },
  async run(context, { id, rev, instrumentId, scope, ...draft }) {
    const before = await findCycleForChange(context, id)
    authorize(context, 'cycle.write', { path: before.office.path })
    if (before.openedAt) throw new Refusal('conflict', refusals.cycleOpened)
    checkRevision(rev, before, thisCycle)
    await checkScope(context, scope, before.office.path)
    const instrument_id = instrumentId ? await instrumentFor(context, instrumentId) : before.instrument.id
    await context.db
      .updateTable('cycle')
      .set({ ...columnsOf(draft), instrument_id, scope: sql`${JSON.stringify(scope)}::jsonb`, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    const after = await findCycle(context, id)
    record(context, { kind: 'cycle', id, reach: [before.office.path] }, audited(before), audited(after))
    return after
  },
})

export const thisCycle = refusals.cycle

const Preview = z.object({
  name: z.string(),
  agreements: z.int(),
  offices: z.int(),
  partners: z.int(),
  kpu: z.int(),
  partner: z.int(),
  withoutObligations: z.int(),
  withoutContact: z.int(),
})

export const previewCycle = operation({
  name: 'cycles.preview',
  summary:
    'How many forms opening a cycle would make, how many agreements have no obligations to ask about, and how many partners nobody to write to',
  power: 'cycle.write',
  reads: true,
  limit: 'long',
  input: z.object({ id }),
  output: Preview,
  example: { id: example.draftCycle },
  async run(context, { id }) {
    const cycle = await findCycle(context, id)
    authorize(context, 'cycle.write', { path: cycle.office.path })
    const today = context.clock.today(context.actor.zone)
    const { rows } = await sql<Omit<z.infer<typeof Preview>, 'name'>>`
      with ${candidates(cycle, today)}
      select count(distinct w.agreement_id)::integer as agreements, count(distinct w.office_id)::integer as offices, count(distinct w.partner_id)::integer as partners,
        count(*) filter (where w.side = 'kpu')::integer as kpu, count(*) filter (where w.side = 'partner')::integer as partner,
        (select count(*)::integer from foremost l where not exists (select from obligation_card b where b.agreement_id = l.agreement_id)) as "withoutObligations",
        count(distinct w.partner_id) filter (where not exists (
          select from role_grant_card g where g.partner_id = w.partner_id and g.revoked_at is null and ${hasNotEnded('g', context.clock.today())}))::integer as "withoutContact"
      from wanted w`.execute(context.db)
    return { name: cycle.name, ...rows[0]! }
  },
})

const columnsOf = ({
  name,
  periodFrom,
  periodTo,
  opensOn,
  dueOn,
  closesOn,
}: {
  name: string
  periodFrom: string
  periodTo: string
  opensOn: string
  dueOn: string
  closesOn: string
}) => ({
  name,
  period_from: periodFrom,
  period_to: periodTo,
  opens_on: opensOn,
  due_on: dueOn,
  closes_on: closesOn,
})

const audited = ({ name, instrument, periodFrom, periodTo, opensOn, dueOn, closesOn, scope }: Cycle) => ({
  name,
  instrument: `${instrument.key} ${instrument.version}`,
  periodFrom,
  periodTo,
  opensOn,
  dueOn,
  closesOn,
  scope,
})

async function instrumentFor({ db }: Context, wanted: string | null): Promise<string> {
  const found = await db
    .selectFrom('instrument_card')
    .select('id')
    .$if(wanted !== null, query => query.where('id', '=', wanted!))
    .$if(wanted === null, query => query.where('key', '=', 'cooperation').orderBy('version', 'desc').limit(1))
    .executeTakeFirst()
  if (!found) throw invalid('instrumentId', refusals.questionnaireNotPublished)
  return found.id
}

/** A cycle asks only below its own office. */
async function checkScope({ db }: Context, { offices }: Scope, path: string): Promise<void> {
  if (offices.length === 0) return
  const found = await db
    .selectFrom('office_card')
    .select('code')
    .where('code', 'in', offices)
    .where(sql<boolean>`path <@ ${path}::text::ltree`)
    .execute()
  const unknown = offices.filter(code => !found.some(office => office.code === code))
  if (unknown.length) throw invalid('scope.offices', refusals.officeNotBelow({ unknown: unknown.join(', ') }))
}
