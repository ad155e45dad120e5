import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('search.titles', {
  search: { id: 'pencarian', en: 'search' },
  savedSearch: { id: 'pencarian tersimpan', en: 'saved search' },
})
