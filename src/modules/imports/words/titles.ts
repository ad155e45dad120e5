import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('imports.titles', {
  rows: { id: 'Baris impor', en: 'Import rows' },
  import: { id: 'Impor', en: 'Import' },
  readingAgreements: { id: 'Membaca berkas impor perjanjian', en: 'Reading a file of agreements' },
  recordingAgreements: { id: 'Mencatat perjanjian dari berkas', en: 'Recording agreements from a file' },
  import2: { id: 'impor', en: 'import' },
})
