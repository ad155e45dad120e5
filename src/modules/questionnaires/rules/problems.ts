import type { Localized } from '../../../platform/i18n/words.ts'

/** What is wrong with an instrument and where: `section.question`, with a sentence for the person who edits it. */
export type InstrumentProblem = { path: string; message: Localized }
