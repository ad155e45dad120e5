import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'

const names = define('timers.fields', {
  id: {
    timers: 'Jadwal otomatis',
  },
  en: {
    timers: 'Scheduled tasks',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
}
