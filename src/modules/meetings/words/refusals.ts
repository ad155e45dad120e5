import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('meetings.refusals', {
  meeting: { id: 'rapat ini', en: 'this meeting' },
  linkUnclear: { id: 'Tulis alamat lengkapnya, dimulai dengan https://.', en: 'Write the whole address, beginning with https://.' },
  endsBeforeStart: { id: 'Waktu selesai harus sesudah waktu mulai.', en: 'The end must come after the start.' },
  placeMissing: { id: 'Tulis tempat rapatnya.', en: 'Say where the meeting takes place.' },
  kindUnknown: { id: 'Jenis rapat ini tidak ada.', en: 'There is no such type of meeting.' },
  officeUnknown: {
    id: 'Satuan kerja dengan nama atau kode itu tidak ada di wilayah kerja Anda.',
    en: 'There is no office with that name or code in your area.',
  },
  officesSeveral: {
    id: 'Beberapa satuan kerja cocok dengan nama ini. Pilih salah satu dari daftar.',
    en: 'Several offices fit this name. Choose one from the list.',
  },
  meetingOver: {
    id: 'Rapat ini sudah berakhir atau dibatalkan, jadi rencananya tidak dapat diubah lagi.',
    en: 'This meeting has ended or was cancelled, so its plan can no longer be changed.',
  },
  objectivesNotNow: {
    id: 'Capaian tujuan dicatat sejak rapat dimulai sampai laporannya ditutup.',
    en: 'What was achieved is recorded from the start of the meeting until it is closed.',
  },
  objectiveUnknown: { id: 'Tujuan ini bukan tujuan rapat tersebut.', en: 'This is not an objective of that meeting.' },
  whyNotReached: { id: 'Tulis mengapa tujuan ini tidak tercapai.', en: 'Say why this objective was not reached.' },
  objectivesOpen: {
    id: 'Jawab dahulu {count, number} tujuan yang belum dijawab.',
    en: 'First answer the {count, plural, one {# objective} other {# objectives}} that nobody has answered yet.',
  },
})
