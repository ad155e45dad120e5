import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('personnel.titles', {
  readingPersons: { id: 'Membaca daftar orang', en: 'Reading a list of people' },
  recordingPersons: { id: 'Mencatat orang dari daftar', en: 'Recording people from a list' },
})
