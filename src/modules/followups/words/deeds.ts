import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('followups.deeds', {
  'followups.create': { id: 'mencatat tindak lanjut', en: 'recorded the follow-up' },
  'followups.remind': { id: 'mengirim pengingat tindak lanjut', en: 'sent reminders of follow-ups' },
  'followups.escalate': { id: 'meneruskan tindak lanjut yang terlambat ke tingkat di atasnya', en: 'escalated the overdue follow-up' },
  'followups.report': { id: 'melaporkan hasil tindak lanjut', en: 'reported the result of the follow-up' },
  'followups.verify': { id: 'memeriksa hasil tindak lanjut', en: 'verified the result of the follow-up' },
  'followups.reassign': { id: 'mengalihkan tindak lanjut', en: 'reassigned the follow-up' },
  'followups.reschedule': { id: 'mengubah tenggat tindak lanjut', en: 'changed the due date of the follow-up' },
  'followups.cancel': { id: 'membatalkan tindak lanjut', en: 'cancelled the follow-up' },
  'followups.reopen': { id: 'membuka kembali tindak lanjut', en: 'reopened the follow-up' },
})
