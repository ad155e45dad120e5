import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('followups.titles', {
  followUps: { id: 'Tindak lanjut', en: 'Follow-ups' },
  active: { id: 'Tindak lanjut belum selesai', en: 'Follow-ups not finished' },
  followUps2: { id: 'Tindak lanjut untuk Anda kerjakan', en: 'Follow-ups for you to do' },
  followUpsVerify: { id: 'Tindak lanjut untuk Anda periksa', en: 'Follow-ups for you to verify' },
  changesFollowUps: { id: 'Perubahan pada tindak lanjut Anda', en: 'Changes of your follow-ups' },
  dueDatesFollowUps: { id: 'Tenggat tindak lanjut Anda', en: 'Due dates of your follow-ups' },
  reminding: { id: 'Mengirim pengingat tindak lanjut', en: 'Reminder of a follow-up' },
  escalating: { id: 'Meneruskan keterlambatan tindak lanjut', en: 'Escalation of an overdue follow-up' },
  overdueAtOffices: { id: 'Tindak lanjut yang lama terlambat', en: 'Follow-ups that are long overdue' },
  evidence: { id: 'bukti tindak lanjut', en: 'evidence of a follow-up' },
  evidenceFiles: { id: 'Bukti tindak lanjut', en: 'Evidence of follow-ups' },
  unreadable: { id: 'isi berkas tidak dapat dibaca', en: 'the text of the file cannot be read' },
  followUp: { id: 'tindak lanjut', en: 'follow-up' },
})
