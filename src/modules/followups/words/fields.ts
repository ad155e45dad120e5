import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { words } from '../words.ts'

const names = define('followups.fields', {
  id: {
    action: 'Tindakan',
    escalatedTo: 'Diteruskan ke',
    followUp: 'Tindak lanjut',
    important: 'Penting',
    originLabel: 'Berasal dari',
    owner: 'Penanggung jawab',
    ownerId: 'Penanggung jawab',
    passed: 'Tanpa orang lain yang berwenang di',
    persons: 'Disampaikan kepada',
  },
  en: {
    action: 'Action',
    escalatedTo: 'Escalated to',
    followUp: 'Follow-up',
    important: 'Important',
    originLabel: 'Comes from',
    owner: 'Owner',
    ownerId: 'Owner',
    passed: 'Nobody else in charge at',
    persons: 'Notified',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: { state: locale => words[locale].states },
  silent: ['originId', 'originKind', 'originPath'],
}
