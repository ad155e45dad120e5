import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('account.titles', {
  token: { id: 'token', en: 'token' },
})
