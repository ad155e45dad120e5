import { together } from '../../platform/i18n/words.ts'
import { cycleWords } from './words/cycles.ts'
import { formWords } from './words/forms.ts'
import { labels } from './words/labels.ts'

/** The words of cycles, boards, lists of forms and the page around a questionnaire, in one dictionary. */
export const evaluationWords = together(labels, cycleWords, formWords)
