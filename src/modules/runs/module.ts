import type { Module } from '../../module.ts'
import { runEndpoints } from './api.ts'
import { runTopic } from './live.ts'
import { deeds } from './words/deeds.ts'

/** Long work of all modules, for those who asked for it and those who read what it is about. */
export const longWork: Module = {
  name: 'runs',
  deeds,
  live: [runTopic],
  operations: runEndpoints.map(({ operation }) => operation),
  endpoints: runEndpoints,
}
