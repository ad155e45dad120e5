import type { Module } from '../../module.ts'
import { commentEndpoints } from './api.ts'
import { commentJobs } from './jobs.ts'
import { commentNotices } from './notices.ts'
import { commentPages } from './pages/routes.ts'
import { commentSections } from './pages/sections.tsx'
import { commentSubjects } from './queries/subjects.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { tasks } from './words/tasks.ts'

/** What people say about a thing of any kind that takes comments, and the files that they attach. */
export const comments: Module = {
  name: 'comments',
  tasks,
  deeds,
  fields,
  operations: commentEndpoints.map(({ operation }) => operation),
  endpoints: commentEndpoints,
  subjects: commentSubjects,
  pages: commentPages,
  sections: commentSections,
  jobs: commentJobs,
  notices: commentNotices,
}
