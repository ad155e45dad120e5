import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('papers.deeds', {
  'certificates.set': { id: 'menetapkan syarat sertifikat', en: 'set the condition for certificates of' },
  'letters.attach': { id: 'menyimpan surat undangan untuk', en: 'kept invitation letters of' },
  'letters.make': { id: 'membuat surat undangan untuk', en: 'made the invitation letters of' },
  'letters.next': { id: 'membaca isi surat undangan untuk', en: 'read what the invitation letters say of' },
})
