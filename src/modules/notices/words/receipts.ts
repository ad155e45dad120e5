import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('notices.receipts', {
  noticesRead: {
    id: '{read, number} pemberitahuan ditandai sudah dibaca.',
    en: '{read, number} {read, plural, one {notification is} other {notifications are}} marked as read.',
  },
  choicesSaved: { id: 'Pengaturan tersimpan.', en: 'Your settings are saved.' },
})
