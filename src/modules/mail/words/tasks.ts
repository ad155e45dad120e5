import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { words as frame } from '../../../web/words.ts'
import { words } from '../words.ts'

const taskWords = define('mail.tasks', {
  id: {
    resend: {
      title: 'Mengirim lagi surat yang tidak terkirim',
      steps: {
        open: 'Buka “{page}”, tekan “{filter}”, lalu pilih status “{failed}”.',
        read: 'Buka suratnya untuk membaca penyebabnya. Bila alamatnya keliru, betulkan dahulu pada halaman orangnya.',
        send: 'Tekan “{resend}”. Surat yang berstatus “{retrying}” dicoba lagi dengan sendirinya.',
      },
    },
  },
  en: {
    resend: {
      title: 'Send a letter again that did not leave',
      steps: {
        open: 'Open “{page}”, press “{filter}”, and choose the status “{failed}”.',
        read: 'Open the letter to read why. If the address is wrong, correct it on the page of the person first.',
        send: 'Press “{resend}”. Letters with the status “{retrying}” are tried again by themselves.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const { title, states, resend } = words[locale]
  return { page: title, filter: frame[locale].filter, failed: states.failed, retrying: states.retrying, resend }
}

/** What people do with letters. */
export const tasks = tasksOf('mail', taskWords, labels, { resend: { href: '/surat', power: 'setting.write' } })
