import type { Localized } from '../../../platform/i18n/words.ts'
import type { AnyOperation, Context } from '../../../platform/operation/operation.ts'
import { call } from '../../../platform/operation/operation.ts'
import type { Run, RunKind, RunState } from '../../../platform/runs/run.ts'
import { findBatch, powerTo } from '../queries/batches.ts'
import { type BatchState, type ImportKind, runsOf } from '../schema/codes.ts'
import { refusals } from '../words/refusals.ts'
import { lockBatch, moveBatch } from './states.ts'

type Steps = { read: AnyOperation; apply: AnyOperation /** Once recording has ended before its end. */; ended?: Ended }
type Ended = (context: Context, batchId: string) => Promise<unknown>

/** The two runs of a kind of import: one reads the file, one records rows until none is left. */
export function batchRuns(kind: ImportKind, names: { read: Localized; apply: Localized }, { read, apply, ended }: Steps): RunKind[] {
  const common = {
    subject: 'import',
    seenBy: powerTo[kind],
    hold: (context: Context, { subjectId }: Run) => lockBatch(context, kind, subjectId),
    notAnyMore: refusals.importWithoutAsker,
  }
  return [
    {
      ...common,
      kind: `${runsOf[kind]}.read`,
      names: names.read,
      step: (kernel, actor, { subjectId: id }) => call(kernel, actor, read, { id }, 'job'),
      moved: (context, run) => follow(context, kind, run, reading),
    },
    {
      ...common,
      kind: `${runsOf[kind]}.apply`,
      names: names.apply,
      retries: 20,
      seconds: 3600,
      step: (kernel, actor, { subjectId: id }) => call(kernel, actor, apply, { id }, 'job'),
      async moved(context, run) {
        await follow(context, kind, run, recording)
        if (run.done && (run.state === 'cancelled' || run.state === 'failed')) await ended?.(context, run.subjectId)
      },
    },
  ]
}

/** What an import is while, and after, its file is read; rows that are there are looked through first (`finishReading`). */
const reading: Record<RunState, BatchState | null> = {
  waiting: 'reading',
  running: null,
  done: null,
  cancelled: 'cancelled',
  failed: 'failed',
  stopped: 'stopped',
}
const recording: Record<RunState, BatchState | null> = {
  waiting: 'running',
  running: null,
  done: 'done',
  cancelled: 'cancelled',
  failed: 'cancelled',
  stopped: 'stopped',
}

async function follow(context: Context, kind: ImportKind, run: Run, states: typeof reading): Promise<void> {
  const state = states[run.state]
  if (!state) return
  const batch = await findBatch(context, run.subjectId, kind)
  const isOver = state === 'done' || state === 'cancelled' || state === 'failed'
  await moveBatch(context, batch, { state, finished_at: isOver ? context.clock.now() : null }, run.refusal)
}
