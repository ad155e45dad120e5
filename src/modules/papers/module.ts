import type { Module } from '../../module.ts'
import { paperEndpoints } from './api.ts'
import { paperPages } from './pages/papers.tsx'
import { paperSections } from './pages/sections.tsx'

/** Papers of meetings in official form: as a page, as PDF and as a Word document. */
export const papers: Module = {
  name: 'papers',
  operations: paperEndpoints.map(({ operation }) => operation),
  endpoints: paperEndpoints,
  pages: paperPages,
  sections: paperSections,
}
