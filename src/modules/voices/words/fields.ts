import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { words } from './words.ts'

const names = define('voices.fields', {
  id: { kind: 'Jenis', session: 'Sesi', state: 'Status', reply: 'Jawaban', voices: 'Jumlah masukan', finding: 'Temuan' },
  en: { kind: 'Type', session: 'Session', state: 'Status', reply: 'Answer', voices: 'Voices', finding: 'Finding' },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: { kind: locale => words[locale].kinds, state: locale => words[locale].states },
  silent: [],
}
