import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { words } from '../words.ts'
import { titles } from './titles.ts'

const taskWords = define('imports.tasks', {
  id: {
    agreements: {
      title: 'Mengimpor daftar perjanjian',
      steps: {
        upload: 'Buka “{page}”, pilih berkas Excel atau CSV, lalu tekan “{upload}”. Contohnya ada di “{template}”.',
        columns: 'Bila ditanya arti setiap kolom, pilih artinya, lalu tekan “{read}”.',
        rows: 'Buka baris yang “{attention}”: perbaiki, catat sebagai draf, atau lewati.',
        confirm: 'Tekan tombol seperti “{confirm}”. Sebelum itu tidak ada yang tercatat.',
      },
    },
  },
  en: {
    agreements: {
      title: 'Import a list of agreements',
      steps: {
        upload: 'Open “{page}”, choose an Excel or CSV file and press “{upload}”. For an example, see “{template}”.',
        columns: 'If you are asked what each column means, choose its meaning and press “{read}”.',
        rows: 'Open the rows marked “{attention}”: correct them, record them as drafts, or skip them.',
        confirm: 'Press a button such as “{confirm}”. Nothing is recorded before that.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const w = words[locale]
  return {
    page: titles.import[locale],
    upload: w.upload,
    template: w.template,
    read: w.readRows,
    attention: w.outcomes.attention,
    confirm: w.confirm({ count: 120 }),
  }
}

/** What people do with files of agreements. */
export const tasks = tasksOf('import', taskWords, labels, { agreements: { href: '/impor', power: 'agreement.import' } })
