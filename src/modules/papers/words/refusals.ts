import { texts } from '../../../platform/i18n/words.ts'

/** Why a paper is not there yet. */
export const refusals = texts('papers.refusals', {
  notReleased: {
    id: 'Acaranya belum dirilis. Susunan acara ada setelah dirilis.',
    en: 'The programme has not been released yet. The rundown is there once it is.',
  },
  noMinutes: {
    id: 'Belum ada notula yang dapat Anda baca. Notula terbaca setelah disetujui dan diedarkan.',
    en: 'There are no minutes that you can read yet. They can be read once they are approved and distributed.',
  },
  nobodyInvited: {
    id: 'Belum ada yang diundang. Daftar hadir dibuat dari daftar undangan.',
    en: 'Nobody is invited yet. The attendance list is made of the list of invitees.',
  },
  noProxies: { id: 'Belum ada yang diwakili.', en: 'Nobody is represented yet.' },
  noDecisions: {
    id: 'Belum ada keputusan dalam notula yang disetujui dan dapat Anda baca.',
    en: 'There is no decision yet in approved minutes that you can read.',
  },
  notHeld: { id: 'Rapatnya belum berakhir.', en: 'The meeting has not ended yet.' },
  forHost: {
    id: 'Hanya untuk satuan kerja penyelenggara dan yang di atasnya.',
    en: 'Only for the office that hosts the meeting and those above it.',
  },
  lettersNotMade: {
    id: 'Surat-surat undangan belum selesai dibuat. Buat dahulu, lalu unduh.',
    en: 'The letters are not finished. Make them first, then download them.',
  },
  lettersWithoutAsker: {
    id: 'Yang meminta surat-surat ini tidak lagi mengurus rapat satuan kerjanya.',
    en: 'Whoever asked for these letters no longer runs meetings of that office.',
  },
  noCertificateRule: {
    id: 'Penyelenggara belum menetapkan syarat sertifikat.',
    en: 'The host has not set the condition for certificates yet.',
  },
  certificateRule: { id: 'syarat sertifikat ini', en: 'this condition for certificates' },
  certificatesGiven: {
    id: 'Rapat ini sudah dilaporkan atau dibatalkan, jadi syarat sertifikatnya tidak dapat diubah lagi.',
    en: 'This meeting was reported or cancelled, so its condition for certificates can no longer be changed.',
  },
  nobodyCertified: { id: 'Tidak ada yang memenuhi syarat sertifikat.', en: 'Nobody meets the condition for a certificate.' },
  tooFewSessions: {
    id: 'Hadir di {attended} dari {sessions} sesi; syaratnya paling sedikit {percent} %.',
    en: 'Attended {attended} of {sessions} sessions; the condition is at least {percent}%.',
  },
  notApproved: { id: 'Notulanya belum disetujui.', en: 'The minutes have not been approved yet.' },
})
