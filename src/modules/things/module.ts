import type { Module } from '../../module.ts'
import { countThings, nameThings } from './operations.ts'

export const things: Module = {
  name: 'things',
  operations: [nameThings, countThings],
  endpoints: [
    { route: 'GET /things', operation: nameThings },
    { route: 'GET /things/counts', operation: countThings },
  ],
}
