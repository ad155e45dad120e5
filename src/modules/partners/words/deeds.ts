import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('partners.deeds', {
  'partners.create': { id: 'mendaftarkan mitra', en: 'registered the partner' },
  'partners.change': { id: 'mengubah mitra', en: 'changed the partner' },
  'partners.invite': { id: 'mengundang masuk narahubung', en: 'invited the contact to sign in:' },
  'contacts.create': { id: 'mencatat narahubung', en: 'recorded the contact' },
  'contacts.change': { id: 'mengubah narahubung', en: 'changed the contact' },
  'contacts.end': { id: 'mengakhiri narahubung', en: 'ended the contact' },
})
