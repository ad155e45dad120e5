import { batchRuns } from './operations/batch-runs.ts'
import { linkParents } from './operations/parents.ts'
import { readImport } from './operations/reading.ts'
import { applyImport } from './operations/running.ts'
import { titles } from './words/titles.ts'

export const importRuns = batchRuns(
  'agreements',
  { read: titles.readingAgreements, apply: titles.recordingAgreements },
  { read: readImport, apply: applyImport, ended: linkParents },
)
