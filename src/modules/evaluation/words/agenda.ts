import { texts, words } from '../../../platform/i18n/words.ts'

/** What stands on the calendar of evaluations. */
export const agendaWords = words('evaluation.agenda', {
  id: {
    what: {
      opens: 'Siklus evaluasi dibuka',
      due: 'Tenggat siklus evaluasi',
      closes: 'Siklus evaluasi ditutup',
      form: 'Tenggat isian evaluasi',
    },
  },
  en: {
    what: {
      opens: 'Evaluation cycle opens',
      due: 'Evaluation cycle due',
      closes: 'Evaluation cycle closes',
      form: 'Evaluation form due',
    },
  },
})

/** What a calendar calls the kinds of its entries. */
export const agendaKinds = texts('evaluation.agendaKinds', {
  cycles: { id: 'Siklus evaluasi', en: 'Evaluation cycles' },
  forms: { id: 'Isian evaluasi saya', en: 'My evaluation forms' },
})
