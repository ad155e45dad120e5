import { words } from '../../../platform/i18n/words.ts'

/** What stands on the calendar of follow-ups. */
export const agendaWords = words('followups.agenda', {
  id: { name: 'Tenggat tindak lanjut', what: 'Tenggat tindak lanjut' },
  en: { name: 'Due dates of follow-ups', what: 'Follow-up is due' },
})
