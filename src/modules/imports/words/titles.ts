import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('imports.titles', {
  import: { id: 'Impor', en: 'Import' },
  import2: { id: 'impor', en: 'import' },
})
