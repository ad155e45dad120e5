import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('partners.titles', {
  partners: { id: 'Mitra', en: 'Partners' },
  ownPartner: { id: 'Lembaga saya', en: 'My institution' },
  partner: { id: 'mitra', en: 'partner' },
  contacts: { id: 'Narahubung', en: 'Contacts' },
  contact: { id: 'narahubung', en: 'contact' },
})
