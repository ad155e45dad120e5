import { evaluationStops } from './evaluation.ts'
import { followUpStops } from './follow-up.ts'
import { registerStops } from './register.ts'
import type { Stop } from './stop.ts'

/** The main journey, in order: a later stop finds what an earlier one left. */
export const journey: Stop[] = [...registerStops, ...evaluationStops, ...followUpStops]
