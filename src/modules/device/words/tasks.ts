import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { deviceWords } from '../words.ts'

const taskWords = define('device.tasks', {
  id: {
    offline: {
      title: 'Bekerja tanpa jaringan',
      steps: {
        keep: 'Selagi tersambung, buka isian yang hendak Anda kerjakan, atau tekan “{keep}” pada daftar isian Anda.',
        fill: 'Isi dan kirim seperti biasa. Tanpa jaringan, semuanya tersimpan di perangkat Anda.',
        wait: 'Begitu tersambung, semuanya terkirim otomatis. Yang masih menunggu tampak di “{page}”.',
        stay: 'Jangan keluar dari akun sebelum semuanya terkirim: keluar menghapus salinan di perangkat itu.',
      },
    },
  },
  en: {
    offline: {
      title: 'Work offline',
      steps: {
        keep: 'While you are connected, open the forms you will work on, or press “{keep}” on the list of your forms.',
        fill: 'Fill them in and send them as usual. While you are offline, everything is saved on your device.',
        wait: 'Once you are connected, everything is sent automatically. “{page}” shows what is left to send.',
        stay: 'Do not sign out before everything has been sent: signing out removes the copies on that device.',
      },
    },
  },
})

const labels = (locale: Locale) => ({ page: deviceWords[locale].title, keep: deviceWords[locale].keep })

/** What people do where there is no connection. */
export const tasks = tasksOf('device', taskWords, labels, { offline: { href: '/perangkat' } })
