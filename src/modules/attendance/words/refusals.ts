import { texts } from '../../../platform/i18n/words.ts'

export const refusals = texts('attendance.refusals', {
  whoMissing: { id: 'Pilih orangnya, atau pindai kode QR-nya.', en: 'Choose the person, or scan the QR code.' },
  noSession: { id: 'Sesi itu tidak ada dalam acara yang dirilis.', en: 'The released programme has no such session.' },
  meetingNotHeld: { id: 'Rapat ini dibatalkan. Kehadiran tidak dicatat.', en: 'This meeting is cancelled. Attendance is not recorded.' },
  notInvited: { id: 'Anda tidak diundang ke rapat ini.', en: 'You are not invited to this meeting.' },
  nothingToCorrect: { id: 'Catatannya sudah demikian.', en: 'It is recorded like that already.' },
  notPlaced: {
    id: '{count, plural, other {# catatan}} tidak dapat dicatat: kodenya tidak berlaku atau orangnya tidak diundang ke rapat ini.',
    en: '{count, plural, one {# entry} other {# entries}} could not be recorded: the code is not valid or the person is not invited to this meeting.',
  },
  nobodyNamed: { id: 'Tidak ada undangan dengan nama itu.', en: 'No invitation has that name.' },
  severalNamed: { id: 'Beberapa undangan cocok. Pilih satu dari daftar.', en: 'Several invitations match. Choose one from the list.' },
  wrongCode: {
    id: 'Kode itu tidak berlaku sekarang. Lihat kode terbaru di layar.',
    en: 'That code is not valid now. See the latest code on the screen.',
  },
  tooManyTries: {
    id: 'Terlalu banyak kode yang salah. Coba lagi 15 menit kemudian.',
    en: 'Too many wrong codes. Try again in 15 minutes.',
  },
  oneMeaning: {
    id: 'Pilih satu: nama undangan, satuan kerja, atau bukan peserta.',
    en: 'Choose one: the name of an invitee, an office, or not a participant.',
  },
  notDraft: { id: 'Laporan ini sudah dicatat atau ditarik.', en: 'This report is recorded or withdrawn already.' },
  withdrawnAlready: { id: 'Laporan ini sudah ditarik.', en: 'This report is withdrawn already.' },
  tooManyReports: {
    id: 'Satu rapat memuat paling banyak {most, number} laporan peserta.',
    en: 'A meeting has at most {most, number} participant reports.',
  },
  report: { id: 'laporan peserta ini', en: 'this participant report' },
  participant: { id: 'nama peserta ini', en: 'this participant' },
  noMoreBadges: { id: 'Kode QR ini sudah terlalu sering diterbitkan ulang.', en: 'This QR code was issued too many times.' },
  personOrOffice: { id: 'Sebutkan satu orang, atau satu satuan kerja.', en: 'Name one person, or one office.' },
  badge: {
    id: 'Kode QR ini tidak berlaku untuk rapat ini.',
    en: 'This QR code is not valid for this meeting.',
  },
})
