import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { presenceStatuses } from '../schema/presence.ts'
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
]
