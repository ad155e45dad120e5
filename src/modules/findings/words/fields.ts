import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { words } from '../words.ts'

const names = define('findings.fields', {
  id: {
    author: 'Ditulis oleh',
    category: 'Kategori',
  },
  en: {
    author: 'Written by',
    category: 'Category',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: {
    category: locale => words[locale].categories,
    kind: locale => words[locale].kinds,
    side: locale => words[locale].sides,
    status: locale => words[locale].statuses,
  },
  silent: ['sourceKind'],
}
