import { words } from '../i18n/words.ts'

/** What is wrong with a value that was sent, in the words of the form and not of the library that found it. */
export const inputWords = words({
  id: {
    required: 'Wajib diisi.',
    characters: {
      least: (count: string) => `Tulis sedikitnya ${count} karakter.`,
      most: (count: string) => `Paling banyak ${count} karakter.`,
    },
    number: {
      least: (bound: string) => `Paling kecil ${bound}.`,
      most: (bound: string) => `Paling besar ${bound}.`,
      above: (bound: string) => `Harus lebih besar dari ${bound}.`,
      below: (bound: string) => `Harus lebih kecil dari ${bound}.`,
      steps: (of: string) => `Harus kelipatan ${of}.`,
    },
    items: { least: (count: string) => `Isi sedikitnya ${count}.`, most: (count: string) => `Paling banyak ${count}.` },
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
    unknown: (names: string) => `Nama ini tidak dikenal di sini: ${names}.`,
    other: 'Isi yang ini tidak dapat diterima.',
  },
  en: {
    required: 'Required.',
    characters: { least: count => `Write at least ${count} characters.`, most: count => `At most ${count} characters.` },
    number: {
      least: bound => `At least ${bound}.`,
      most: bound => `At most ${bound}.`,
      above: bound => `Must be more than ${bound}.`,
      below: bound => `Must be less than ${bound}.`,
      steps: of => `Must be a multiple of ${of}.`,
    },
    items: { least: count => `Give at least ${count}.`, most: count => `At most ${count}.` },
    type: {
      number: 'Give a number.',
      int: 'Give a whole number.',
      boolean: 'Choose yes or no.',
      string: 'Give text.',
      list: 'Give a list.',
      structure: 'This is put together wrongly.',
    },
    format: {
      date: 'Give a real date, such as 2025-07-20.',
      datetime: 'Give a real date and time, such as 2025-07-20T09:00:00Z.',
      email: 'Give a real e-mail address.',
      url: 'Give a real web address, such as https://contoh.go.id.',
      reference: 'Choose from the list, or give a correct identifier.',
      other: 'This is not written correctly.',
    },
    choice: 'Choose one of the options.',
    unknown: names => `Not known here: ${names}.`,
    other: 'This cannot be accepted.',
  },
})
