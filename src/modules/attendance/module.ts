import type { Module } from '../../module.ts'

/** Who was at which session of a meeting: at the desk, by the code of the minute, or from the report of a video meeting. */
export const attendance: Module = { name: 'attendance', operations: [], endpoints: [] }
