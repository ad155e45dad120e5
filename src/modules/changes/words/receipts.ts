import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('changes.receipts', {
  changesMarkedSeen: { id: 'Perubahan ditandai sudah dilihat.', en: 'The changes are marked as seen.' },
})
