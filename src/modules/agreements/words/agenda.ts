import { texts, words } from '../../../platform/i18n/words.ts'

/** What stands on the calendar of agreements. */
export const agendaWords = words('agreements.agenda', {
  id: {
    what: { expiry: 'Perjanjian berakhir', obligation: 'Tenggat kewajiban' },
  },
  en: {
    what: { expiry: 'Agreement ends', obligation: 'Obligation is due' },
  },
})

/** What a calendar calls the kinds of its entries. */
export const agendaKinds = texts('agreements.agendaKinds', {
  expiries: { id: 'Perjanjian berakhir', en: 'Agreements ending' },
  obligations: { id: 'Tenggat kewajiban', en: 'Due dates of obligations' },
})
