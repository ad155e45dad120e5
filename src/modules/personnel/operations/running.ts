import { z } from 'zod'
import { operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, optional, seenRev } from '../../../platform/values/shapes.ts'
import { cancelBatch, failBatch, finishBatch, lockBatch, retryBatch, startBatch } from '../../imports/operations/states.ts'
import { takeBatch } from '../../imports/operations/taking.ts'
import { findBatch } from '../../imports/queries/batches.ts'
import { PersonBatch } from '../schema.ts'
import { rejudge } from './judging.ts'
import { recordRows } from './recording.ts'

/** Rows that one transaction takes: a stop in the middle loses at most the work on these, never a row. */
const chunk = 100

export const confirmPersons = operation({
  name: 'person-imports.confirm',
  summary:
    'Register what is ready, without sending a letter; it runs as a job and can be cancelled between rows. Stays a preview when the register has changed: look again',
  power: 'person.write',
  limit: 'long',
  input: z.object({ id, rev: seenRev }),
  output: PersonBatch,
  example: { id: example.personBatch, rev: 0 },
  async run(context, { id, rev }) {
    const batch = await takeBatch(context, id, rev, 'persons')
    // Nobody writes over what they have not seen: what the register says now is judged, and looked at, before it is changed.
    if (await rejudge(context, batch)) return findBatch(context, id, 'persons')
    return startBatch(context, batch)
  },
})

export const applyPersons = operation({
  name: 'person-imports.apply',
  summary: 'Register the next rows of a running import of persons; repeated by a job until none is left, harmless to repeat',
  power: 'person.write',
  limit: 'long',
  input: z.object({ id }),
  output: PersonBatch,
  example: { id: example.personBatch },
  async run(context, { id }) {
    const batch = await lockBatch(context, 'persons', id)
    if (batch.state !== 'running') return batch
    const left = await recordRows(context, batch, chunk)
    return left ? findBatch(context, id, 'persons') : finishBatch(context, batch)
  },
})

export const cancelPersons = operation({
  name: 'person-imports.cancel',
  summary: 'Cancel an import of persons; whom it has registered stay, the rest is not registered',
  power: 'person.write',
  limit: 'long', // it waits for the rows that are just being recorded
  input: z.object({ id }),
  output: PersonBatch,
  example: { id: example.personBatch },
  run: (context, { id }) => cancelBatch(context, 'persons', id),
})

export const failPersons = operation({
  name: 'person-imports.fail',
  summary:
    'Close an import of persons that cannot be read or go on, with the reason; without a reason it is stopped by an error of our own and can be tried again. Done by the job that tried',
  power: 'person.write',
  input: z.object({ id, reason: optional(z.string().max(500)) }),
  output: PersonBatch,
  example: { id: example.personBatch, reason: 'Rahasia' },
  run: (context, { id, reason }) => failBatch(context, 'persons', id, reason),
})

export const retryPersons = operation({
  name: 'person-imports.retry',
  summary: 'Try an import of persons again that an error of our own has stopped',
  power: 'person.write',
  input: z.object({ id }),
  output: PersonBatch,
  example: { id: example.stoppedPersonBatch },
  run: (context, { id }) => retryBatch(context, 'persons', id),
})
