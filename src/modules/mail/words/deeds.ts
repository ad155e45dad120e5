import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = {
  'mail.retry': { id: 'mengirim ulang surat yang tertahan', en: 'sent again the letters that waited' },
  'mail.resend': { id: 'mengirim ulang surat', en: 'sent again the letter' },
}
