import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { guestStatuses } from '../schema/guests.ts'
import { reportStates } from '../schema/participants.ts'
import { presenceStatuses } from '../schema/presence.ts'
import { participantWords } from './participants.ts'
import { titles } from './titles.ts'
import { words } from './words.ts'

const meanings = define('attendance.statuses', {
  id: {
    present: {
      means: 'Orang ini berada di sesi itu, walau hanya sebagian. Terlambat berarti lebih dari 15 menit sesudah mulai.',
      next: 'Bila salah, penyelenggara memperbaikinya dengan alasan.',
    },
    replaced: { means: 'Orang ini tidak datang dan ada yang datang mewakilinya.', next: 'Bila ia datang sendiri, ia menjadi hadir.' },
    excused: { means: 'Orang ini tidak datang dan alasannya tercatat.', next: 'Bila ia tetap datang, ia menjadi hadir.' },
    absent: { means: 'Sesi sudah selesai dan orang ini tidak datang.', next: 'Bila salah, penyelenggara memperbaikinya dengan alasan.' },
    expected: { means: 'Sesi belum selesai dan orang ini belum datang.', next: 'Meja mencatatnya ketika ia datang.' },
  },
  en: {
    present: {
      means: 'This person was at the session, if only for a part. Late means more than 15 minutes after it began.',
      next: 'If this is wrong, the host corrects it with a reason.',
    },
    replaced: { means: 'This person did not come and somebody came instead.', next: 'When they come themselves, they are present.' },
    excused: { means: 'This person did not come, and the reason is recorded.', next: 'When they come all the same, they are present.' },
    absent: { means: 'The session is over and this person did not come.', next: 'If this is wrong, the host corrects it with a reason.' },
    expected: { means: 'The session is not over and this person has not come yet.', next: 'A desk records them when they come.' },
  },
})

const reportMeanings = define('attendance.reportStatuses', {
  id: {
    draft: { means: 'Laporan sudah dibaca. Belum ada kehadiran yang dicatat darinya.', next: 'Periksa nama-namanya, lalu catat.' },
    recorded: { means: 'Kehadiran dari laporan ini dihitung.', next: 'Nama yang belum jelas masih dapat ditentukan.' },
    withdrawn: { means: 'Laporan ini tidak dihitung lagi.', next: 'Laporan yang benar dapat diunggah.' },
  },
  en: {
    draft: { means: 'The report was read. No attendance is recorded from it yet.', next: 'Look at its names, then record it.' },
    recorded: { means: 'The attendance in this report counts.', next: 'Names that are not clear can still be told.' },
    withdrawn: { means: 'This report no longer counts.', next: 'The right report can be uploaded.' },
  },
})

const guestMeanings = define('attendance.guestStatuses', {
  id: {
    matched: { means: 'Nama ini seorang undangan.', next: 'Kehadirannya ikut dicatat.' },
    unnamed: { means: 'Satuan kerjanya jelas, tetapi undangannya beberapa orang.', next: 'Tentukan siapa orangnya.' },
    uninvited: {
      means: 'Satuan kerjanya jelas, tetapi tidak ada undangan dari sana.',
      next: 'Tidak perlu apa-apa, atau tentukan orangnya.',
    },
    ambiguous: { means: 'Nama ini dapat berarti beberapa satuan kerja.', next: 'Tentukan yang benar.' },
    unmatched: { means: 'Nama ini tidak menyebut satuan kerja atau undangan mana pun.', next: 'Tentukan siapa, atau bukan peserta.' },
    nobody: { means: 'Nama ini bukan peserta, misalnya layar di ruangan.', next: 'Tidak ada yang dicatat.' },
    waiting: { means: 'Nama ini tidak pernah masuk dari ruang tunggu.', next: 'Tidak ada yang dicatat.' },
  },
  en: {
    matched: { means: 'This name is an invitee.', next: 'Their attendance is recorded.' },
    unnamed: { means: 'The office is clear, but several of it are invited.', next: 'Say which of them it is.' },
    uninvited: { means: 'The office is clear, but nobody of it is invited.', next: 'Nothing to do, or say who it is.' },
    ambiguous: { means: 'This name may mean several offices.', next: 'Say which is right.' },
    unmatched: { means: 'This name means no office and no invitee.', next: 'Say who it is, or that it is not a participant.' },
    nobody: { means: 'This name is not a participant, such as a screen in the room.', next: 'Nothing is recorded.' },
    waiting: { means: 'This name never came in from the waiting room.', next: 'Nothing is recorded.' },
  },
})

/** What somebody's presence in a session means. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'attendance',
    power: 'meeting.read',
    order: 6,
    name: titles.presence,
    statuses: presenceStatuses,
    labels: locale => words[locale].statuses,
    meanings: locale => meanings[locale],
  }),
  statusKind({
    kind: 'participantReport',
    power: 'meeting.write',
    order: 7,
    name: titles.participantReport,
    statuses: reportStates,
    labels: locale => participantWords[locale].states,
    meanings: locale => reportMeanings[locale],
  }),
  statusKind({
    kind: 'participant',
    power: 'meeting.write',
    order: 8,
    name: titles.participant,
    statuses: guestStatuses,
    labels: locale => participantWords[locale].statuses,
    meanings: locale => guestMeanings[locale],
  }),
]
