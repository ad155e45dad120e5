import type { Module } from '../../module.ts'
import { helpEndpoints } from './api.ts'
import { firstDayPages, firstDaySections } from './pages/first-days.tsx'
import { helpPages } from './pages/help.tsx'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'

/** Help within the product: guides by role, the glossary, whom to ask, the first days. It is made of what the modules say of themselves. */
export function helpOf(modules: () => readonly Module[]): Module {
  const pages = helpPages(
    () => modules().flatMap(({ tasks }) => tasks ?? []),
    () => modules().flatMap(({ statusKinds }) => statusKinds ?? []),
  )
  return {
    name: 'help',
    deeds,
    fields,
    open: true,
    operations: helpEndpoints.map(({ operation }) => operation),
    endpoints: helpEndpoints,
    pages: pages.route('/', firstDayPages),
    sections: firstDaySections,
  }
}
