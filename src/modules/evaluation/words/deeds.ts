import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('evaluation.deeds', {
  'cycles.create': { id: 'menyiapkan siklus evaluasi', en: 'planned the evaluation cycle' },
  'cycles.change': { id: 'mengubah siklus evaluasi', en: 'changed the evaluation cycle' },
  'cycles.open': { id: 'membuka siklus evaluasi', en: 'opened the evaluation cycle' },
  'cycles.close': { id: 'menutup siklus evaluasi', en: 'closed the evaluation cycle' },
  'cycles.closeDue': { id: 'menutup otomatis siklus evaluasi', en: 'automatically closed the evaluation cycle' },
  'cycles.collectFindings': { id: 'mengumpulkan temuan dari jawaban', en: 'collected the findings from the answers' },
  'cycles.remind': { id: 'mengingatkan yang belum mengisi', en: 'sent reminders for' },
  'cycles.invite': { id: 'mengundang para mitra mengisi evaluasi', en: 'invited the partners to answer in' },
  'cycles.continueInvitations': { id: 'mengirim undangan evaluasi', en: 'sent invitations for' },
  'assignments.remind': { id: 'mengirim pengingat evaluasi', en: 'sent evaluation reminders for' },
  'assignments.extend': { id: 'memberi perpanjangan untuk isian', en: 'gave more time for the form' },
  'assignments.return': { id: 'mengembalikan isian untuk diperbaiki:', en: 'returned the form for correction:' },
  'assignments.invite': { id: 'mengundang mitra mengisi', en: 'invited the partner to fill in' },
  'answers.save': { id: 'mulai mengisi', en: 'began to fill in' },
  'answers.submit': { id: 'mengirim evaluasi', en: 'submitted the evaluation' },
})
