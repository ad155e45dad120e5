import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'

const names = define('rounds.fields', {
  id: {
    session: 'Sesi',
    minutes: 'Menit',
    office: 'Satuan kerja',
    stage: 'Tahapan',
    topic: 'Topik',
    file: 'Berkas',
    entry: 'Penampil',
    place: 'Urutan',
    used: 'Waktu terpakai',
  },
  en: {
    session: 'Session',
    minutes: 'Minutes',
    office: 'Office',
    stage: 'Stage',
    topic: 'Topic',
    file: 'File',
    entry: 'Presenter',
    place: 'Place',
    used: 'Time used',
  },
})

/** What its audit lines call fields. */
export const fields: FieldWords = { names: locale => names[locale] }
