import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { words } from './words.ts'

const names = define('invitations.fields', {
  id: {
    invited: 'Diundang',
    involvement: 'Kehadiran',
    inviteMode: 'Cara hadir',
    invitees: 'Jumlah undangan',
  },
  en: {
    invited: 'Invited',
    involvement: 'Presence',
    inviteMode: 'Attends',
    invitees: 'Number of invitations',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: { involvement: locale => words[locale].involvements, inviteMode: locale => words[locale].modes },
}
