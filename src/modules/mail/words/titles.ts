import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('mail.titles', {
  letter: { id: 'surel', en: 'e-mail' },
  letters: { id: 'Surel', en: 'E-mails' },
})
