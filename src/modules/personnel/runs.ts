import { batchRuns } from '../imports/operations/batch-runs.ts'
import { readPersons } from './operations/reading.ts'
import { applyPersons } from './operations/running.ts'
import { titles } from './words/titles.ts'

export const personnelRuns = batchRuns(
  'persons',
  { read: titles.readingPersons, apply: titles.recordingPersons },
  { read: readPersons, apply: applyPersons },
)
