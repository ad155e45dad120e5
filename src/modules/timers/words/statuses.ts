import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { timerStates } from '../../../platform/timers/timer.ts'
import { words } from '../words.ts'
import { titles } from './titles.ts'

const meanings = define('timers.statuses', {
  id: {
    open: { means: 'Waktunya belum tiba.', next: 'Dijalankan secara otomatis pada waktunya.' },
    done: { means: 'Sudah dijalankan, satu kali.', next: 'Tidak ada lagi.' },
    cancelled: { means: 'Tidak diperlukan lagi sebelum waktunya tiba.', next: 'Tidak ada lagi.' },
    failed: { means: 'Tidak berhasil walau sudah dicoba beberapa kali.', next: 'Administrator membaca sebabnya, lalu mencobanya lagi.' },
  },
  en: {
    open: { means: 'Its time has not arrived.', next: 'It runs automatically at its time.' },
    done: { means: 'It has run once.', next: 'Nothing more.' },
    cancelled: { means: 'It was no longer needed before its time came.', next: 'Nothing more.' },
    failed: { means: 'It failed after several attempts.', next: 'The administrator checks the reason and tries again.' },
  },
})

/** What the statuses of timed actions mean. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'timer',
    power: 'setting.write',
    order: 16,
    name: titles.timedActions,
    statuses: timerStates,
    labels: locale => words[locale].states,
    meanings: locale => meanings[locale],
  }),
]
