import type { Module } from '../../module.ts'
import { fileEndpoints } from './api.ts'
import { fileJobs } from './jobs.ts'
import { filePages } from './pages.tsx'
import { deeds } from './words/deeds.ts'
import { titles } from './words/titles.ts'

/** The store of files, and downloads of what kinds of subjects hold. */
export const files: Module = {
  name: 'files',
  deeds,
  subjects: [{ kind: 'file_sweep', names: titles.fileCleanUp }],
  operations: fileEndpoints.map(({ operation }) => operation),
  endpoints: fileEndpoints,
  pages: filePages,
  jobs: fileJobs,
  navigation: [{ href: '/berkas', label: titles.files, power: 'setting.write', thread: 'manage', order: 8 }],
}
