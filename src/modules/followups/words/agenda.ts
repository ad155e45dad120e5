import { texts, words } from '../../../platform/i18n/words.ts'

/** What stands on the calendar of follow-ups. */
export const agendaWords = words('followups.agenda', {
  id: { what: 'Tenggat tindak lanjut' },
  en: { what: 'Follow-up due' },
})

/** What a calendar calls the kinds of its entries. */
export const agendaKinds = texts('followups.agendaKinds', {
  followUps: { id: 'Tenggat tindak lanjut', en: 'Due dates of follow-ups' },
})
