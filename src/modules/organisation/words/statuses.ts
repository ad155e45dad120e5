import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { GrantState, personStates } from '../schema.ts'
import { words } from '../words.ts'
import { titles } from './titles.ts'

const meanings = define('organisation.statuses', {
  id: {
    states: {
      new: { means: 'Orang ini terdaftar, tetapi belum diundang.', next: 'Pimpinan satuan kerja atau administrator mengirim undangan.' },
      invited: {
        means: 'Undangan sudah dikirim, tetapi orang ini belum masuk.',
        next: 'Orang itu membuka tautan di surelnya. Undangan dapat dikirim ulang.',
      },
      active: { means: 'Orang ini sudah masuk ke Sinergi.', next: 'Tidak ada yang perlu dilakukan.' },
      left: {
        means: 'Dicatat berhenti. Tidak dapat masuk lagi; riwayatnya tetap ada.',
        next: 'Catatan berhenti dapat dibatalkan bila keliru.',
      },
    },
    grantStates: {
      coming: { means: 'Peran sudah diberikan, tetapi hari mulainya belum tiba.', next: 'Berlaku dengan sendirinya pada hari itu.' },
      current: { means: 'Peran ini berlaku sekarang.', next: 'Berakhir pada hari terakhirnya, atau bila dicabut.' },
      ended: { means: 'Hari terakhirnya sudah lewat.', next: 'Beri peran baru bila masih diperlukan.' },
      revoked: { means: 'Peran dicabut sebelum hari terakhirnya.', next: 'Beri peran baru bila masih diperlukan.' },
    },
  },
  en: {
    states: {
      new: {
        means: 'The person is registered, but not invited.',
        next: 'The head of the office or the administrator sends the invitation.',
      },
      invited: {
        means: 'The invitation has been sent, but the person has not signed in.',
        next: 'The person opens the link in the e-mail. It can be sent again.',
      },
      active: { means: 'The person has signed in to Sinergi.', next: 'Nothing needs to be done.' },
      left: {
        means: 'Recorded as having left. The person cannot sign in; the history stays.',
        next: 'This can be undone if it was a mistake.',
      },
    },
    grantStates: {
      coming: { means: 'The role has been given, but its first day has not arrived.', next: 'It takes effect automatically on that day.' },
      current: { means: 'The role is in force now.', next: 'It ends on its last day, or when it is revoked.' },
      ended: { means: 'Its last day has passed.', next: 'Give a new role if it is still needed.' },
      revoked: { means: 'The role was revoked before its last day.', next: 'Give a new role if it is still needed.' },
    },
  },
})

/** What the statuses of people and of their roles mean. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'person',
    power: 'person.read',
    order: 13,
    name: titles.people,
    statuses: personStates,
    labels: locale => words[locale].states,
    meanings: locale => meanings[locale].states,
  }),
  statusKind({
    kind: 'role',
    power: 'person.read',
    order: 14,
    name: titles.roles,
    statuses: GrantState.options,
    labels: locale => words[locale].grantStates,
    meanings: locale => meanings[locale].grantStates,
  }),
]
