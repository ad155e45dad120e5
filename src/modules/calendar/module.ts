import type { Module } from '../../module.ts'
import { calendarEndpoints } from './api.ts'
import { calendarPages, calendarSections } from './pages/routes.tsx'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { titles } from './words/titles.ts'

/** What is due, in one place and in people's own calendar: what the modules say they have on it. */
export const calendar: Module = {
  name: 'calendar',
  open: true,
  deeds,
  fields,
  subjects: [{ kind: 'calendar_feed', names: titles.feed }],
  operations: calendarEndpoints.map(({ operation }) => operation),
  endpoints: calendarEndpoints,
  pages: calendarPages,
  sections: calendarSections,
  navigation: [{ href: '/kalender', label: titles.calendar, power: 'agreement.read', thread: 'home', order: 1 }],
}
