import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('questionnaires.deeds', {
  'instruments.publish': { id: 'menerbitkan instrumen', en: 'published the questionnaire' },
  'instruments.load': { id: 'memuat instrumen bawaan', en: 'loaded the built-in questionnaire' },
})
