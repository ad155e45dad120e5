import { words } from '../../../platform/i18n/words.ts'

/** What stands on the calendar of evaluations. */
export const agendaWords = words('evaluation.agenda', {
  id: {
    cycles: 'Siklus evaluasi',
    forms: 'Isian evaluasi saya',
    what: {
      opens: 'Siklus evaluasi dibuka',
      due: 'Tenggat siklus evaluasi',
      closes: 'Siklus evaluasi ditutup',
      form: 'Tenggat isian evaluasi',
    },
  },
  en: {
    cycles: 'Evaluation cycles',
    forms: 'My evaluation forms',
    what: {
      opens: 'Evaluation cycle opens',
      due: 'Evaluation cycle is due',
      closes: 'Evaluation cycle closes',
      form: 'Evaluation form is due',
    },
  },
})
