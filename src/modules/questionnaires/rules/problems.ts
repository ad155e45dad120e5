import type { LocalizedText } from '../schema.ts'

/** What is wrong with an instrument and where: `section.question`, with a sentence in both languages for the person who edits it. */
export type InstrumentProblem = { path: string; message: LocalizedText }

export const problem = (path: string, id: string, en: string): InstrumentProblem => ({ path, message: { id, en } })
