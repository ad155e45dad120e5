import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('agreements.refusals', {
  notPublic: {
    id: 'Hanya dokumen dari perjanjian yang sudah ditandatangani dan berstatus publik yang dapat diterbitkan. Ubah dahulu keterbukaannya.',
    en: 'Only a file of an agreement that is signed and public can be published. Change its openness first.',
  },
  publishedAlready: { id: 'Dokumen ini memang sudah demikian.', en: 'This file is so already.' },
  alreadySo: { id: 'Keterbukaannya memang sudah demikian.', en: 'It is so already.' },
  endBeforeStart: { id: 'Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.', en: 'The end cannot be before the start.' },
  exclusionWithoutReason: {
    id: 'Tulis alasan mengapa dikecualikan, misalnya pasal 17 UU 14/2008 huruf h.',
    en: 'Give the reason for the exclusion, such as article 17 of Law 14/2008.',
  },
  reasonWithoutExclusion: {
    id: 'Alasan hanya untuk yang dikecualikan: pilih Dikecualikan, atau kosongkan alasannya.',
    en: 'A reason is only for what is excluded: choose Excluded, or leave the reason empty.',
  },
  addendumWithoutParent: {
    id: 'Adendum mengubah perjanjian lain: pilih perjanjian induknya.',
    en: 'An addendum amends another agreement: choose that one.',
  },
  signingDayMissing: { id: 'Isi tanggal penandatanganan.', en: 'Give the day of signing.' },
  partyOfficeMissing: { id: 'Tambahkan satuan kerja KPU sebagai pihak.', en: 'Add a KPU office as a party.' },
  partyPartnerMissing: { id: 'Tambahkan sedikitnya satu mitra sebagai pihak.', en: 'Add at least one partner as a party.' },
  obligation: { id: 'Kewajiban ini', en: 'this obligation' },
  sameElsewhere: {
    id: 'Perjanjian yang sama sudah dicatat oleh satuan kerja lain, di luar wilayah kerja Anda.',
    en: 'Another office has recorded the same agreement, outside your area.',
  },
  sameRecordedElsewhere: {
    id: 'Perjanjian yang sama sudah tercatat, juga di luar wilayah kerja Anda.',
    en: 'The same agreement has been recorded already, also outside your area.',
  },
  sameRecorded: { id: 'Perjanjian yang sama sudah tercatat.', en: 'The same agreement has been recorded already.' },
  looksRecorded: {
    id: 'Periksa dahulu. Bila ini memang perjanjian lain, nyatakan lalu simpan lagi.',
    en: 'Look at it first. If this is indeed another agreement, say so and save again.',
  },
  agreement: { id: 'Perjanjian ini', en: 'this agreement' },
  fieldsNeedAttention: { id: 'Ada kolom yang perlu diperbaiki.', en: 'Some fields need attention.' },
  required: { id: 'Wajib diisi.', en: 'Required.' },
  officeUnknown: {
    id: 'Satuan kerja ini tidak ditemukan. Tulis kode atau namanya, misalnya 35.10.',
    en: 'There is no such office. Give its code or name, such as 35.10.',
  },
  partnerUnknownNear: {
    id: 'Mitra ini belum terdaftar. Maksud Anda {near}? Bila bukan, daftarkan dahulu sebagai mitra baru.',
    en: 'This partner is not registered. Did you mean {near}? If not, register it first.',
  },
  partnerUnknown: {
    id: 'Mitra ini belum terdaftar. Daftarkan dahulu sebagai mitra baru.',
    en: 'This partner is not registered. Register it first.',
  },
  parentNotFound: {
    id: 'Perjanjian induk ini tidak ditemukan. Tulis nomornya persis seperti pada naskah.',
    en: 'This agreement was not found. Give its number exactly as it is written.',
  },
  numberAmbiguous: {
    id: 'Beberapa perjanjian memakai nomor ini. Pilih dari daftar.',
    en: 'Several agreements have this number. Choose one from the list.',
  },
  parentIsItself: {
    id: 'Perjanjian tidak dapat berada di bawah dirinya sendiri.',
    en: 'An agreement cannot stand below itself.',
  },
  signingInFuture: { id: 'Tanggal penandatanganan belum tiba.', en: 'The day of signing has not come yet.' },
  renewalImpossible: {
    id: 'Hanya perjanjian yang ditandatangani, berjangka waktu, dan belum dalam perpanjangan yang dapat mulai diperpanjang.',
    en: 'Only an agreement that is signed, has an end and is not being renewed yet can begin a renewal.',
  },
  dayInFuture: { id: 'Tanggal ini belum tiba.', en: 'This day has not come yet.' },
  renewalNotPossible: {
    id: 'Hanya perjanjian yang ditandatangani, berjangka waktu, dan belum diakhiri yang dapat diperpanjang.',
    en: 'Only an agreement that is signed, has an end and has not been ended can be renewed.',
  },
  renewalEndsTooEarly: { id: 'Tanggal berakhir yang baru harus setelah yang lama.', en: 'The new end must be after the old one.' },
  startDayOutside: {
    id: 'Pilih tanggal setelah penandatanganan dan sebelum perjanjian berakhir.',
    en: 'Choose a day after the signing and before the end.',
  },
  terminationDayOutside: {
    id: 'Pilih tanggal sejak perjanjian berlaku sampai hari ini.',
    en: 'Choose a day from the start of the agreement until today.',
  },
  officeNotFound: { id: 'Tidak ada satuan kerja dengan nama atau kode itu.', en: 'There is no office of that name or code.' },
  partnerNotFound: { id: 'Tidak ada mitra dengan nama itu di wilayah Anda.', en: 'No partner of that name is in your area.' },
})
