import { words } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'

const names = words('search.fields', {
  id: { name: 'Nama', address: 'Alamat', files: 'Berkas yang dibaca ulang' },
  en: { name: 'Name', address: 'Address', files: 'Files read again' },
})

/** What audit lines about searching call their fields. */
export const fields: FieldWords = { names: locale => names[locale] }
