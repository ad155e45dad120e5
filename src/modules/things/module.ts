import type { Module } from '../../module.ts'
import { nameThings } from './operations.ts'

export const things: Module = {
  name: 'things',
  operations: [nameThings],
  endpoints: [{ route: 'GET /things', operation: nameThings }],
}
