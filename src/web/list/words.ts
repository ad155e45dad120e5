import { words } from '../../platform/i18n/words.ts'

/** The words that all lists share. */
export const listWords = words('lists', {
  id: {
    similar: 'Tidak ada yang persis memuat “{words}”. Ini yang paling mirip:',
    searchEverything: 'Cari kata ini di semua bagian',
    unknown: {
      filter: '{label} “{value}” tidak dikenal, jadi saringan itu diabaikan.',
      sort: 'Urutan “{value}” tidak dikenal, jadi daftar ini diurutkan seperti biasa.',
      turn: 'Penanda halaman pada alamat ini tidak berlaku, jadi Anda melihat halaman pertama.',
    },
    selection: {
      choose: 'Pilih',
      chooseRow: 'Pilih {name}',
      hint: 'Centang baris, lalu pilih tindakannya di bawah daftar: {acts}.',
      every: 'Semua baris di halaman ini',
      ticked: 'Baris dicentang:',
      allChosen: 'Dipilih: semua {count, number}',
      allFoundChosen: 'Dipilih: semua',
      all: 'Semua {count, number} yang cocok dengan saringan',
      allFound: 'Semua yang cocok dengan saringan',
      tooMany: 'Lebih dari {most, number} cocok dengan saringan, jadi tidak semuanya dapat dipilih sekaligus. Persempit saringannya.',
      nothing: 'Belum ada baris yang dicentang. Centang dahulu barisnya, atau pilih semua yang cocok dengan saringan.',
      nothingHere: 'Belum ada baris yang dicentang. Centang dahulu barisnya.',
      history: 'Perubahan massal saya',
    },
  },
  en: {
    similar: 'No exact match for “{words}”. These are the closest:',
    searchEverything: 'Search everything for this',
    unknown: {
      filter: '{label} “{value}” is not recognised, so that filter is ignored.',
      sort: 'The order “{value}” is not recognised, so this list is in its usual order.',
      turn: 'The page marker in this address is not valid, so you see the first page.',
    },
    selection: {
      choose: 'Choose',
      chooseRow: 'Choose {name}',
      hint: 'Tick rows, then choose what to do below the list: {acts}.',
      every: 'All rows on this page',
      ticked: 'Rows ticked:',
      allChosen: 'Chosen: all {count, number}',
      allFoundChosen: 'Chosen: all',
      all: '{count, plural, one {The only row} other {All # rows}} that match the filter',
      allFound: 'All that match the filter',
      tooMany: 'More than {most, number} match the filter, so they cannot all be chosen at once. Narrow the filter.',
      nothing: 'No rows are ticked. Tick rows first, or choose all that match the filter.',
      nothingHere: 'No rows are ticked. Tick rows first.',
      history: 'My bulk changes',
    },
  },
})
