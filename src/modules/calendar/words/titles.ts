import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('calendar.titles', {
  calendar: { id: 'Kalender', en: 'Calendar' },
  feed: { id: 'langganan kalender', en: 'calendar subscription' },
})
