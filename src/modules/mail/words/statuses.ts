import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { mailStates } from '../schema.ts'
import { words } from '../words.ts'
import { titles } from './titles.ts'

const meanings = define('mail.statuses', {
  id: {
    waiting: { means: 'Surat ditulis dan menunggu dikirim.', next: 'Terkirim sendiri sebentar lagi.' },
    retrying: { means: 'Server surat belum menerimanya.', next: 'Dicoba lagi dengan sendirinya selama lima hari.' },
    sent: { means: 'Server surat sudah menerimanya.', next: 'Tidak ada lagi.' },
    kept: { means: 'Tidak ada server surat, sehingga surat disimpan di sini.', next: 'Administrator menyampaikannya dengan cara lain.' },
    failed: {
      means: 'Tidak diterima, dan tidak dicoba lagi; sebabnya tertulis di halamannya.',
      next: 'Administrator membetulkan sebabnya, lalu mengirimnya ulang.',
    },
  },
  en: {
    waiting: { means: 'The letter is written and waits to leave.', next: 'It leaves by itself in a moment.' },
    retrying: { means: 'The mail server has not taken it yet.', next: 'It is tried again by itself for five days.' },
    sent: { means: 'The mail server has taken it.', next: 'Nothing more.' },
    kept: { means: 'There is no mail server, so the letter is kept here.', next: 'The administrator hands it on another way.' },
    failed: {
      means: 'It was not taken and is not tried again; its page says why.',
      next: 'The administrator puts that right and sends it again.',
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
