import type { Module } from '../../module.ts'
import { mailEndpoints } from './api.ts'
import { mailJobs } from './jobs.ts'
import { mailPages } from './pages.tsx'

export const mail: Module = {
  name: 'mail',
  operations: mailEndpoints.map(({ operation }) => operation),
  endpoints: mailEndpoints,
  pages: mailPages,
  jobs: mailJobs,
  navigation: [{ href: '/surat', label: { id: 'Surat', en: 'Letters' }, power: 'setting.write' }],
}
