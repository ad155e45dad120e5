import type { Module } from '../../module.ts'
import { noticeEndpoints } from './api.ts'
import { inboxTopic } from './live.ts'
import { noticePages } from './pages.tsx'
import { noticeTimers } from './timers.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { tasks } from './words/tasks.ts'

export const notices: Module = {
  name: 'notices',
  tasks,
  deeds,
  fields,
  operations: noticeEndpoints.map(({ operation }) => operation),
  endpoints: noticeEndpoints,
  pages: noticePages,
  timers: noticeTimers,
  live: [inboxTopic],
}
