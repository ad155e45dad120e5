import { questionnaireWords } from '../questionnaires/words.ts'
import { cycleWords } from './words/cycles.ts'
import { formWords } from './words/forms.ts'
import { labels } from './words/labels.ts'

/** The words of cycles, boards, lists of forms and the page around a questionnaire, in one dictionary. */
export const evaluationWords = {
  id: { ...labels.id, ...cycleWords.id, ...formWords.id, recommendations: questionnaireWords.id.recommendations },
  en: { ...labels.en, ...cycleWords.en, ...formWords.en, recommendations: questionnaireWords.en.recommendations },
}
