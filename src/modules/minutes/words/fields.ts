import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { decisionWords } from './decisions.ts'
import { words } from './words.ts'

const names = define('minutes.fields', {
  id: {
    passage: 'Bagian ke',
    passageChanged: 'Bagian yang diubah',
    state: 'Status',
    note: 'Alasan',
    kind: 'Jenis',
    result: 'Hasil',
    dueOn: 'Tenggat',
    postponedOn: 'Ditunda sampai',
    followUp: 'Tindak lanjut',
    correctionSent: 'Koreksi dikirim',
    correctionTaken: 'Koreksi dimuat',
  },
  en: {
    passage: 'Passage',
    passageChanged: 'Changed passage',
    state: 'Status',
    note: 'Reason',
    kind: 'Type',
    result: 'Result',
    dueOn: 'Due date',
    postponedOn: 'Postponed to',
    followUp: 'Follow-up',
    correctionSent: 'Correction sent',
    correctionTaken: 'Correction taken up',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: {
    state: locale => words[locale].states,
    kind: locale => decisionWords[locale].kinds,
    result: locale => decisionWords[locale].results,
  },
  silent: ['hash'],
}
