import type { Module } from '../../module.ts'
import { meetingEndpoints } from './api.ts'
import { meetingNotices } from './notices.ts'
import { meetingPages } from './pages/routes.ts'
import { meetingAgenda } from './queries/agenda.ts'
import { meetingsSubjects } from './queries/subjects.ts'
import { meetingTimers } from './timers.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { statusKinds } from './words/statuses.ts'
import { tasks } from './words/tasks.ts'
import { titles } from './words/titles.ts'

export const meetings: Module = {
  name: 'meetings',
  statusKinds,
  tasks,
  deeds,
  fields,
  operations: meetingEndpoints.map(endpoint => endpoint.operation),
  endpoints: meetingEndpoints,
  subjects: meetingsSubjects,
  pages: meetingPages,
  timers: meetingTimers,
  notices: meetingNotices,
  agenda: meetingAgenda,
  navigation: [
    { href: '/rapat', label: titles.meetings, power: 'meeting.read', thread: 'cooperation', order: 5 },
    { href: '/bentrok', label: titles.clashes, power: 'meeting.write', thread: 'cooperation', order: 6 },
  ],
}
