import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { decisionStatuses } from '../schema/decisions.ts'
import { states } from '../schema/minutes.ts'
import { decisionWords } from './decisions.ts'
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

const decisionMeanings = define('minutes.decisionStatuses', {
  id: {
    draft: { means: 'Notulanya belum disetujui, jadi isinya masih dapat berubah.', next: 'Pimpinan sesi menyetujui notulanya.' },
    waiting: {
      means: 'Ada yang harus dilakukan, tetapi belum ada tindak lanjutnya.',
      next: 'Satuan kerja yang dituju atau penyelenggara membuat tindak lanjut.',
    },
    underway: { means: 'Tindak lanjutnya sedang dikerjakan.', next: 'Penanggung jawab melaporkan hasilnya, lalu diperiksa.' },
    done: { means: 'Semua tindak lanjutnya sudah diperiksa dan memadai.', next: 'Tidak ada lagi.' },
    continued: { means: 'Rapat berikutnya melanjutkan hal ini.', next: 'Lihat perjalanannya pada halaman keputusan itu.' },
    closed: { means: 'Tidak ada yang harus dilakukan.', next: 'Tidak ada lagi. Bila perlu, tindak lanjut tetap dapat dibuat.' },
  },
  en: {
    draft: { means: 'Its minutes are not approved, so it can still change.', next: 'The chair of the session approves the minutes.' },
    waiting: {
      means: 'Something has to be done but there is no follow-up yet.',
      next: 'The office it is addressed to, or the host, creates a follow-up.',
    },
    underway: { means: 'Its follow-up is being worked on.', next: 'The owner reports the result, which is then verified.' },
    done: { means: 'All its follow-ups have been verified as adequate.', next: 'Nothing more.' },
    continued: { means: 'A later meeting went on with this matter.', next: 'See the matter through its meetings on its page.' },
    closed: { means: 'Nothing has to be done.', next: 'Nothing more. A follow-up can still be created if needed.' },
  },
})

/** What the statuses of minutes and decisions mean. */
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
  statusKind({
    kind: 'decision',
    power: 'meeting.read',
    order: 6,
    name: titles.decisions,
    statuses: decisionStatuses,
    labels: locale => decisionWords[locale].statuses,
    meanings: locale => decisionMeanings[locale],
  }),
]
