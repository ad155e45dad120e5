import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { noticeWords } from '../../notices/words.ts'
import { words } from '../words.ts'

const taskWords = define('comments.tasks', {
  id: {
    write: {
      title: 'Menulis komentar',
      steps: {
        open: 'Buka halaman yang hendak Anda komentari, misalnya sebuah perjanjian, lalu cari bagian “{comments}”.',
        write: 'Tulis komentarnya. Pada “{mention}” sebut orang yang perlu tahu, dan lampirkan berkas bila perlu.',
        send: 'Tekan “{send}”. Yang Anda sebut menerima kabarnya di “{page}”.',
        who: 'Di atas kotak itu, lihat atau pilih siapa yang membacanya: hanya KPU, atau KPU dan mitra.',
      },
    },
  },
  en: {
    write: {
      title: 'Write a comment',
      steps: {
        open: 'Open the page you want to comment on, such as an agreement, and find “{comments}”.',
        write: 'Write your comment. Under “{mention}”, name whoever should know, and attach files if needed.',
        send: 'Press “{send}”. The people you named are notified in their “{page}”.',
        who: 'Above the box you see or choose who reads it: KPU only, or KPU and the partner.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const { comments, mention, send } = words[locale]
  return { page: noticeWords[locale].inbox, comments, mention, send }
}

/** What people do with comments. */
export const tasks = tasksOf('comment', taskWords, labels, { write: { href: '/kotak-masuk', power: 'comment.write' } })
