import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { words } from './words.ts'

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
    juryWeight: 'Bobot juri',
    audienceWeight: 'Bobot peserta',
    tieRule: 'Bila nilainya sama',
    criteria: 'Kriteria',
    jury: 'Juri',
    award: 'Penilaian',
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
    juryWeight: 'Weight of the jury',
    audienceWeight: 'Weight of the audience',
    tieRule: 'In case of a tie',
    criteria: 'Criteria',
    jury: 'Jury',
    award: 'Marking',
  },
})

/** What its audit lines call fields. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: { tieRule: locale => words[locale].tieRules, award: locale => words[locale].awardStates },
}
