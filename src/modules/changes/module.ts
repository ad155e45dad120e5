import type { Module } from '../../module.ts'
import { changeEndpoints } from './api.ts'
import { changePages, changeSections } from './pages.tsx'
import { deeds } from './words/deeds.ts'

export const changes: Module = {
  name: 'changes',
  deeds,
  operations: changeEndpoints.map(({ operation }) => operation),
  endpoints: changeEndpoints,
  pages: changePages,
  sections: changeSections,
}
