import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { words as imports } from '../../imports/words.ts'
import { words as organisation } from '../../organisation/words.ts'
import { words } from '../words.ts'

const taskWords = define('personnel.tasks', {
  id: {
    people: {
      title: 'Mengimpor daftar pejabat dan operator',
      steps: {
        open: 'Buka daftar orang, lalu tekan “{importPeople}”.',
        upload: 'Pilih berkasnya, lalu tekan “{upload}”. Kolomnya seperti pada “{template}”.',
        rows: 'Periksa hasilnya, dan perbaiki atau lewati baris yang bermasalah.',
        confirm: 'Tekan tombol seperti “{confirm}”. Belum ada yang diundang; undangan dikirim dari daftar orang.',
      },
    },
  },
  en: {
    people: {
      title: 'Import a list of officials and operators',
      steps: {
        open: 'Open the list of people and press “{importPeople}”.',
        upload: 'Choose the file and press “{upload}”. For its columns, see “{template}”.',
        rows: 'Check the outcome, and correct or skip rows with problems.',
        confirm: 'Press a button such as “{confirm}”. Nobody is invited yet; you send invitations from the list of people.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const { title, upload, template } = words[locale]
  return {
    page: title,
    importPeople: organisation[locale].importPeople,
    upload,
    template,
    confirm: imports[locale].confirm({ count: 120 }),
  }
}

/** What people do with lists of persons. */
export const tasks = tasksOf('import', taskWords, labels, { people: { href: '/impor-orang', power: 'person.write' } })
