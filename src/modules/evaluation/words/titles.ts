import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('evaluation.titles', {
  lastScores: { id: 'Skor KPU / mitra', en: 'Score: KPU / partner' },
  submittedForms: { id: 'Isian terkirim', en: 'Forms submitted' },
  evaluation: { id: 'Evaluasi', en: 'Evaluation' },
  invitationsEvaluate: { id: 'Undangan mengisi evaluasi', en: 'Invitations to evaluate' },
  remindersEvaluationsNotSubmitted: { id: 'Pengingat evaluasi yang belum dikirim', en: 'Reminders about evaluations not submitted' },
  evaluationsSentBackCorrection: { id: 'Evaluasi yang dikembalikan untuk diperbaiki', en: 'Evaluations returned for correction' },
  newsEvaluations: { id: 'Perkembangan evaluasi', en: 'Evaluation updates' },
  sendingLetters: { id: 'Mengirim surel evaluasi', en: 'Sending evaluation e-mails' },
  closingCycle: { id: 'Menutup siklus evaluasi', en: 'Closing an evaluation cycle' },
  remindingEvaluation: { id: 'Mengirim pengingat evaluasi', en: 'Sending evaluation reminders' },
  evaluationCycle: { id: 'siklus evaluasi', en: 'evaluation cycle' },
  cycles: { id: 'Siklus evaluasi', en: 'Evaluation cycles' },
  forms: { id: 'Isian', en: 'Forms' },
  form: { id: 'isian', en: 'form' },
})
