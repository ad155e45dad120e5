import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { awardStates, entryStatuses, phases } from '../schema/kinds.ts'
import { titles } from './titles.ts'
import { words } from './words.ts'

const meanings = define('rounds.statuses', {
  id: {
    phases: {
      idle: { means: 'Tidak ada satuan kerja yang sedang tampil.', next: 'Moderator memulai giliran berikutnya.' },
      speaking: { means: 'Satu satuan kerja sedang tampil dan jamnya berjalan.', next: 'Moderator menjeda atau mengakhiri gilirannya.' },
      paused: { means: 'Satu satuan kerja tampil, tetapi jamnya berhenti.', next: 'Moderator melanjutkan atau mengakhiri gilirannya.' },
    },
    entries: {
      waiting: { means: 'Satuan kerja menunggu giliran.', next: 'Moderator memulai gilirannya, memindahkan, atau melewatinya.' },
      presenting: { means: 'Satuan kerja sedang tampil.', next: 'Moderator mengakhiri gilirannya.' },
      paused: { means: 'Satuan kerja tampil, tetapi jamnya berhenti.', next: 'Moderator melanjutkan gilirannya.' },
      done: { means: 'Satuan kerja sudah tampil.', next: 'Juri menilai. Moderator dapat memanggilnya kembali.' },
      skipped: { means: 'Giliran satuan kerja dilewati.', next: 'Moderator dapat memanggilnya kembali ke urutan akhir.' },
    },
    award: {
      draft: { means: 'Kriteria, bobot, dan aturan masih dapat diubah.', next: 'Penyelenggara membuka penilaian.' },
      open: { means: 'Juri menilai dan peserta memilih, masing-masing tertutup.', next: 'Penyelenggara menutup penilaian.' },
      stopped: { means: 'Hasilnya tetap dan dapat dibaca.', next: 'Tidak ada lagi. Pemenang mengunduh piagamnya.' },
    },
  },
  en: {
    phases: {
      idle: { means: 'No office is presenting.', next: 'The moderator starts the next turn.' },
      speaking: { means: 'An office is presenting and its clock is running.', next: 'The moderator pauses or ends the turn.' },
      paused: { means: 'An office is presenting but its clock stands.', next: 'The moderator resumes or ends the turn.' },
    },
    entries: {
      waiting: { means: 'The office is waiting for its turn.', next: 'The moderator starts, moves or skips it.' },
      presenting: { means: 'The office is presenting.', next: 'The moderator ends its turn.' },
      paused: { means: 'The office is presenting but its clock stands.', next: 'The moderator resumes its turn.' },
      done: { means: 'The office has presented.', next: 'The jury marks it. The moderator can call it back.' },
      skipped: { means: 'The turn of the office was skipped.', next: 'The moderator can call it back to the end of the queue.' },
    },
    award: {
      draft: { means: 'Criteria, weights and rules can still be changed.', next: 'The host opens the marking.' },
      open: { means: 'The jury marks and the audience votes, each unseen by others.', next: 'The host stops the marking.' },
      stopped: { means: 'The result stands and can be read.', next: 'Nothing more. Winners download their certificate.' },
    },
  },
})

/** What the statuses of rounds, of those who present and of awards mean. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'round',
    power: 'meeting.read',
    order: 4,
    name: titles.rounds,
    statuses: phases,
    labels: locale => words[locale].phases,
    meanings: locale => meanings[locale].phases,
  }),
  statusKind({
    kind: 'round_entry',
    power: 'meeting.read',
    order: 4,
    name: titles.entries,
    statuses: entryStatuses,
    labels: locale => words[locale].statuses,
    meanings: locale => meanings[locale].entries,
  }),
  statusKind({
    kind: 'award',
    power: 'meeting.read',
    order: 4,
    name: titles.awards,
    statuses: awardStates,
    labels: locale => words[locale].awardStates,
    meanings: locale => meanings[locale].award,
  }),
]
