import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { mailStates } from '../schema.ts'
import { words } from '../words.ts'
import { titles } from './titles.ts'

const meanings = define('mail.statuses', {
  id: {
    waiting: { means: 'Surel sudah ditulis dan menunggu dikirim.', next: 'Sebentar lagi terkirim dengan sendirinya.' },
    retrying: { means: 'Server surel belum menerimanya.', next: 'Dicoba lagi secara otomatis selama lima hari.' },
    sent: { means: 'Server surel sudah menerimanya.', next: 'Tidak ada lagi.' },
    kept: { means: 'Tidak ada server surel, sehingga surel disimpan di sini.', next: 'Administrator menyampaikannya dengan cara lain.' },
    failed: {
      means: 'Tidak diterima, dan tidak dicoba lagi; sebabnya tertulis di halamannya.',
      next: 'Administrator membetulkan sebabnya, lalu mengirimnya ulang.',
    },
  },
  en: {
    waiting: { means: 'The e-mail is waiting to be sent.', next: 'It will be sent automatically in a moment.' },
    retrying: { means: 'The mail server has not accepted it yet.', next: 'Sinergi keeps trying for five days.' },
    sent: { means: 'The mail server has accepted it.', next: 'Nothing more.' },
    kept: { means: 'There is no mail server, so the e-mail is kept here.', next: 'The administrator passes it on another way.' },
    failed: {
      means: 'It was not accepted and will not be tried again; its page says why.',
      next: 'The administrator fixes the cause and sends it again.',
    },
  },
})

/** What the statuses of letters mean. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'letter',
    power: 'setting.write',
    order: 15,
    name: titles.letters,
    statuses: mailStates,
    labels: locale => words[locale].states,
    meanings: locale => meanings[locale],
  }),
]
