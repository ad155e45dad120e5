import type { Module } from '../../module.ts'
import { timerEndpoints } from './api.ts'
import { timerPages } from './pages.tsx'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { statusKinds } from './words/statuses.ts'
import { titles } from './words/titles.ts'

export const timed: Module = {
  name: 'timers',
  statusKinds,
  deeds,
  fields,
  subjects: [{ kind: 'timer', names: titles.timedAction }],
  operations: timerEndpoints.map(({ operation }) => operation),
  endpoints: timerEndpoints,
  pages: timerPages,
  navigation: [{ href: '/jadwal-otomatis', label: titles.timedActions, power: 'setting.write', thread: 'manage', order: 10 }],
}
