import type { Module } from '../../module.ts'
import { invitationEndpoints } from './api.ts'
import { invitationNotices } from './notices.ts'
import { followMeeting } from './operations/following.ts'
import { invitationNeeds } from './operations/needs.ts'
import { invitationPages } from './pages/routes.ts'
import { invitationSections } from './pages/sections.tsx'
import { invitationSubjects } from './queries/subjects.ts'
import { letters } from './runs.ts'
import { invitationTimers } from './timers.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { statusKinds } from './words/statuses.ts'

export const invitations: Module = {
  name: 'invitations',
  open: true,
  statusKinds,
  deeds,
  fields,
  operations: invitationEndpoints.map(endpoint => endpoint.operation),
  endpoints: invitationEndpoints,
  subjects: invitationSubjects.map(each => ({ ...each, follows: { of: 'meeting', moved: followMeeting } })),
  timers: invitationTimers,
  pages: invitationPages,
  sections: invitationSections,
  runs: [letters],
  notices: invitationNotices,
  needs: invitationNeeds,
}
