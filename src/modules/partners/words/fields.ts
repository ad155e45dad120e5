import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { words } from '../words.ts'

const names = define('partners.fields', {
  id: {
    address: 'Alamat',
    class: 'Jenis mitra',
    website: 'Situs web',
  },
  en: {
    address: 'Address',
    class: 'Type of partner',
    website: 'Website',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: { class: locale => words[locale].classes },
}
