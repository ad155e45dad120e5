import type { Narrative, ReportFigures } from '../schema.ts'
import { narrativeEn } from './narrative-en.ts'
import { factsOf } from './narrative-facts.ts'
import { narrativeId } from './narrative-id.ts'

/** The text of a report as first drafted from its figures, in the report's language. */
export const draftNarrative = (figures: ReportFigures): Narrative => (figures.locale === 'en' ? narrativeEn : narrativeId)(factsOf(figures))
