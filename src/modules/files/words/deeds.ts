import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = {
  'files.sweep': { id: 'menghapus berkas yang tidak dipakai', en: 'removed files that belong to nothing' },
}
