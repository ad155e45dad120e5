import { sql } from 'kysely'
import { z } from 'zod'
import { Ends, pageOf } from '../../../platform/database/keyset.ts'
import { type Localized, textIn } from '../../../platform/i18n/words.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { seenRun } from '../../../platform/runs/find.ts'
import type { RunState } from '../../../platform/runs/run.ts'
import { namesIn } from '../../../platform/subject/subject.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { RunListing, ShownRun } from '../schema.ts'

export const listRuns = operation({
  name: 'runs.list',
  summary:
    'Long work with its progress: what you asked for and what is done for offices that you read, the latest first; `open` gives what is not over',
  power: 'own',
  reads: true,
  input: RunListing,
  output: z.object({ runs: z.array(ShownRun), ...Ends }),
  example: {},
  async run(context, { open, own, state, subject, ...turn }) {
    const query = shownRuns(context)
      .$if(open === true, rows => rows.where('r.ended_at', 'is', null))
      .$if(own === true, rows => rows.where('r.asked_by', '=', context.actor.personId))
      .$if(state !== undefined, rows => rows.where('r.state', '=', state!))
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
    refusal: textIn(refusal ?? undefined, locale) ?? null,
    own: askedById !== null && askedById === actor.personId,
  }))
}
