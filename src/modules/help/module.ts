import type { Module } from '../../module.ts'
import { helpPages } from './pages.tsx'

/** Help within the product: guides by role, the glossary, whom to ask. It is made of what the modules say of themselves. */
export function helpOf(modules: () => readonly Module[]): Module {
  return {
    name: 'help',
    open: true,
    operations: [],
    endpoints: [],
    pages: helpPages(
      () => modules().flatMap(({ tasks }) => tasks ?? []),
      () => modules().flatMap(({ statusKinds }) => statusKinds ?? []),
    ),
  }
}
