import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('languages.refusals', {
  writeTag: { id: 'Tulis kode bahasa, misalnya jv atau su.', en: 'Give the code of a language, such as jv or su.' },
  writeName: {
    id: 'Tulis nama bahasanya dalam satu baris, paling banyak 80 karakter, tanpa karakter tersembunyi.',
    en: 'Give the name of the language on one line, at most 80 characters, without hidden ones.',
  },
  fileOfNoWords: {
    id: 'Berkas ini bukan berkas kata Sinergi. Unduh berkas sebuah bahasa, isi kolom text di dalamnya, lalu unggah berkas itu.',
    en: 'This is not a file of words of Sinergi. Download the file of a language, fill in the texts, and upload that file.',
  },
  tooLarge: { id: 'Berkas ini terlalu besar; paling besar 5 MB.', en: 'This file is too large; at most 5 MB.' },
  ownLanguage: {
    id: 'Bahasa Indonesia dan Inggris ditulis dalam Sinergi sendiri. Pilih bahasa lain.',
    en: 'Indonesian and English are written in Sinergi itself. Choose another language.',
  },
})
