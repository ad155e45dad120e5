import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'

const names = define('papers.fields', {
  id: { lettersMade: 'Surat undangan yang dibuat' },
  en: { lettersMade: 'Invitation letters made' },
})

export const fields: FieldWords = { names: locale => names[locale] }
