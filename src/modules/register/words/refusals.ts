import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('register.refusals', {
  noSuchOffice: { id: 'Tidak ada satuan kerja dengan nama atau kode itu.', en: 'There is no office with that name or code.' },
})
