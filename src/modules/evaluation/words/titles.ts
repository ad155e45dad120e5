import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('evaluation.titles', {
  lastScores: { id: 'Skor KPU / mitra', en: 'Score by KPU / partner' },
  submittedForms: { id: 'Isian terkirim', en: 'Forms submitted' },
  evaluation: { id: 'Evaluasi', en: 'Evaluation' },
  invitationsEvaluate: { id: 'Undangan mengisi evaluasi', en: 'Invitations to evaluate' },
  remindersEvaluationsNotSubmitted: { id: 'Pengingat evaluasi yang belum dikirim', en: 'Reminders of evaluations not submitted' },
  evaluationsSentBackCorrection: { id: 'Evaluasi yang dikembalikan untuk diperbaiki', en: 'Evaluations sent back for correction' },
  newsEvaluations: { id: 'Perkembangan evaluasi', en: 'News of evaluations' },
  sendingLetters: { id: 'Mengirim surat evaluasi', en: 'Sending letters of an evaluation' },
  closingCycle: { id: 'Menutup siklus evaluasi', en: 'Closing of an evaluation cycle' },
  remindingEvaluation: { id: 'Mengirim pengingat evaluasi', en: 'Reminders of an evaluation' },
  evaluationCycle: { id: 'siklus evaluasi', en: 'evaluation cycle' },
  cycles: { id: 'Siklus evaluasi', en: 'Evaluation cycles' },
  forms: { id: 'Isian', en: 'Forms' },
  form: { id: 'isian', en: 'form' },
})
