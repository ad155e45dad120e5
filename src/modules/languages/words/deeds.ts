import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('languages.deeds', {
  'words.import': { id: 'mengimpor kata-kata bahasa', en: 'imported the words of the language' },
})
