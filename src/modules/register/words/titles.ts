import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('register.titles', {
  register: { id: 'Daftar publik', en: 'Public register' },
})
