import type { Module } from '../../module.ts'
import { attendanceEndpoints } from './api.ts'
import { attendanceTopic } from './live.ts'
import { attendancePages } from './pages/routes.ts'
import { attendanceSections } from './pages/sections.tsx'
import { attendanceSubjects } from './queries/tallies.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { statusKinds } from './words/statuses.ts'

/** Who was at which session of a meeting: noted at a desk, by the code of the minute, or from the report of a video meeting. */
export const attendance: Module = {
  name: 'attendance',
  open: true,
  statusKinds,
  deeds,
  fields,
  operations: attendanceEndpoints.map(endpoint => endpoint.operation),
  endpoints: attendanceEndpoints,
  pages: attendancePages,
  subjects: attendanceSubjects,
  sections: attendanceSections,
  live: [attendanceTopic],
}
