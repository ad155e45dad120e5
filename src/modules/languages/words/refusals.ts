import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('languages.refusals', {
  writeTag: { id: 'Tulis kode bahasa, misalnya jv atau su.', en: 'Enter a language code, such as jv or su.' },
  writeName: {
    id: 'Tulis nama bahasanya dalam satu baris, paling banyak 80 karakter, tanpa karakter tersembunyi.',
    en: 'Enter the name of the language on one line, in at most 80 characters and with no hidden ones.',
  },
  fileOfNoWords: {
    id: 'Berkas ini bukan berkas bahasa Sinergi. Unduh berkas bahasa, isi kolom text di dalamnya, lalu unggah.',
    en: 'This is not a Sinergi language file. Download a language file, fill in the texts and upload it.',
  },
  tooLarge: { id: 'Berkas ini terlalu besar; paling besar 5 MB.', en: 'This file is too large. Files may be at most 5 MB.' },
  ownLanguage: {
    id: 'Bahasa Indonesia dan bahasa Inggris sudah ada dalam Sinergi. Pilih bahasa lain.',
    en: 'Indonesian and English are built into Sinergi. Choose another language.',
  },
})
