import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { words as organisation } from '../../organisation/words.ts'
import { classWords } from './classes.ts'
import { words } from './words.ts'

const names = define('invitations.fields', {
  id: {
    invited: 'Diundang',
    involvement: 'Kehadiran',
    inviteMode: 'Cara hadir',
    invitees: 'Jumlah undangan',
    letters: 'Jumlah surat',
    proxy: 'Wakil',
    proxyEnded: 'Perwakilan berakhir',
    scopes: 'Tugas wakil',
    letterKind: 'Jenis surat',
    letterNumber: 'Nomor surat',
    letterFile: 'Surat keterangan',
    answer: 'Jawaban',
    answeredBy: 'Cara menjawab',
    inviteeState: 'Status undangan',
    className: 'Kelas paralel',
    capacity: 'Kapasitas',
    allotted: 'Mendapat kelas',
    class: 'Kelas',
    seat: 'Tempat di kelas',
    units: 'Untuk divisi',
  },
  en: {
    invited: 'Invited',
    involvement: 'Presence',
    inviteMode: 'Attends',
    invitees: 'Number of invitations',
    letters: 'Number of letters',
    proxy: 'Proxy',
    proxyEnded: 'Proxy ended',
    scopes: 'Proxy may',
    letterKind: 'Type of letter',
    letterNumber: 'Letter number',
    letterFile: 'Letter',
    answer: 'Answer',
    answeredBy: 'Answered',
    inviteeState: 'Invitation',
    className: 'Parallel class',
    capacity: 'Capacity',
    allotted: 'Allotted',
    class: 'Class',
    seat: 'Place in the class',
    units: 'For divisions',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: {
    involvement: locale => words[locale].involvements,
    inviteMode: locale => words[locale].modes,
    proxyEnded: locale => words[locale].endings,
    scopes: locale => words[locale].scopes,
    seat: locale => classWords[locale].states,
    units: locale => organisation[locale].units,
    letterKind: locale => words[locale].lettersOf,
    answer: locale => words[locale].answers,
    answeredBy: locale => words[locale].hows,
    inviteeState: locale => words[locale].states,
  },
}
