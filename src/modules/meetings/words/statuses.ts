import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { clashStates } from '../schema/clashes.ts'
import { states } from '../schema/meetings.ts'
import { clashWords } from './clashes.ts'
import { titles } from './titles.ts'
import { words } from './words.ts'

const meanings = define('meetings.statuses', {
  id: {
    planned: {
      means: 'Rapat sudah direncanakan, tetapi belum diundang.',
      next: 'Penyelenggara mengirim undangan, atau langsung memulainya.',
    },
    invited: { means: 'Undangannya sudah dikirim.', next: 'Penyelenggara memulai rapat pada harinya.' },
    running: { means: 'Rapat sedang berlangsung.', next: 'Penyelenggara mengakhirinya, lalu mencatat capaian tujuannya.' },
    ended: {
      means: 'Rapat sudah berakhir, laporannya belum ditutup.',
      next: 'Penyelenggara menjawab setiap tujuan, lalu menutup laporan.',
    },
    reported: { means: 'Laporan rapat sudah ditutup.', next: 'Tidak ada lagi. Isinya tidak berubah.' },
    cancelled: { means: 'Rapat dibatalkan dengan alasan yang tercatat.', next: 'Dapat direncanakan kembali bila batalnya keliru.' },
  },
  en: {
    planned: { means: 'The meeting is planned but nobody is invited yet.', next: 'The host sends the invitations, or simply starts it.' },
    invited: { means: 'The invitations have been sent.', next: 'The host starts the meeting on its day.' },
    running: { means: 'The meeting is in progress.', next: 'The host ends it and records what was achieved.' },
    ended: { means: 'The meeting has ended; its report is not closed.', next: 'The host answers each objective and closes the report.' },
    reported: { means: 'The report of the meeting is closed.', next: 'Nothing more. It does not change.' },
    cancelled: { means: 'The meeting was cancelled for a recorded reason.', next: 'It can be planned again if that was a mistake.' },
  },
})

const clashMeanings = define('meetings.clashStatuses', {
  id: {
    open: {
      means: 'Seseorang diperlukan di dua tempat dan belum ada yang menanganinya.',
      next: 'Penyelenggara memindahkan sesi, meminta wakil, atau mengabaikannya dengan alasan.',
    },
    ignored: {
      means: 'Bentrok ini boleh tetap ada, dengan alasan yang tercatat.',
      next: 'Muncul lagi bila waktu atau tempat salah satunya berubah.',
    },
  },
  en: {
    open: {
      means: 'Somebody is needed in two places and nobody has dealt with it.',
      next: 'The host moves a session, asks for somebody to stand in, or ignores it for a reason.',
    },
    ignored: {
      means: 'The clash may stay as it is, for a recorded reason.',
      next: 'It comes back when the time or place of one of the two changes.',
    },
  },
})

/** What the statuses of meetings and of clashes mean. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'meeting',
    power: 'meeting.read',
    order: 4,
    name: titles.meetings,
    statuses: states,
    labels: locale => words[locale].states,
    meanings: locale => meanings[locale],
  }),
  statusKind({
    kind: 'meeting_clash',
    power: 'meeting.read',
    order: 4,
    name: titles.clashes,
    statuses: clashStates,
    labels: locale => clashWords[locale].states,
    meanings: locale => clashMeanings[locale],
  }),
]
