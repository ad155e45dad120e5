import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('languages.titles', {
  languages: { id: 'Bahasa', en: 'Languages' },
  language: { id: 'bahasa', en: 'language' },
})
