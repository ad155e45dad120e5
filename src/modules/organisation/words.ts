import { together } from '../../platform/i18n/words.ts'
import { officeWords } from './words/offices.ts'
import { peopleWords } from './words/people.ts'
import { positionWords } from './words/positions.ts'

/** The words of offices, people and what they hold, in one dictionary. */
export const words = together(officeWords, peopleWords, positionWords)
