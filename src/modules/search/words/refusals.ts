import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('search.refusals', {
  addressOfThisSite: {
    id: 'Berikan alamat halaman Sinergi, misalnya /cari?q=sosialisasi.',
    en: 'Enter the address of a Sinergi page, such as /cari?q=sosialisasi.',
  },
  savedSearch: { id: 'Pencarian tersimpan ini', en: 'this saved search' },
  tooManySaved: {
    id: 'Anda sudah menyimpan {most, number} pencarian. Hapus dahulu salah satunya.',
    en: 'You have already saved {most, number} searches. Remove one of them first.',
  },
})
