import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { words as frame } from '../../../web/words.ts'
import { words } from './words.ts'

const taskWords = define('audit.tasks', {
  id: {
    trace: {
      title: 'Menelusuri siapa mengubah apa',
      steps: {
        open: 'Buka “{page}”. Setiap baris menyebut siapa melakukan apa, kapan, dan dari apa menjadi apa.',
        filter: 'Tekan “{filter}” untuk membatasi menurut orang, satuan kerja, jenis data, atau waktu.',
        verify: 'Tekan “{verify}” untuk memastikan bahwa tidak ada baris yang diubah, disisipkan, atau dihapus.',
      },
    },
  },
  en: {
    trace: {
      title: 'Trace who changed what',
      steps: {
        open: 'Open “{page}”. Each line says who did what, when, and from what to what.',
        filter: 'Press “{filter}” to narrow it by person, office, kind of data or time.',
        verify: 'Press “{verify}” to make sure that no line was changed, inserted or removed.',
      },
    },
  },
})

const labels = (locale: Locale) => ({ page: words[locale].title, filter: frame[locale].filter, verify: words[locale].verify })

/** What people do with the trail. */
export const tasks = tasksOf('audit', taskWords, labels, { trace: { href: '/jejak', power: 'audit.read' } })
