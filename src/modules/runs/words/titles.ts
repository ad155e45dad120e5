import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('runs.titles', {
  work: { id: 'Pekerjaan', en: 'Background work' },
})
