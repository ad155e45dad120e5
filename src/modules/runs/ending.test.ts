import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { as, db, kernel, now, operator, person } from '../../../test/world.ts'
import { openJobs } from '../../platform/jobs/jobs.ts'
import { call, internalOperation, type Kernel, newId } from '../../platform/operation/operation.ts'
import { jobOfRuns } from '../../platform/runs/carry-on.ts'
import { lockRun } from '../../platform/runs/find.ts'
import { advanceRun, finishRun, startRun } from '../../platform/runs/move.ts'
import { refusals } from '../../platform/runs/refusal-words.ts'
import type { RunKind } from '../../platform/runs/run.ts'
import { id } from '../../platform/values/shapes.ts'
import { showRun } from './operations/listing.ts'
import { resumeRuns } from './operations/moving.ts'

const [admin, auditor] = [await person('Ratna', 'national_admin'), await person('Agus', 'auditor')]
const opened: Kernel[] = []
afterAll(async () => {
  for (const { jobs } of opened) await jobs.stop()
})

const begin = internalOperation({
  name: 'test.begin',
  input: z.object({}),
  output: z.object({ id }),
  run: async context => ({ id: await startRun(context, 'test.counting', { subjectId: newId(), path: 'id', total: 5 }) }),
})
const count = internalOperation({
  name: 'test.count',
  input: z.object({ id }),
  output: z.object({}),
  async run(context, { id }) {
    const { done, total } = await lockRun(context, id)
    await advanceRun(context, id, { by: 1 })
    if (done + 1 === total) await finishRun(context, id)
    return {}
  },
})

/** Another process on the same database, with work of five steps; `before` each of them something happens. */
async function processWith(before: (step: number) => Promise<unknown>): Promise<Kernel> {
  const counting: RunKind = {
    kind: 'test.counting',
    names: refusals.workOver,
    subject: 'import',
    seenBy: 'agreement.import',
    async step(kernel, actor, { id, done }) {
      await before(done + 1)
      await call(kernel, actor, count, { id }, 'job')
    },
    hold: async () => {},
    notAnyMore: refusals.workOver,
  }
  const jobs = await openJobs(kernel.store, [jobOfRuns(counting)], kernel.log, kernel.outages)
  const made = { ...kernel, jobs, runKinds: new Map([[counting.kind, counting]]) }
  opened.push(made)
  return made
}
const stateOf = (id: string) => db.selectFrom('run').select(['state', 'done']).where('id', '=', id).executeTakeFirstOrThrow()

test('a process that ends leaves long work behind the step it is at, and another one does the rest, each step once', async () => {
  const steps: string[] = []
  let [atSecond, goOn] = [() => {}, () => {}]
  const reached = new Promise<void>(resolve => {
    atSecond = resolve
  })
  const gate = new Promise<void>(resolve => {
    goOn = resolve
  })
  const first = await processWith(async step => {
    steps.push(`first ${step}`)
    if (step !== 2) return
    atSecond()
    await gate
  })
  const second = await processWith(async step => steps.push(`second ${step}`))
  const { id } = await call(first, operator, begin, {}, 'job')
  await first.jobs.work(first)
  first.jobs.wake('test.counting')
  await reached
  const ended = first.jobs.stop()
  goOn()
  await ended
  expect([steps, await stateOf(id)]).toEqual([['first 1', 'first 2'], { state: 'running', done: 2 }])

  await second.jobs.drain(second)
  expect([steps.slice(2), await stateOf(id)]).toEqual([['second 3', 'second 4', 'second 5'], { state: 'done', done: 5 }])
})

test('work on what is not there any more ends and says so, of every kind, whoever asked', async () => {
  const kinds = [...kernel.runKinds.values()].flatMap(kind => [admin.personId, auditor.personId, null].map(by => ({ kind, by })))
  const ids = await Promise.all(
    kinds.map(async ({ kind: { kind, subject: about }, by }) => {
      const [id, subject_id] = [newId(), newId()]
      const subject = { subject_kind: about, subject_id, path: 'id' }
      await db
        .insertInto('run')
        .values({ id, kind, ...subject, asked_by: by, asked_at: now.at, state: 'running' })
        .execute()
      return id
    }),
  )
  await as(operator)(resumeRuns)
  await kernel.jobs.drain(kernel)
  for (const id of ids) {
    const { state, refusal } = await as(admin)(showRun, { id })
    expect([state, refusal]).toEqual(['failed', 'Data untuk pekerjaan ini sudah tidak ada, jadi pekerjaan ini tidak dapat dilanjutkan.'])
  }
})
