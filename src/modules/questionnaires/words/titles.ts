import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('questionnaires.titles', {
  example: { id: 'Contoh', en: 'Example' },
  general: { id: 'Umum', en: 'General' },
  remark: { id: 'Catatan', en: 'Remark' },
  questionnaire: { id: 'instrumen', en: 'questionnaire' },
})
