import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('changes.deeds', {
  'changes.mark': { id: 'menandai perubahan sudah dilihat', en: 'marked changes as seen' },
})
