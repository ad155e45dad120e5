import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { words } from './words.ts'

const names = define('meetings.fields', {
  id: {
    kindId: 'Jenis rapat',
    theme: 'Tema',
    mode: 'Cara pelaksanaan',
    place: 'Tempat',
    link: 'Tautan',
    startsAt: 'Mulai',
    endsAt: 'Selesai',
    legalBasis: 'Dasar hukum',
    objectives: 'Tujuan',
    objective: 'Tujuan',
    reached: 'Tercapai',
    outcome: 'Penjelasan',
    copiedFrom: 'Disalin dari',
  },
  en: {
    kindId: 'Type',
    theme: 'Theme',
    mode: 'Held',
    place: 'Place',
    link: 'Link',
    startsAt: 'Starts',
    endsAt: 'Ends',
    legalBasis: 'Legal basis',
    objectives: 'Objectives',
    objective: 'Objective',
    reached: 'Reached',
    outcome: 'Explanation',
    copiedFrom: 'Copied from',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: {
    mode: locale => words[locale].modes,
    state: locale => words[locale].states,
  },
}
