import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.values.refusals', {
  giveCodeRegion35: { id: 'Tulis kode wilayah seperti 35 atau 35.76.', en: 'Enter a region code, such as 35 or 35.76.' },
  yearBetween19452099: { id: 'Tahunnya harus antara 1945 dan 2099.', en: 'The year must be between 1945 and 2099.' },
  numberAmbiguous: {
    id: 'Angka ini dapat dibaca dengan dua cara. Tulis 1.000 atau 1000 untuk seribu, dan 1,5 untuk satu setengah.',
    en: 'This number can be read in two ways. Write 1.000 or 1000 for a thousand, and 1,5 for one and a half.',
  },
  writeNumberOnly12: { id: 'Tulis angka saja, misalnya 12 atau 1.000.', en: 'Enter a number only, such as 12 or 1.000.' },
  giveTelephoneNumber0812: {
    id: 'Tulis nomor telepon, misalnya 0812-3456-7890 atau (0343) 421234 ext. 12.',
    en: 'Enter a phone number, such as 0812-3456-7890 or (0343) 421234 ext. 12.',
  },
  chooseFile: { id: 'Pilih berkasnya.', en: 'Choose a file.' },
  chooseLanguage: { id: 'Pilih bahasa yang tersedia.', en: 'Choose one of the available languages.' },
})
