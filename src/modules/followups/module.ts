import type { Module } from '../../module.ts'
import { followUpEndpoints } from './api.ts'
import { followUpNotices } from './notices.ts'
import { followUpBulk } from './operations/bulk.ts'
import { followUpFigures, followUpNeeds } from './operations/needs.ts'
import { followUpPages } from './pages/routes.ts'
import { followUpSections } from './pages/sections.tsx'
import { followUpAgenda } from './queries/agenda.ts'
import { followupsSubjects } from './queries/subjects.ts'
import { followUpTimers } from './timers.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { statusKinds } from './words/statuses.ts'
import { tasks } from './words/tasks.ts'
import { titles } from './words/titles.ts'

export const followups: Module = {
  name: 'followups',
  statusKinds,
  tasks,
  deeds,
  fields,
  operations: followUpEndpoints.map(endpoint => endpoint.operation),
  endpoints: followUpEndpoints,
  subjects: followupsSubjects,
  pages: followUpPages,
  sections: followUpSections,
  timers: followUpTimers,
  notices: followUpNotices,
  bulk: followUpBulk,
  agenda: followUpAgenda,
  navigation: [{ href: '/tindak-lanjut', label: titles.followUps, power: 'followup.read', thread: 'outcome', order: 2 }],
  needs: followUpNeeds,
  figures: followUpFigures,
}
