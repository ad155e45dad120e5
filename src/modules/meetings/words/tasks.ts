import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { words } from './words.ts'

const taskWords = define('meetings.tasks', {
  id: {
    plan: {
      title: 'Merencanakan rapat koordinasi',
      steps: {
        open: 'Buka “{page}”, lalu tekan “{add}”.',
        write: 'Isi nama, jenis, waktu, dan tempatnya. Tulis satu tujuan pada setiap baris.',
        save: 'Tekan “{save}”. Belum ada yang diberi tahu sampai undangannya dikirim.',
      },
    },
    close: {
      title: 'Menutup laporan rapat',
      steps: {
        open: 'Buka “{page}”, lalu pilih rapatnya.',
        end: 'Tekan “{end}” setelah acaranya selesai.',
        answer: 'Tekan “{answer}” dan jawab setiap tujuan: tercapai atau tidak, dan mengapa.',
        report: 'Tekan “{report}”. Sesudah itu isinya tidak berubah lagi.',
      },
    },
  },
  en: {
    plan: {
      title: 'Plan a coordination meeting',
      steps: {
        open: 'Open “{page}” and press “{add}”.',
        write: 'Give its name, type, time and place. Write one objective per line.',
        save: 'Press “{save}”. Nobody is told before the invitations are sent.',
      },
    },
    close: {
      title: 'Close the report of a meeting',
      steps: {
        open: 'Open “{page}” and choose the meeting.',
        end: 'Press “{end}” once it is over.',
        answer: 'Press “{answer}” and mark each objective: reached or not, and why.',
        report: 'Press “{report}”. After that, it can no longer be changed.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const w = words[locale]
  return { page: w.meetings, add: w.add, save: w.save, end: w.acts.end, answer: w.acts.answer, report: w.acts.report }
}

/** What people do with meetings. */
export const tasks = tasksOf('meeting', taskWords, labels, {
  plan: { href: '/rapat', power: 'meeting.write' },
  close: { href: '/rapat', power: 'meeting.write' },
})
