import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { words } from '../words.ts'

const taskWords = define('search.tasks', {
  id: {
    find: {
      title: 'Mencari apa saja',
      steps: {
        open: 'Tulis sebuah kata, nama tempat, atau nomor di kotak pencarian di atas setiap halaman, atau buka “{page}”.',
        read: 'Baca hasilnya menurut jenisnya: perjanjian, mitra, temuan, tindak lanjut, dan lainnya. Salah eja tidak mengapa.',
        keep: 'Buka “{save}” untuk menyimpannya dengan sebuah nama, bila Anda sering mencarinya.',
      },
    },
  },
  en: {
    find: {
      title: 'Search everything',
      steps: {
        open: 'Type a word, a place or a number in the search box at the top of every page, or open “{page}”.',
        read: 'Results are grouped by type: agreements, partners, findings, follow-ups and others. Misspelt words are found too.',
        keep: 'If you search for it often, open “{save}” to keep it under a name.',
      },
    },
  },
})

const labels = (locale: Locale) => ({ page: words[locale].title, save: words[locale].save })

/** What people do when they look for something. */
export const tasks = tasksOf('search', taskWords, labels, { find: { href: '/cari' } })
