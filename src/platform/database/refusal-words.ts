import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.database.refusals', {
  pageMarkerInvalid: {
    id: 'Penanda halaman ini tidak berlaku. Mulai lagi dari halaman pertama.',
    en: 'This page marker is not valid. Start again from the first page.',
  },
})
