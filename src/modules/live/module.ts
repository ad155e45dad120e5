import type { Module } from '../../module.ts'
import { liveEndpoints } from './api.ts'
import { livePages } from './pages.ts'

/** What pages follow while it changes: numbers that are told as soon as they are others. */
export const live: Module = {
  name: 'live',
  operations: liveEndpoints.map(({ operation }) => operation),
  endpoints: liveEndpoints,
  pages: livePages,
  open: true,
}
