import { sql } from 'kysely'
import { z } from 'zod'
import { Cursor, Ends, pageOf } from '../../../platform/database/keyset.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { type Localized, notFound } from '../../../platform/refusals/refusal.ts'
import { seenRun } from '../../../platform/runs/find.ts'
import { type RunState, runStates } from '../../../platform/runs/run.ts'
import { namesIn } from '../../../platform/subject/subject.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag, id } from '../../../platform/values/shapes.ts'

const moment = z.coerce.date<Date | string>()
const ShownRun = z.object({
  id,
  kind: z.string(),
  does: z.string().describe('What it does, in your language'),
  phase: z.string().nullable().describe('What it is doing now, in your language'),
  subject: z.object({ kind: z.string(), id, name: z.string().nullable(), path: z.string().nullable() }),
  state: z.enum(runStates),
  done: z.int(),
  total: z.int().describe('0 as long as nobody knows'),
  refusal: z.string().nullable().describe('Why it could not go on'),
  own: z.boolean().describe('You asked for it'),
  askedBy: z.string().nullable(),
  askedAt: moment,
  endedAt: moment.nullable(),
})

export const listRuns = operation({
  name: 'runs.list',
  summary:
    'Long work with its progress: what you asked for and what is done for offices that you read, the latest first; `open` gives what is not over',
  power: 'own',
  reads: true,
  input: z.object({ open: flag.optional(), subject: id.optional(), after: Cursor.optional(), before: Cursor.optional() }),
  output: z.object({ runs: z.array(ShownRun), ...Ends }),
  example: {},
  async run(context, { open, subject, ...turn }) {
    const query = shownRuns(context)
      .$if(open === true, rows => rows.where('r.ended_at', 'is', null))
      .$if(subject !== undefined, rows => rows.where('r.subject_id', '=', subject!))
    const order = { name: 'asked', column: sql.ref('r.asked_at'), type: 'timestamptz', descending: true } as const
    const { rows, ...ends } = await pageOf(query, order, sql.ref('r.id'), turn)
    return { runs: await named(context, rows), ...ends }
  },
})

export const showRun = operation({
  name: 'runs.show',
  summary: 'One piece of long work: how far it is, or how it ended',
  power: 'own',
  reads: true,
  input: z.object({ id }),
  output: ShownRun,
  example: { id: example.run },
  async run(context, { id }) {
    const rows = await shownRuns(context).where('r.id', '=', id).execute()
    const [run] = await named(context, rows)
    if (!run) throw notFound()
    return run
  },
})

const shownRuns = (context: Context) =>
  context.db
    .selectFrom('run as r')
    .leftJoin('person_card as p', 'p.id', 'r.asked_by')
    .where(seenRun(context))
    .select([
      'r.id',
      'r.kind',
      'r.subject_kind as subjectKind',
      'r.subject_id as subjectId',
      sql<RunState>`r.state`.as('state'),
      'r.phase',
      'r.done',
      'r.total',
      sql<Localized | null>`r.refusal`.as('refusal'),
      'r.asked_by as askedById',
      'p.name as askedBy',
      'r.asked_at as askedAt',
      'r.ended_at as endedAt',
    ])
type Row = Awaited<ReturnType<ReturnType<typeof shownRuns>['executeTakeFirstOrThrow']>>

async function named(context: Context, rows: readonly Row[]): Promise<z.input<typeof ShownRun>[]> {
  const { locale, runKinds, actor } = context
  const names = await namesIn(
    context,
    rows.map(({ subjectId }) => ({ subject: { id: subjectId }, changes: {} })),
  )
  return rows.map(({ subjectKind, subjectId, refusal, askedById, phase, ...run }) => ({
    ...run,
    does: runKinds.get(run.kind)?.names[locale] ?? run.kind,
    phase: run.endedAt ? null : (runKinds.get(run.kind)?.phases?.[phase]?.[locale] ?? null),
    subject: { kind: subjectKind, id: subjectId, name: null, path: null, ...names.get(subjectId) },
    refusal: refusal?.[locale] ?? null,
    own: askedById !== null && askedById === actor.personId,
  }))
}
