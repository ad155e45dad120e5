import type { Module } from '../../module.ts'
import { fileEndpoints } from './api.ts'
import { fileJobs } from './jobs.ts'
import { filePages } from './pages.tsx'
import { deeds } from './words/deeds.ts'

/** The store of files, and downloads of what kinds of subjects hold. */
export const files: Module = {
  name: 'files',
  deeds,
  subjects: [{ kind: 'file_sweep', names: { id: 'pembersihan berkas', en: 'file clean-up' } }],
  operations: fileEndpoints.map(({ operation }) => operation),
  endpoints: fileEndpoints,
  pages: filePages,
  jobs: fileJobs,
  navigation: [{ href: '/berkas', label: { id: 'Berkas', en: 'Files' }, power: 'setting.write' }],
}
