import type { Module } from '../../module.ts'
import { minutesEndpoints } from './api.ts'
import { minutesNotices } from './notices.ts'
import { minutesPages } from './pages/routes.ts'
import { minutesSections } from './pages/sections.tsx'
import { minutesSubjects } from './queries/subjects.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { statusKinds } from './words/statuses.ts'
import { tasks } from './words/tasks.ts'
import { titles } from './words/titles.ts'

export const minutes: Module = {
  name: 'minutes',
  statusKinds,
  tasks,
  deeds,
  fields,
  operations: minutesEndpoints.map(endpoint => endpoint.operation),
  endpoints: minutesEndpoints,
  subjects: minutesSubjects,
  pages: minutesPages,
  sections: minutesSections,
  notices: minutesNotices,
  navigation: [{ href: '/keputusan', label: titles.decisions, power: 'meeting.read', thread: 'outcome', order: 3 }],
}
