import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { words } from '../words.ts'

const names = define('reports.fields', {
  id: {
    cutoff: 'Data per',
    retired: 'Tidak dipakai lagi',
    shared: 'Dibagikan',
  },
  en: {
    cutoff: 'Data as of',
    retired: 'No longer in use',
    shared: 'Shared',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: { state: locale => words[locale].states },
  silent: ['pdf', 'word', 'xlsx'],
}
