import type { Module } from '../../module.ts'
import { languageEndpoints } from './api.ts'
import { languagePages } from './pages.tsx'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { titles } from './words/titles.ts'

/** Languages beyond the two that Sinergi was written in: out to a translator, and back. */
export const translations: Module = {
  name: 'languages',
  deeds,
  fields,
  subjects: [{ kind: 'language', names: titles.language }],
  operations: languageEndpoints.map(({ operation }) => operation),
  endpoints: languageEndpoints,
  pages: languagePages,
  navigation: [{ href: '/bahasa', label: titles.languages, power: 'setting.write', thread: 'manage', order: 9 }],
}
