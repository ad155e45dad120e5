import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'

const names = define('languages.fields', {
  id: { messages: 'Kalimat yang diterjemahkan', taken: 'Kalimat yang berubah' },
  en: { messages: 'Messages translated', taken: 'Messages changed' },
})

/** What its audit lines call fields. */
export const fields: FieldWords = { names: locale => names[locale] }
