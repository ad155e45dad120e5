import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'

const names = define('papers.fields', {
  id: { lettersMade: 'Surat undangan yang dibuat', certificatePercent: 'Kehadiran untuk sertifikat (% sesi)' },
  en: { lettersMade: 'Invitation letters made', certificatePercent: 'Attendance for a certificate (% of sessions)' },
})

export const fields: FieldWords = { names: locale => names[locale] }
