import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { words } from './words.ts'

const names = define('minutes.fields', {
  id: { passage: 'Bagian ke', passageChanged: 'Bagian yang diubah', state: 'Status', note: 'Alasan' },
  en: { passage: 'Passage', passageChanged: 'Changed passage', state: 'Status', note: 'Reason' },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: { state: locale => words[locale].states },
  silent: ['hash'],
}
