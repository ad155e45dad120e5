import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('calendar.deeds', {
  'calendarFeeds.create': { id: 'membuat langganan kalender', en: 'made a calendar subscription' },
  'calendarFeeds.read': { id: 'membaca langganan kalender', en: 'read a calendar subscription' },
  'calendarFeeds.revoke': { id: 'mencabut langganan kalender', en: 'revoked a calendar subscription' },
})
