import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { words } from '../words.ts'

const names = define('imports.fields', {
  id: {
    apart: 'Baris yang dipisahkan',
    decisions: 'Keputusan',
    leaveOutHidden: 'Lewati baris tersembunyi',
  },
  en: {
    apart: 'Rows kept apart',
    decisions: 'Decisions',
    leaveOutHidden: 'Leave out hidden rows',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: {
    decisions: locale => ({ ...words[locale].outcomes, ...words[locale].decisions }),
    state: locale => words[locale].states,
  },
  silent: ['mapping'],
}
