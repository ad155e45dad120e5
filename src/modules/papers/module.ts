import type { Module } from '../../module.ts'
import { paperEndpoints } from './api.ts'
import { paperPages } from './pages/papers.tsx'
import { paperSections } from './pages/sections.tsx'
import { paperSubjects } from './queries/subjects.ts'
import { makingLetters } from './runs.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'

/** Papers of meetings in official form: as a page, as PDF and as a Word document. */
export const papers: Module = {
  name: 'papers',
  deeds,
  fields,
  subjects: paperSubjects,
  runs: [makingLetters],
  operations: paperEndpoints.map(({ operation }) => operation),
  endpoints: paperEndpoints,
  pages: paperPages,
  sections: paperSections,
}
