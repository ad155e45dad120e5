import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { states } from '../schema/minutes.ts'
import { titles } from './titles.ts'
import { words } from './words.ts'

const meanings = define('minutes.statuses', {
  id: {
    draft: { means: 'Notula sedang ditulis.', next: 'Notulis mengirimnya kepada pimpinan sesi untuk disetujui.' },
    sent: { means: 'Notula menunggu persetujuan pimpinan sesi.', next: 'Pimpinan menyetujuinya, atau mengembalikannya dengan alasan.' },
    returned: { means: 'Pimpinan mengembalikan notula dengan alasan.', next: 'Notulis memperbaikinya, lalu mengirimnya lagi.' },
    approved: { means: 'Notula disetujui dan isinya tidak berubah lagi.', next: 'Notulis atau pimpinan mengedarkannya.' },
    distributed: { means: 'Notula sudah diedarkan kepada peserta.', next: 'Peserta membacanya.' },
  },
  en: {
    draft: { means: 'The minutes are being written.', next: 'The note-taker sends them to the chair for approval.' },
    sent: { means: 'The minutes wait for the chair’s approval.', next: 'The chair approves them or returns them with a reason.' },
    returned: { means: 'The chair has returned the minutes with a reason.', next: 'The note-taker corrects them and sends them again.' },
    approved: { means: 'The minutes are approved and no longer change.', next: 'The note-taker or the chair distributes them.' },
    distributed: { means: 'The minutes have been distributed to the participants.', next: 'Participants read them.' },
  },
})

/** What the statuses of minutes mean. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'minutes',
    power: 'meeting.read',
    order: 5,
    name: titles.minutesStates,
    statuses: states,
    labels: locale => words[locale].states,
    meanings: locale => meanings[locale],
  }),
]
