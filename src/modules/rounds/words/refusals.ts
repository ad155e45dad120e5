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
})
