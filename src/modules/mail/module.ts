import type { Module } from '../../module.ts'
import { mailEndpoints } from './api.ts'
import { mailJobs } from './jobs.ts'
import { mailPages } from './pages.tsx'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'

export const mail: Module = {
  name: 'mail',
  deeds,
  fields,
  subjects: [{ kind: 'mail', names: { id: 'surat', en: 'letter' } }],
  operations: mailEndpoints.map(({ operation }) => operation),
  endpoints: mailEndpoints,
  pages: mailPages,
  jobs: mailJobs,
  navigation: [{ href: '/surat', label: { id: 'Surat', en: 'Letters' }, power: 'setting.write' }],
}
