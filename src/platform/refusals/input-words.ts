import { words } from '../i18n/words.ts'

/** What is wrong with a value that was sent, in the words of the form and not of the library that found it. */
export const inputWords = words('input', {
  id: {
    required: 'Wajib diisi.',
    characters: {
      least: 'Tulis sedikitnya {count} karakter.',
      most: 'Paling banyak {count} karakter.',
    },
    number: {
      least: 'Paling kecil {bound}.',
      most: 'Paling besar {bound}.',
      above: 'Harus lebih besar dari {bound}.',
      below: 'Harus lebih kecil dari {bound}.',
      steps: 'Harus kelipatan {of}.',
    },
    items: { least: 'Isi sedikitnya {count}.', most: 'Paling banyak {count}.' },
    type: {
      number: 'Tulis angka.',
      int: 'Tulis bilangan bulat.',
      boolean: 'Pilih ya atau tidak.',
      string: 'Tulis teks.',
      list: 'Berikan sebagai daftar.',
      structure: 'Susunan data ini keliru.',
    },
    format: {
      date: 'Tulis tanggal yang benar, misalnya 2025-07-20.',
      datetime: 'Tulis tanggal dan waktu yang benar, misalnya 2025-07-20T09:00:00Z.',
      email: 'Tulis alamat surel yang benar.',
      url: 'Tulis alamat situs yang benar, misalnya https://contoh.go.id.',
      reference: 'Pilih dari daftar, atau tulis pengenal yang benar.',
      other: 'Penulisannya keliru.',
    },
    choice: 'Pilih salah satu pilihan yang tersedia.',
    unknown: 'Nama ini tidak dikenal di sini: {names}.',
    other: 'Isi ini tidak dapat diterima.',
  },
  en: {
    required: 'Required.',
    characters: { least: 'Enter at least {count} characters.', most: 'At most {count} characters.' },
    number: {
      least: 'At least {bound}.',
      most: 'At most {bound}.',
      above: 'Must be more than {bound}.',
      below: 'Must be less than {bound}.',
      steps: 'Must be a multiple of {of}.',
    },
    items: { least: 'Enter at least {count}.', most: 'At most {count}.' },
    type: {
      number: 'Enter a number.',
      int: 'Enter a whole number.',
      boolean: 'Choose yes or no.',
      string: 'Enter text.',
      list: 'Enter a list.',
      structure: 'This data has the wrong structure.',
    },
    format: {
      date: 'Enter a real date, such as 2025-07-20.',
      datetime: 'Enter a real date and time, such as 2025-07-20T09:00:00Z.',
      email: 'Enter a valid e-mail address.',
      url: 'Enter a valid web address, such as https://contoh.go.id.',
      reference: 'Choose from the list, or enter a valid identifier.',
      other: 'This is not in the right format.',
    },
    choice: 'Choose one of the options.',
    unknown: 'Not recognised here: {names}.',
    other: 'This cannot be accepted.',
  },
})
