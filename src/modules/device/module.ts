import type { Module } from '../../module.ts'
import { devicePages } from './pages.tsx'
import { tasks } from './words/tasks.ts'

/** What browsers hold of people's work: the page that shows it, and the button that keeps forms ready. Nothing of it is on the server. */
export const device: Module = { name: 'device', tasks, operations: [], endpoints: [], pages: devicePages }
