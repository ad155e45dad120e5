import { words } from '../../platform/i18n/words.ts'

/** The words that all lists share. */
export const listWords = words('lists', {
  id: {
    unknown: {
      filter: '{label} “{value}” tidak dikenal, jadi daftar ini tidak disaring menurut itu.',
      sort: 'Urutan “{value}” tidak dikenal, jadi daftar ini diurutkan seperti biasa.',
      turn: 'Penanda halaman pada alamat ini tidak berlaku, jadi Anda melihat halaman pertama.',
    },
    selection: {
      choose: 'Pilih',
      chooseRow: 'Pilih {name}',
      hint: 'Centang baris, lalu pilih tindakan. Semua yang sesuai saringan dapat dipilih pada langkah berikutnya.',
      history: 'Perubahan massal saya',
    },
  },
  en: {
    unknown: {
      filter: '{label} “{value}” is not known, so this list is not filtered by it.',
      sort: 'There is no order “{value}”, so this list is in its usual order.',
      turn: 'The page marker in this address is not valid, so you see the first page.',
    },
    selection: {
      choose: 'Choose',
      chooseRow: 'Choose {name}',
      hint: 'Tick rows, then choose what to do. All that match the filter can be chosen in the next step.',
      history: 'My bulk changes',
    },
  },
})
