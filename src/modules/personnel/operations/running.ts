import { z } from 'zod'
import { internalOperation, operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, seenRev } from '../../../platform/values/shapes.ts'
import { cancelBatch, finishBatch, lockBatch, startBatch } from '../../imports/operations/states.ts'
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
    'Register what is ready, without sending a letter; it runs in the background and can be cancelled between rows. Stays a preview when the register has changed: look again',
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

/** The next rows of an import of persons that runs; repeated until none is left, harmless to repeat. */
export const applyPersons = internalOperation({
  name: 'person-imports.apply',
  power: 'person.write',
  limit: 'long',
  input: z.object({ id }),
  output: PersonBatch,
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
