import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('comments.titles', {
  comment: { id: 'komentar', en: 'comment' },
  comments: { id: 'Komentar', en: 'Comments' },
  mentions: { id: 'Komentar yang menyebut Anda', en: 'Comments that mention you' },
})
