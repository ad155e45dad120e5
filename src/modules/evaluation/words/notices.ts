import { words } from '../../../platform/i18n/words.ts'

/** Each notice in one line, as the inbox and the summary show it; days are `yyyy-mm-dd`. */
export const noticeLines = words('evaluation.notices', {
  id: {
    invitation:
      '{forms, plural, =1 {Undangan mengisi evaluasi “{agreement}”, {cycle}, paling lambat {dueOn, date}} other {Undangan mengisi # evaluasi, {cycle}; tenggat terdekat {dueOn, date}}}',
    due: '{forms, plural, =1 {Evaluasi “{agreement}”, {cycle}, belum dikirim; tenggatnya {dueOn, date}} other {# isian {cycle} belum dikirim; tenggat terdekat {dueOn, date}}}',
    returned: '“{agreement}”: evaluasi dalam {cycle} dikembalikan untuk diperbaiki',
    submitted: '{who} sudah mengirim evaluasi “{agreement}”, {cycle}',
    extended: 'Tenggat isian Anda dalam {cycle} diperpanjang sampai {until, date}',
  },
  en: {
    invitation:
      '{forms, plural, =1 {Invitation to evaluate “{agreement}”, {cycle}, by {dueOn, date}} other {Invitation to fill in # forms, {cycle}; the first is due {dueOn, date}}}',
    due: '{forms, plural, =1 {The evaluation of “{agreement}”, {cycle}, has not been submitted; it is due {dueOn, date}} other {# forms of {cycle} have not been submitted; the first is due {dueOn, date}}}',
    returned: '“{agreement}”: its evaluation in {cycle} was returned for correction',
    submitted: '{who} has submitted its evaluation of “{agreement}”, {cycle}',
    extended: 'Your forms of {cycle} are now due {until, date}',
  },
})
