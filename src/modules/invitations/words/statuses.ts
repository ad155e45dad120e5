import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { seatStates } from '../schema/classes.ts'
import { inviteeStates } from '../schema/invitations.ts'
import { classWords } from './classes.ts'
import { titles } from './titles.ts'
import { words } from './words.ts'

const meanings = define('invitations.statuses', {
  id: {
    draft: { means: 'Orang ini diundang, tetapi undangannya belum dikirim.', next: 'Penyelenggara mengirim undangan.' },
    sent: { means: 'Undangan sudah dikirim dan tidak berubah lagi.', next: 'Yang diundang menjawab: hadir, diwakili, atau tidak hadir.' },
    withdrawn: { means: 'Undangan dibatalkan dengan alasan yang tercatat.', next: 'Tidak ada lagi.' },
  },
  en: {
    draft: { means: 'This person is invited, but the invitation has not been sent.', next: 'The host sends the invitations.' },
    sent: {
      means: 'The invitation was sent and no longer changes.',
      next: 'Whoever is invited answers: attends, sends a proxy, or does not attend.',
    },
    withdrawn: { means: 'The invitation was withdrawn for a recorded reason.', next: 'Nothing more.' },
  },
})

const seatMeanings = define('invitations.seatStatuses', {
  id: {
    placed: { means: 'Orang ini mendapat tempat di kelas itu.', next: 'Ia dapat memilih kelas lain selama rapat belum selesai.' },
    waiting: { means: 'Kelas itu penuh dan orang ini menunggu gilirannya.', next: 'Ia naik sendiri begitu ada tempat, dan diberi tahu.' },
  },
  en: {
    placed: { means: 'This person has a place in the class.', next: 'They may choose another until the meeting is over.' },
    waiting: {
      means: 'The class is full and this person waits their turn.',
      next: 'They move up by themselves as soon as a place is free, and are told.',
    },
  },
})

/** What the statuses of invitations mean. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'meeting_invitee',
    power: 'meeting.read',
    order: 5,
    name: titles.invitations,
    statuses: inviteeStates,
    labels: locale => words[locale].states,
    meanings: locale => meanings[locale],
  }),
  statusKind({
    kind: 'meeting_class_seat',
    power: 'meeting.read',
    order: 9,
    name: titles.classes,
    statuses: seatStates,
    labels: locale => classWords[locale].states,
    meanings: locale => seatMeanings[locale],
  }),
]
