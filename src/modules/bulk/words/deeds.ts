import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('bulk.deeds', {
  'bulk.plan': { id: 'merencanakan perubahan massal pada', en: 'planned a bulk change of' },
  'bulk.do': { id: 'melakukan perubahan massal pada', en: 'changed in bulk' },
  'bulk.undo': { id: 'mengembalikan perubahan massal pada', en: 'undid the bulk change of' },
})
