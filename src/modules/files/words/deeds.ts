import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('files.deeds', {
  'files.sweep': { id: 'menghapus berkas yang tidak dipakai', en: 'removed unused files' },
})
