import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('mail.titles', {
  letter: { id: 'surat', en: 'letter' },
  letters: { id: 'Surat', en: 'Letters' },
})
