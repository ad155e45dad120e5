import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('minutes.titles', {
  minutes: { id: 'notula', en: 'minutes' },
  minutesStates: { id: 'Notula rapat', en: 'Minutes of meetings' },
  minutesChanges: { id: 'Notula rapat Anda', en: 'Minutes of your meetings' },
  corrections: { id: 'Koreksi notula', en: 'Corrections to minutes' },
  decided: { id: 'Keputusan', en: 'Decisions' },
  carriedOut: { id: 'Sudah dilaksanakan', en: 'Carried out' },
  decision: { id: 'keputusan rapat', en: 'decision of a meeting' },
  decisions: { id: 'Keputusan dan rekomendasi', en: 'Decisions and recommendations' },
})
