import type { Module } from '../../module.ts'
import { noticeEndpoints } from './api.ts'
import { noticePages } from './pages.tsx'
import { noticeTimers } from './timers.ts'

export const notices: Module = {
  name: 'notices',
  operations: noticeEndpoints.map(({ operation }) => operation),
  endpoints: noticeEndpoints,
  pages: noticePages,
  timers: noticeTimers,
}
