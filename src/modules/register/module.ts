import type { Module } from '../../module.ts'
import { registerEndpoints } from './api.ts'
import { registerPages } from './pages.tsx'
import { titles } from './words/titles.ts'

/** What everybody may know of the agreements, signed in or not. */
export const publicRegister: Module = {
  name: 'register',
  open: true,
  operations: registerEndpoints.map(({ operation }) => operation),
  endpoints: registerEndpoints,
  pages: registerPages,
  navigation: [
    { href: '/daftar-publik', label: titles.register, power: 'register.read', thread: 'manage', alone: 'cooperation', order: 4 },
  ],
}
