import { words } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'

const names = words('calendar.fields', {
  id: { name: 'Nama', mine: 'Hanya milik sendiri', revokedAt: 'Dicabut pada' },
  en: { name: 'Name', mine: 'Own items only', revokedAt: 'Revoked on' },
})

/** What audit lines about calendar subscriptions call their fields. */
export const fields: FieldWords = { names: locale => names[locale] }
