import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('meetings.refusals', {
  clash: { id: 'bentrok ini', en: 'this clash' },
  clashIgnored: { id: 'Bentrok ini sudah diabaikan.', en: 'This clash is ignored already.' },
  clashOpen: { id: 'Bentrok ini tidak diabaikan.', en: 'This clash is not ignored.' },
  meeting: { id: 'rapat ini', en: 'this meeting' },
  linkUnclear: { id: 'Tulis alamat lengkapnya, dimulai dengan https://.', en: 'Write the whole address, beginning with https://.' },
  endsBeforeStart: { id: 'Waktu selesai harus sesudah waktu mulai.', en: 'The end must come after the start.' },
  tooManyMaterials: { id: 'Satu sesi memuat paling banyak {most, number} berkas.', en: 'A session has at most {most, number} files.' },
  readsNoMessage: {
    id: 'Orang ini tidak membacakan pesan tertulis dalam sesi ini.',
    en: 'This person reads no written message in this session.',
  },
  room: { id: 'ruang ini', en: 'this room' },
  roomKnown: { id: 'Rapat ini sudah mempunyai ruang dengan nama itu.', en: 'This meeting already has a room of that name.' },
  tooManyRooms: { id: 'Satu rapat memuat paling banyak {most, number} ruang.', en: 'A meeting has at most {most, number} rooms.' },
  chooseAgain: { id: 'Pilih berkasnya sekali lagi.', en: 'Choose the file once more.' },
  session: { id: 'sesi ini', en: 'this session' },
  startMissing: { id: 'Isi juga waktu mulainya.', en: 'Give the start as well.' },
  personOrGuest: { id: 'Pilih satu orang, atau tulis nama seorang tamu.', en: 'Choose one person, or write the name of a guest.' },
  whoseMessage: { id: 'Tulis pesan tertulis siapa yang dibacakan.', en: 'Say whose written message is read.' },
  personUnknown: {
    id: 'Orang ini tidak ada di wilayah kerja Anda. Pilih dari daftar, atau tulis sebagai tamu.',
    en: 'This person is not in your area. Choose from the list, or write the name as a guest.',
  },
  nothingToRelease: { id: 'Tidak ada perubahan yang perlu dirilis.', en: 'There is no change to release.' },
  massRemoval: {
    id: '{count, number} dari {of, number} sesi yang sudah dirilis akan batal. Centang bila memang demikian.',
    en: '{count, number} of {of, number} released sessions would be cancelled. Tick the box if that is right.',
  },
  momentUnclear: { id: 'Tulis tanggal dan jamnya, misalnya 2026-03-10T09:00.', en: 'Give the day and the hour, such as 2026-03-10T09:00.' },
  tooManyRows: {
    id: 'Berkas ini berisi lebih dari {most, number} baris. Bagi menjadi beberapa berkas.',
    en: 'This file has more than {most, number} rows. Split it into several files.',
  },
  tooManySessions: {
    id: 'Satu acara memuat paling banyak {most, number} sesi.',
    en: 'A programme has at most {most, number} sessions.',
  },
  tooManyPeople: {
    id: 'Satu acara memuat paling banyak {most, number} nama.',
    en: 'A programme has at most {most, number} names.',
  },
  placeMissing: { id: 'Tulis tempat rapatnya.', en: 'Say where the meeting takes place.' },
  regionUnknown: {
    id: 'Wilayah ini tidak dikenal. Pilih dari daftar.',
    en: 'There is no such region. Choose from the list.',
  },
  kindUnknown: { id: 'Jenis rapat ini tidak ada.', en: 'There is no such type of meeting.' },
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
  onlyPreview: {
    id: 'Berkas ini baru dapat dibaca sebagai pratinjau. Ulangi dengan preview.',
    en: 'So far such a file can only be read as a preview. Ask again with preview.',
  },
  noProgrammeHeader: {
    id: 'Tidak ada judul kolom Waktu (atau Mulai) dan Kegiatan. Beri nama kolom-kolomnya seperti itu, lalu unggah lagi.',
    en: 'There is no heading row with the columns Waktu (or Mulai) and Kegiatan. Name the columns like that and upload the file again.',
  },
  noConnectionsHeader: {
    id: 'Berkas ini bukan laporan peserta rapat video: tidak ada kolom nama, waktu bergabung, dan waktu keluar. Unduh laporan penggunaan dari Zoom sebagai CSV.',
    en: 'This is not the participant report of a video meeting: it has no columns for name, join time and leave time. Download the usage report from Zoom as CSV.',
  },
})
