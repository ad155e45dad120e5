import type { Localized } from '../../../platform/refusals/refusal.ts'
import { refusals } from './refusals.ts'

/** What the making of a report does, one after the other. */
export const phases: Localized[] = [refusals.computingFigures, refusals.makingPdf, refusals.makingWordFile, refusals.makingExcelFile]
