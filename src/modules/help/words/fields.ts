import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { stepWords } from './first-days.ts'

const names = define('help.fields', {
  id: { firstStepsDone: 'Langkah selesai', firstDaysDismissed: 'Disembunyikan' },
  en: { firstStepsDone: 'Steps done', firstDaysDismissed: 'Hidden' },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = { names: locale => names[locale], codes: { firstStepsDone: locale => stepWords[locale] } }
