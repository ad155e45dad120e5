import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { labels } from './labels.ts'

const names = define('evaluation.fields', {
  id: {
    assignments: 'Isian',
    closedAt: 'Ditutup',
    closesOn: 'Ditutup pada',
    cycle: 'Siklus evaluasi',
    extendedTo: 'Tenggat baru',
    invitations: 'Undangan',
    late: 'Terlambat',
    openedAt: 'Dibuka',
    opensOn: 'Dibuka pada',
    periodFrom: 'Periode sejak',
    periodTo: 'Periode sampai',
    reminders: 'Pengingat',
    startedAt: 'Mulai diisi',
    submittedAt: 'Dikirim',
    targets: 'Isian',
  },
  en: {
    assignments: 'Forms',
    closedAt: 'Closed',
    closesOn: 'Closes on',
    cycle: 'Evaluation cycle',
    extendedTo: 'New due date',
    invitations: 'Invitations',
    late: 'Late',
    openedAt: 'Opened',
    opensOn: 'Opens on',
    periodFrom: 'Period from',
    periodTo: 'Period to',
    reminders: 'Reminders',
    startedAt: 'Started',
    submittedAt: 'Submitted',
    targets: 'Forms',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: {
    scope: locale => ({ ...labels[locale].kinds, ...labels[locale].classes, ...labels[locale].statuses }),
    side: locale => labels[locale].sides,
  },
}
