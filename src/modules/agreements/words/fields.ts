import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { words } from '../words.ts'
import { formWords } from './form.ts'

const names = define('agreements.fields', {
  id: {
    agreement: 'Perjanjian',
    article: 'Pasal',
    indicator: 'Indikator',
    label: 'Nama dokumen',
    published: 'Terbit di daftar publik',
    target: 'Target',
  },
  en: {
    agreement: 'Agreement',
    article: 'Article',
    indicator: 'Indicator',
    label: 'Name of the document',
    published: 'Published in the public register',
    target: 'Target',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => {
    const [w, f] = [words[locale], formWords[locale]]
    return {
      ...names[locale],
      kind: w.kind,
      title: w.title,
      parent: w.parent,
      stage: f.form.stage,
      signedOn: w.signedOn,
      startsOn: w.startsOn,
      endsOn: w.endsOn,
      place: w.place,
      openness: w.openness,
      exclusionReason: w.exclusionReason,
      parties: f.form.parties,
      scope: w.scope,
      renewalSince: w.statuses.in_renewal,
      endedOn: f.steps.terminateOn,
      endedHow: w.status,
      endedReason: f.steps.reason,
    }
  },
  codes: {
    endedHow: locale => words[locale].statuses,
    kind: locale => words[locale].kinds,
    openness: locale => words[locale].opennesses,
    side: locale => words[locale].sides,
    stage: locale => ({ ...words[locale].statuses, ...formWords[locale].form.stages }),
    status: locale => words[locale].statuses,
  },
}
