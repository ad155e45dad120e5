import { texts } from '../../../platform/i18n/words.ts'

/** What can be done to many persons at once. */
export const bulkWords = texts('organisation.bulk', {
  things: { id: 'orang', en: 'people' },
  itself: { id: 'orang ini', en: 'this person' },
  invite: { id: 'Kirim undangan', en: 'Send invitations' },
})
