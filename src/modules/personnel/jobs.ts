import { batchJobs } from '../imports/operations/batch-jobs.ts'
import { readPersons } from './operations/reading.ts'
import { applyPersons, failPersons } from './operations/running.ts'

export const personnelJobs = batchJobs({ read: readPersons, apply: applyPersons, fail: failPersons })
