import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('agreements.refusals', {
  notPublic: {
    id: 'Hanya dokumen dari perjanjian yang sudah ditandatangani dan berstatus publik yang dapat diterbitkan. Ubah dahulu keterbukaannya.',
    en: 'Only documents of agreements that are signed and public can be published. Change the public access first.',
  },
  publishedAlready: {
    id: 'Status penerbitan dokumen ini memang sudah demikian.',
    en: 'The document is already published, or already removed from the register.',
  },
  alreadySo: { id: 'Keterbukaannya memang sudah demikian.', en: 'Its public access is already set to this.' },
  endBeforeStart: {
    id: 'Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.',
    en: 'The end date cannot be before the start date.',
  },
  exclusionWithoutReason: {
    id: 'Tulis alasan mengapa dikecualikan, misalnya pasal 17 UU 14/2008 huruf h.',
    en: 'Give the reason for withholding it, such as article 17 of Law 14/2008.',
  },
  reasonWithoutExclusion: {
    id: 'Alasan hanya untuk perjanjian yang dikecualikan: pilih Dikecualikan, atau kosongkan alasannya.',
    en: 'A reason is only for withheld agreements: choose Withheld, or leave the reason empty.',
  },
  addendumWithoutParent: {
    id: 'Adendum mengubah perjanjian lain: pilih perjanjian induknya.',
    en: 'An addendum amends another agreement: choose its parent agreement.',
  },
  signingDayMissing: { id: 'Isi tanggal penandatanganan.', en: 'Enter the date of signing.' },
  partyOfficeMissing: { id: 'Tambahkan satuan kerja KPU sebagai pihak.', en: 'Add a KPU office as a party.' },
  partyPartnerMissing: { id: 'Tambahkan sedikitnya satu mitra sebagai pihak.', en: 'Add at least one partner as a party.' },
  obligation: { id: 'Kewajiban ini', en: 'this obligation' },
  sameElsewhere: {
    id: 'Perjanjian yang sama sudah dicatat oleh satuan kerja lain di luar wilayah kerja Anda.',
    en: 'An office outside your area has recorded the same agreement.',
  },
  sameRecordedElsewhere: {
    id: 'Perjanjian yang sama sudah tercatat, juga di luar wilayah kerja Anda.',
    en: 'The same agreement is already recorded, also outside your area.',
  },
  sameRecorded: { id: 'Perjanjian yang sama sudah tercatat.', en: 'The same agreement is already recorded.' },
  looksRecorded: {
    id: 'Periksa dahulu. Bila ini memang perjanjian lain, nyatakan lalu simpan lagi.',
    en: 'Check it first. If this really is another agreement, confirm it and save again.',
  },
  agreement: { id: 'Perjanjian ini', en: 'this agreement' },
  fieldsNeedAttention: { id: 'Ada kolom yang perlu diperbaiki.', en: 'Some fields need attention.' },
  required: { id: 'Wajib diisi.', en: 'Required.' },
  partnerUnknownNear: {
    id: 'Tidak ada mitra yang cocok dengan “{text}”. Maksud Anda {near}? Bila bukan, daftarkan dahulu sebagai mitra baru.',
    en: 'No partner matches “{text}”. Did you mean {near}? If not, register it first.',
  },
  partnerUnknown: {
    id: 'Tidak ada mitra yang cocok dengan “{text}”. Daftarkan dahulu sebagai mitra baru.',
    en: 'No partner matches “{text}”. Register it first as a new partner.',
  },
  numberAmbiguous: {
    id: 'Beberapa perjanjian memakai nomor ini. Pilih dari daftar.',
    en: 'Several agreements have this number. Choose one from the list.',
  },
  parentIsItself: {
    id: 'Perjanjian tidak dapat menjadi induk bagi dirinya sendiri.',
    en: 'An agreement cannot be its own parent.',
  },
  signingInFuture: { id: 'Tanggal penandatanganan belum tiba.', en: 'The date of signing is in the future.' },
  renewalImpossible: {
    id: 'Hanya perjanjian yang ditandatangani, berjangka waktu, dan belum dalam perpanjangan yang dapat mulai diperpanjang.',
    en: 'Renewal can begin only for an agreement that is signed, has an end date and is not already in renewal.',
  },
  dayInFuture: { id: 'Tanggal ini belum tiba.', en: 'This date is in the future.' },
  renewalNotPossible: {
    id: 'Hanya perjanjian yang ditandatangani, berjangka waktu, dan belum diakhiri yang dapat diperpanjang.',
    en: 'Only an agreement that is signed, has an end date and has not been ended can be renewed.',
  },
  renewalEndsTooEarly: { id: 'Tanggal berakhir yang baru harus setelah yang lama.', en: 'The new end date must be after the old one.' },
  startDayOutside: {
    id: 'Pilih tanggal setelah penandatanganan dan sebelum perjanjian berakhir.',
    en: 'Choose a date after the signing and before the end.',
  },
  terminationDayOutside: {
    id: 'Pilih tanggal sejak perjanjian berlaku sampai hari ini.',
    en: 'Choose a date between the start of the agreement and today.',
  },
  officeNotFound: { id: 'Tidak ada satuan kerja dengan nama atau kode itu.', en: 'There is no office with that name or code.' },
  partnerNotFoundNear: {
    id: 'Tidak ada mitra dengan nama itu di wilayah kerja Anda. Maksud Anda {near}?',
    en: 'There is no partner of that name in your area. Did you mean {near}?',
  },
  partnerNotFound: { id: 'Tidak ada mitra dengan nama itu di wilayah kerja Anda.', en: 'There is no partner of that name in your area.' },
})
