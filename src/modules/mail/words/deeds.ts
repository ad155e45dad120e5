import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('mail.deeds', {
  'mail.retry': { id: 'mengirim ulang surat yang tertahan', en: 'sent again the letters that waited' },
  'mail.resend': { id: 'mengirim ulang surat', en: 'sent again the letter' },
})
