import type { Zone } from '../../../../platform/i18n/format.ts'
import type { WorkingHours } from './earliest-free.ts'

/**
 * When government offices work: Monday to Friday from 07.30 by the clock of the place, 37 hours and 30 minutes a week without the rest of
 * an hour, on Fridays of an hour and a half (Presidential Regulation 21 of 2023, articles 3 and 4); so until 16.00 but on Fridays. Holidays
 * are not known.
 */
export const officeHours = (zone: Zone): WorkingHours => ({ zone, opens: 7 * 60 + 30, closes: 16 * 60, weekdays: [1, 2, 3, 4, 5] })

/** How far ahead a time is looked for, in milliseconds: sixty days. */
export const lookAhead = 60 * 86_400_000
