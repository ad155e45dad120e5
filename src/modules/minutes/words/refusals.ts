import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('minutes.refusals', {
  minutes: { id: 'notula ini', en: 'this record of the meeting' },
  passage: { id: 'bagian notula ini', en: 'this passage' },
  nothingWritten: { id: 'Tulis apa yang disampaikan, atau simpulannya.', en: 'Write what was said, or what was concluded.' },
  notBegun: {
    id: 'Notula ditulis sejak rapat dimulai. Rapat ini belum dimulai atau dibatalkan.',
    en: 'Minutes are written once the meeting has started. This one has not started, or was cancelled.',
  },
  sessionUnknown: {
    id: 'Sesi ini tidak ada dalam acara yang dirilis. Pilih sesi dari acara rapat.',
    en: 'The released programme has no such session. Choose one of its sessions.',
  },
  begunAlready: {
    id: 'Notula sesi ini sudah dimulai. Buka notula itu dan lanjutkan.',
    en: 'The minutes of this session have been started already. Open them and go on there.',
  },
  partUnknown: {
    id: 'Orang ini tidak bertugas dalam sesi ini. Pilih dari daftar, atau tulis namanya di bawah.',
    en: 'This person has no role in the session. Choose from the list, or write the name below.',
  },
  passageGone: {
    id: 'Bagian ini sudah dihapus orang lain. Tulisan Anda masih ada di bawah; tambahkan sebagai bagian baru bila perlu.',
    en: 'Somebody else has removed this passage. Your text is still below; add it as a new passage if it is needed.',
  },
  notOpen: {
    id: 'Notula ini sudah dikirim atau disetujui, jadi isinya tidak dapat diubah.',
    en: 'These minutes have been sent or approved, so they cannot be changed.',
  },
  noPlaceThere: { id: 'Bagian ini sudah di ujung.', en: 'This passage is already at the end.' },
  tooManyPassages: {
    id: 'Satu notula memuat paling banyak {most, number} bagian.',
    en: 'Minutes have at most {most, number} passages.',
  },
  tooManyLetters: {
    id: 'Satu notula memuat paling banyak {most, number} huruf.',
    en: 'Minutes have at most {most, number} characters.',
  },
  nothingToSend: { id: 'Notula ini masih kosong. Tulis dahulu isinya.', en: 'These minutes are still empty. Write something first.' },
  ownMinutes: {
    id: 'Anda satu-satunya yang menulis notula ini. Orang lain yang berwenang harus menyetujuinya.',
    en: 'You alone wrote these minutes. Somebody else who may approve them has to do so.',
  },
  notApproved: {
    id: 'Notula ini belum disetujui, jadi belum ada sidik jari datanya.',
    en: 'These minutes have not been approved, so they have no data fingerprint yet.',
  },
  decision: { id: 'keputusan ini', en: 'this decision' },
  oneAddressee: {
    id: 'Pilih satu saja: satuan kerja, mitra, atau lembaga lain.',
    en: 'Choose only one: an office, a partner or another body.',
  },
  postponedToWhen: { id: 'Tulis ditunda sampai kapan, atau ke rapat mana.', en: 'Say until when it is postponed, or to which meeting.' },
  referredToWhom: { id: 'Tulis kepada satuan kerja mana diteruskan.', en: 'Say to which office it is referred.' },
  tooManyDecisions: {
    id: 'Satu rapat memuat paling banyak {most, number} keputusan.',
    en: 'A meeting has at most {most, number} decisions.',
  },
  meetingUnknown: {
    id: 'Tidak ada rapat dengan nomor ini yang dapat Anda baca.',
    en: 'There is no meeting with this number that you may read.',
  },
  decisionUnknown: {
    id: 'Tidak ada keputusan dengan nomor ini yang dapat Anda baca.',
    en: 'There is no decision with this number that you may read.',
  },
  decisionNotEarlier: {
    id: 'Pilih keputusan rapat yang lebih dahulu dan sudah disetujui.',
    en: 'Choose an approved decision of an earlier meeting.',
  },
  decisionNotApproved: {
    id: 'Notulanya belum disetujui, jadi keputusan ini belum dapat ditindaklanjuti.',
    en: 'Its minutes have not been approved, so this decision cannot be followed up yet.',
  },
  followUpNotFound: { id: 'Tidak ada tindak lanjut dengan nomor ini.', en: 'There is no follow-up with this number.' },
  followUpIsLinked: { id: 'Tindak lanjut ini sudah dikaitkan.', en: 'This follow-up is linked already.' },
  correction: { id: 'koreksi ini', en: 'this correction' },
  whyNotTaken: { id: 'Tulis mengapa koreksi ini tidak dimuat.', en: 'Say why this correction is not taken up.' },
  passageElsewhere: { id: 'Bagian ini bukan bagian notula tersebut.', en: 'This passage is not one of those minutes.' },
  tooManyCorrections: {
    id: 'Satu orang mengirim paling banyak {most, number} koreksi untuk satu notula.',
    en: 'One person sends at most {most, number} corrections to the same minutes.',
  },
  correctionAnswered: { id: 'Koreksi ini sudah dijawab.', en: 'This correction has been answered already.' },
  ownCorrection: {
    id: 'Koreksi ini dari Anda sendiri. Orang lain yang berwenang harus menjawabnya.',
    en: 'This correction is your own. Somebody else who may answer it has to do so.',
  },
})
