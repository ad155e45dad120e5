import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { runStates } from '../../../platform/runs/run.ts'
import { words } from '../words.ts'
import { titles } from './titles.ts'

const meanings = define('runs.statuses', {
  id: {
    waiting: { means: 'Sudah diminta dan menunggu giliran.', next: 'Sinergi memulainya secara otomatis.' },
    running: { means: 'Sedang dikerjakan.', next: 'Tunggu; halamannya boleh ditinggalkan.' },
    done: { means: 'Selesai dikerjakan.', next: 'Buka halamannya untuk melihat hasilnya.' },
    cancelled: { means: 'Dibatalkan. Yang sudah dikerjakan tetap tersimpan.', next: 'Mintalah lagi bila masih diperlukan.' },
    failed: { means: 'Tidak dapat dilanjutkan; sebabnya tertulis di bawahnya.', next: 'Betulkan sebabnya, lalu mintalah lagi.' },
    stopped: { means: 'Terhenti karena kesalahan pada Sinergi.', next: 'Administrator melanjutkannya, atau yang meminta mencoba lagi.' },
  },
  en: {
    waiting: { means: 'It has been requested and is waiting its turn.', next: 'Sinergi starts it automatically.' },
    running: { means: 'It is in progress.', next: 'Wait; you may leave the page.' },
    done: { means: 'It has been done.', next: 'Open its page to see the result.' },
    cancelled: { means: 'It was cancelled. What was done before stays.', next: 'Request it again if you still need it.' },
    failed: { means: 'It could not continue; the reason is given below it.', next: 'Fix the cause, then request it again.' },
    stopped: {
      means: 'It stopped because of an error in Sinergi.',
      next: 'The administrator resumes it, or the person who requested it tries again.',
    },
  },
})

/** What the statuses of long work mean. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'run',
    power: 'agreement.import',
    order: 12,
    name: titles.work,
    statuses: runStates,
    labels: locale => words[locale].states,
    meanings: locale => meanings[locale],
  }),
]
