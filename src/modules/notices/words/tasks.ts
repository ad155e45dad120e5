import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { accountWords } from '../../account/words/account.ts'
import { noticeWords } from '../words.ts'

const taskWords = define('notices.tasks', {
  id: {
    prefer: {
      title: 'Mengatur pemberitahuan',
      steps: {
        open: 'Buka “{account}”, lalu “{tab}”.',
        choose: 'Untuk setiap jenis, pilih “{now}”, “{digest}”, atau “{off}”. Semuanya tetap ada di “{page}”.',
        hours: 'Bila perlu, isi jam tenang: selama itu tidak ada surel yang dikirim kepada Anda.',
        save: 'Tekan “{save}”.',
      },
    },
  },
  en: {
    prefer: {
      title: 'Choose how you are notified',
      steps: {
        open: 'Open “{account}”, then “{tab}”.',
        choose: 'For each type, choose “{now}”, “{digest}” or “{off}”. Every notification stays in your “{page}”.',
        hours: 'If you like, enter quiet hours, when no e-mails are sent to you.',
        save: 'Press “{save}”.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const { inbox, mail, save } = noticeWords[locale]
  const { account, tabs } = accountWords[locale]
  return { page: inbox, account, tab: tabs.notices, ...mail, save }
}

/** What people do with what they are told. */
export const tasks = tasksOf('notice', taskWords, labels, { prefer: { href: '/akun/pemberitahuan' } })
