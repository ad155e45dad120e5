import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('mail.deeds', {
  'mail.retry': { id: 'mengirim ulang surel yang tertahan', en: 'resent the held e-mails' },
  'mail.resend': { id: 'mengirim ulang surel', en: 'resent the e-mail' },
})
