import type { Module } from '../../module.ts'
import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { manualPages } from './pages.tsx'

/** How programs use the REST door; `endpoints` are known once all modules are. */
export const manualOf = (endpoints: () => Endpoint[]): Module => ({
  name: 'manual',
  open: true,
  operations: [],
  endpoints: [],
  pages: manualPages(endpoints),
})
