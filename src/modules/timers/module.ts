import type { Module } from '../../module.ts'
import { timerEndpoints } from './api.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'

export const timed: Module = {
  name: 'timers',
  deeds,
  fields,
  subjects: [{ kind: 'timer', names: { id: 'jadwal otomatis', en: 'timed action' } }],
  operations: timerEndpoints.map(({ operation }) => operation),
  endpoints: timerEndpoints,
}
