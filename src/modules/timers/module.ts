import type { Module } from '../../module.ts'
import { timerEndpoints } from './api.ts'

export const timed: Module = {
  name: 'timers',
  operations: timerEndpoints.map(({ operation }) => operation),
  endpoints: timerEndpoints,
}
