import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('partners.refusals', {
  notCountedForYou: { id: 'Angka ini tidak dapat Anda lihat.', en: 'You cannot see this number.' },
  partner: { id: 'Data mitra ini', en: 'this partner' },
  partnerUnderItself: {
    id: 'Mitra tidak dapat menjadi bagian dari dirinya atau unitnya sendiri.',
    en: 'A partner cannot be a unit of itself or of its own units.',
  },
  partnerAlreadyRegistered: { id: 'Mitra ini sudah terdaftar sebagai “{name}”.', en: 'This partner is already registered as “{name}”.' },
  nameWithoutLetters: { id: 'Tulis nama dengan huruf atau angka.', en: 'Enter a name with letters or digits.' },
  partnersAlike: {
    id: 'Ada mitra dengan nama yang mirip: {names}. Bila memang berbeda, nyatakan di bawah ini lalu simpan lagi.',
    en: 'There are partners with similar names: {names}. If this is a different one, confirm it below and save again.',
  },
  contact: { id: 'Narahubung ini', en: 'this contact' },
  contactAddressInUse: {
    id: 'Narahubung ini sudah masuk dengan surel tersebut. Akhiri dahulu, lalu catat narahubung baru.',
    en: 'This contact signs in with that address. End this contact first, then record a new one.',
  },
  contactHasEnded: { id: 'Narahubung ini sudah diakhiri.', en: 'This contact has already ended.' },
  contactDayOutside: {
    id: 'Pilih tanggal sejak narahubung dicatat sampai hari ini.',
    en: 'Choose a date between when the contact was recorded and today.',
  },
  contactEnded: { id: 'Narahubung ini sudah diakhiri.', en: 'This contact has ended.' },
  contactWithoutEmail: { id: 'Isi dahulu surel narahubung ini.', en: 'First enter an e-mail address for this contact.' },
  contactBeyondReach: {
    id: 'Narahubung yang dapat masuk membaca dan menjawab semua perjanjian mitra ini, juga yang di luar wilayah kerja Anda. Mintalah satuan kerja di atas Anda mengundangnya.',
    en: 'A contact who can sign in reads and answers for all agreements of this partner, including those outside your area. Ask the office above yours to invite them.',
  },
  accountClosed: {
    id: 'Akun dengan surel ini sudah ditutup. Hubungi pengelola orang di satuan kerja Anda.',
    en: 'The account with this address has been closed. Ask whoever manages people at your office.',
  },
  addressTaken: {
    id: 'Surel ini milik orang yang bertugas di satuan kerja, sehingga tidak dapat mewakili mitra.',
    en: 'This address belongs to somebody who works at an office, so they cannot represent a partner.',
  },
})
