import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('search.refusals', {
  addressOfThisSite: {
    id: 'Berikan alamat halaman Sinergi, misalnya /cari?q=sosialisasi.',
    en: 'Give the address of a page of Sinergi, such as /cari?q=sosialisasi.',
  },
  savedSearch: { id: 'Pencarian tersimpan ini', en: 'this saved search' },
  tooManySaved: {
    id: 'Anda sudah menyimpan {most, number} pencarian. Hapus salah satunya dulu.',
    en: 'You have saved {most, number} searches already. Remove one of them first.',
  },
})
