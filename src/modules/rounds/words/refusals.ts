import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('rounds.refusals', {
  round: { id: 'antrean ini', en: 'this queue' },
  entry: { id: 'presentasi ini', en: 'this presentation' },
  notNow: {
    id: 'Itu tidak dapat dilakukan sekarang. Lihat dahulu siapa yang sedang tampil dan siapa yang menunggu.',
    en: 'That cannot be done now. Look first at who is presenting and who is waiting.',
  },
  meetingOver: {
    id: 'Rapat ini dibatalkan atau laporannya sudah ditutup, jadi putarannya tidak dapat diubah lagi.',
    en: 'This meeting was cancelled or its report is closed, so the round can no longer be changed.',
  },
  noSuchSession: {
    id: 'Pilih sesi putaran presentasi dari acara yang sudah dirilis.',
    en: 'Choose a presentation session of the released programme.',
  },
  preparedAlready: { id: 'Antrean untuk sesi ini sudah ada.', en: 'This session already has a queue.' },
  tooMany: { id: 'Satu antrean memuat paling banyak {most, number} penampil.', en: 'A queue has at most {most, number} entries.' },
  award: { id: 'penghargaan ini', en: 'this award' },
  noWeight: { id: 'Juri atau peserta, paling tidak salah satu harus berbobot.', en: 'Jury or audience: at least one must have a weight.' },
  noCriterion: { id: 'Tulis paling tidak satu kriteria yang dinilai juri.', en: 'Give at least one criterion for the jury.' },
  awardFixed: {
    id: 'Penilaian sudah dibuka, jadi kriteria, bobot, dan aturannya tidak dapat diubah lagi.',
    en: 'Marking is open, so criteria, weights and rules can no longer be changed.',
  },
  awardStopped: { id: 'Penilaian sudah ditutup. Hasilnya tidak berubah lagi.', en: 'Marking has stopped. The result no longer changes.' },
  awardNotNow: { id: 'Penilaian belum dibuka.', en: 'Marking is not open.' },
  stillPresenting: {
    id: 'Masih ada yang tampil. Akhiri gilirannya dahulu.',
    en: 'Somebody is still presenting. End that turn first.',
  },
  personUnknown: {
    id: 'Orang ini tidak ada di wilayah kerja Anda. Pilih dari daftar.',
    en: 'This person is not in your area. Choose from the list.',
  },
  inJuryAlready: { id: 'Orang ini sudah menjadi juri.', en: 'This person is already in the jury.' },
  noJury: { id: 'Di putaran ini juri tidak menilai.', en: 'This round has no jury.' },
  noAudience: { id: 'Di putaran ini peserta tidak memilih.', en: 'This round has no audience vote.' },
  ownProvince: {
    id: 'Satuan kerja sendiri dan yang seprovinsi tidak dapat dinilai atau dipilih.',
    en: 'Your own office and those of your province cannot be marked or chosen.',
  },
  notPresented: { id: 'Satuan kerja ini belum tampil.', en: 'This office has not presented yet.' },
  notOfStage: { id: 'Pilih satu dari tahapan ini.', en: 'Choose one of this stage.' },
  noLevel: { id: 'Pilih satu tingkat.', en: 'Choose a level.' },
  noWinner: {
    id: 'Piagam hanya untuk pemenang, sesudah penilaian ditutup.',
    en: 'Certificates are for winners, once marking has stopped.',
  },
})
