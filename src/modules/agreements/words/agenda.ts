import { words } from '../../../platform/i18n/words.ts'

/** What stands on the calendar of agreements. */
export const agendaWords = words('agreements.agenda', {
  id: {
    expiries: 'Perjanjian berakhir',
    obligations: 'Tenggat kewajiban',
    what: { expiry: 'Perjanjian berakhir', obligation: 'Tenggat kewajiban' },
  },
  en: {
    expiries: 'Agreements that end',
    obligations: 'Due dates of obligations',
    what: { expiry: 'Agreement ends', obligation: 'Obligation is due' },
  },
})
