import { batchJobs } from './operations/batch-jobs.ts'
import { readImport } from './operations/reading.ts'
import { applyImport } from './operations/running.ts'
import { failImport } from './operations/stopping.ts'

export const importJobs = batchJobs({ read: readImport, apply: applyImport, fail: failImport })
