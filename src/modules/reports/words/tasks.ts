import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { words } from '../words.ts'
import { headlineWords } from './headlines.ts'

const taskWords = define('reports.tasks', {
  id: {
    make: {
      title: 'Membuat laporan',
      steps: {
        open: 'Buka “{page}”, lalu tekan “{make}”.',
        fill: 'Pilih siklusnya, isi penanda tangannya, lalu tekan “{make}” sekali lagi.',
        wait: 'Tunggu sampai statusnya “{ready}”. Halaman itu boleh Anda tinggalkan.',
        get: 'Unduh sebagai “{pdf}”, “{word}”, atau “{xlsx}”. Angkanya sama dalam ketiganya, dan tidak berubah lagi.',
      },
    },
    read: {
      title: 'Membaca dasbor dan laporan',
      steps: {
        open: 'Buka “{page}”. Di bawah “{dashboard}”, pilih siklusnya.',
        say: 'Baca “{headlines}” lebih dahulu; dari setiap kalimat ada tautan ke angka di baliknya.',
        get: 'Laporan yang sudah dibuat ada di halaman “{page}” juga, untuk diunduh.',
      },
    },
  },
  en: {
    make: {
      title: 'Make a report',
      steps: {
        open: 'Open “{page}” and press “{make}”.',
        fill: 'Choose the cycle, enter who signs, then press “{make}” once more.',
        wait: 'Wait until its status is “{ready}”. You may leave that page meanwhile.',
        get: 'Download it as “{pdf}”, “{word}” or “{xlsx}”. All three have the same numbers, and these change no more.',
      },
    },
    read: {
      title: 'Read dashboards and reports',
      steps: {
        open: 'Open “{page}”. Under “{dashboard}”, choose the cycle.',
        say: 'Read “{headlines}” first; a link leads from each sentence to the figures behind it.',
        get: 'Reports that have been made stand on “{page}” too, to be downloaded.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const w = words[locale]
  return { page: w.title, make: w.make, ready: w.states.ready, ...w.forms, dashboard: w.dashboard, headlines: headlineWords[locale].title }
}

/** What people do with reports. */
export const tasks = tasksOf('report', taskWords, labels, {
  make: { href: '/laporan', power: 'report.write' },
  read: { href: '/laporan', power: 'report.read' },
})
