import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('papers.titles', {
  bundle: { id: 'surat undangan rapat', en: 'invitation letters of a meeting' },
  makingLetters: { id: 'Membuat surat undangan rapat', en: 'Making the invitation letters of a meeting' },
})
