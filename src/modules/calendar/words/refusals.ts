import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('calendar.refusals', {
  month: { id: 'Tulis bulan seperti 2025-11.', en: 'Write the month as 2025-11.' },
  kind: { id: 'Jenis ini tidak ada di kalender.', en: 'The calendar has nothing of this kind.' },
  oneThing: { id: 'Pilih satu rapat atau satu satuan kerja.', en: 'Choose one meeting or one office.' },
  tooMany: {
    id: 'Anda sudah memiliki {most, number} langganan kalender. Cabut dahulu salah satunya.',
    en: 'You already have {most, number} calendar subscriptions. Revoke one of them first.',
  },
  revoked: { id: 'Langganan kalender ini sudah dicabut.', en: 'This calendar subscription is already revoked.' },
})
