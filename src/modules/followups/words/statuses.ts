import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { states } from '../schema.ts'
import { words } from '../words.ts'
import { titles } from './titles.ts'

const meanings = define('followups.statuses', {
  id: {
    open: {
      means: 'Sudah dicatat dan diserahkan kepada satu penanggung jawab, yang belum melaporkan hasilnya.',
      next: 'Penanggung jawab mengerjakannya, lalu melaporkan hasilnya sebelum tenggat.',
    },
    reported: {
      means: 'Penanggung jawab sudah melaporkan hasilnya.',
      next: 'Orang lain yang berwenang memeriksanya: menyatakan selesai, atau mengembalikannya.',
    },
    returned: {
      means: 'Pemeriksa menilai hasilnya belum memadai, dan menulis apa yang kurang.',
      next: 'Penanggung jawab melengkapinya, lalu melaporkan lagi.',
    },
    verified: {
      means: 'Orang lain sudah memeriksa hasilnya dan menilainya memadai.',
      next: 'Tidak ada lagi. Bila ternyata belum selesai, dapat dibuka kembali.',
    },
    cancelled: {
      means: 'Dibatalkan dengan alasan yang tercatat.',
      next: 'Tidak ada lagi. Bila ternyata diperlukan, dapat dibuka kembali.',
    },
    overdue: {
      means: 'Tenggatnya sudah lewat, dan hasilnya belum dilaporkan. Ini tertulis di samping statusnya.',
      next: 'Penanggung jawab diingatkan setiap minggu. Yang lama terlambat diteruskan kepada yang berwenang, lalu ke satuan kerja di atasnya.',
    },
  },
  en: {
    open: {
      means: 'It has been assigned to one owner, who has not yet reported the result.',
      next: 'The owner carries it out and reports the result before the due date.',
    },
    reported: {
      means: 'The owner has reported the result.',
      next: 'Somebody else in charge verifies it, then declares it done or returns it.',
    },
    returned: {
      means: 'The verifier found the result inadequate and noted what is missing.',
      next: 'The owner completes it and reports again.',
    },
    verified: {
      means: 'Somebody else has verified the result and found it adequate.',
      next: 'Nothing more. If it turns out not to be done, it can be reopened.',
    },
    cancelled: {
      means: 'It was cancelled for a recorded reason.',
      next: 'Nothing more. If it turns out to be needed, it can be reopened.',
    },
    overdue: {
      means: 'Its due date has passed and no result has been reported. This is shown beside its status.',
      next: 'The owner is reminded every week. If it stays overdue, those in charge are notified, then the office above.',
    },
  },
})

/** What the statuses of follow-ups mean. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'followup',
    power: 'followup.read',
    order: 6,
    name: titles.followUps,
    statuses: [...states, 'overdue'],
    labels: locale => ({ ...words[locale].states, overdue: words[locale].overdue }),
    meanings: locale => meanings[locale],
  }),
]
