import type { Module } from '../../module.ts'
import { voiceEndpoints } from './api.ts'
import { voiceNotices } from './notices.ts'
import { voiceNeeds } from './operations/needs.ts'
import { voicePages } from './pages/routes.ts'
import { voiceSections } from './pages/sections.tsx'
import { voiceSubjects } from './queries/subjects.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { statusKinds } from './words/statuses.ts'
import { tasks } from './words/tasks.ts'

/** Voices from the floor of meetings: what participants send in a session, and what becomes of it. */
export const voices: Module = {
  name: 'voices',
  open: true,
  statusKinds,
  tasks,
  deeds,
  fields,
  operations: voiceEndpoints.map(({ operation }) => operation),
  endpoints: voiceEndpoints,
  subjects: voiceSubjects,
  pages: voicePages,
  sections: voiceSections,
  notices: voiceNotices,
  needs: voiceNeeds,
}
