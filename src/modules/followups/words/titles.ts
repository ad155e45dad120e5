import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('followups.titles', {
  followUps: { id: 'Tindak lanjut', en: 'Follow-ups' },
  active: { id: 'Tindak lanjut belum selesai', en: 'Open follow-ups' },
  followUps2: { id: 'Tindak lanjut untuk Anda kerjakan', en: 'Follow-ups for you to do' },
  followUpsVerify: { id: 'Tindak lanjut untuk Anda periksa', en: 'Follow-ups for you to verify' },
  changesFollowUps: { id: 'Perubahan pada tindak lanjut Anda', en: 'Changes to your follow-ups' },
  dueDatesFollowUps: { id: 'Tenggat tindak lanjut Anda', en: 'Due dates of your follow-ups' },
  reminding: { id: 'Mengirim pengingat tindak lanjut', en: 'Sending follow-up reminders' },
  escalating: { id: 'Meneruskan keterlambatan tindak lanjut', en: 'Escalating an overdue follow-up' },
  overdueAtOffices: { id: 'Tindak lanjut yang lama terlambat', en: 'Follow-ups long overdue' },
  evidence: { id: 'bukti tindak lanjut', en: 'evidence of a follow-up' },
  evidenceFiles: { id: 'Bukti tindak lanjut', en: 'Evidence of follow-ups' },
  unreadable: { id: 'isi berkas tidak dapat dibaca', en: 'the text in this file cannot be read' },
  followUp: { id: 'tindak lanjut', en: 'follow-up' },
})
