import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { titles } from '../../meetings/words/titles.ts'
import { words } from './words.ts'

const taskWords = define('voices.tasks', {
  id: {
    speak: {
      title: 'Menyampaikan masukan dalam sesi rapat',
      steps: {
        open: 'Buka beranda, “{page}”, atau tautan undangan Anda saat sesi berlangsung, lalu tekan “{speak}”.',
        write: 'Pilih jenisnya, tulis satu hal dengan singkat, lalu tekan “{send}”. Tanpa sambungan, masukan menunggu di perangkat Anda.',
        read: 'Jawabannya tampil di halaman yang sama, di bawah “{mine}”.',
      },
    },
    moderate: {
      title: 'Menjawab masukan peserta sebagai moderator',
      steps: {
        open: 'Buka “{page}”, pilih rapatnya, lalu tekan “{toList}”.',
        join: 'Kalimat yang sama sudah menjadi satu baris. Untuk yang sama dengan kata-kata lain, buka lalu pilih “{join}”.',
        answer: 'Tekan “{reply}”, atau pilih “{setAside}” dengan alasannya. Semua pengirimnya diberi tahu.',
        find: 'Pilih “{makeFinding}” bila ada yang harus ditindaklanjuti.',
      },
    },
  },
  en: {
    speak: {
      title: 'Say something in a session of a meeting',
      steps: {
        open: 'Open the home page, “{page}” or the link of your invitation while the session is on, and press “{speak}”.',
        write: 'Choose the type, write one thing briefly and press “{send}”. Without a connection it waits on your device.',
        read: 'The answer appears on the same page, under “{mine}”.',
      },
    },
    moderate: {
      title: 'Answer voices from the floor as a moderator',
      steps: {
        open: 'Open “{page}”, choose the meeting and press “{toList}”.',
        join: 'The same sentence is one line already. For the same in other words, open it and choose “{join}”.',
        answer: 'Press “{reply}”, or choose “{setAside}” with a reason. Everybody who said it is told.',
        find: 'Choose “{makeFinding}” if something has to be done about it.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const { speak, send, mine, toList, join, reply, setAside, makeFinding } = words[locale]
  return { page: titles.meetings[locale]!, speak, send, mine, toList, join, reply, setAside, makeFinding }
}

/** What people do with voices from the floor. */
export const tasks = tasksOf('voices', taskWords, labels, {
  speak: { href: '/rapat', power: 'meeting.read' },
  moderate: { href: '/rapat', power: 'meeting.read' },
})
