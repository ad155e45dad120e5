import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('papers.deeds', {
  'letters.make': { id: 'membuat surat undangan untuk', en: 'made the invitation letters of' },
})
