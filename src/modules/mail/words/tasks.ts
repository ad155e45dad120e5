import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { words as frame } from '../../../web/words.ts'
import { words } from '../words.ts'

const taskWords = define('mail.tasks', {
  id: {
    resend: {
      title: 'Mengirim ulang surel yang tidak terkirim',
      steps: {
        open: 'Buka “{page}”, tekan “{filter}”, lalu pilih status “{failed}”.',
        read: 'Buka surelnya untuk membaca penyebabnya. Bila alamatnya keliru, betulkan dahulu pada halaman orangnya.',
        send: 'Tekan “{resend}”. Surel yang berstatus “{retrying}” dicoba lagi secara otomatis.',
      },
    },
  },
  en: {
    resend: {
      title: 'Resend an e-mail that was not sent',
      steps: {
        open: 'Open “{page}”, press “{filter}”, and choose the status “{failed}”.',
        read: 'Open the e-mail to see why. If the address is wrong, first correct it on the person’s page.',
        send: 'Press “{resend}”. E-mails with the status “{retrying}” are tried again automatically.',
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
