import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('timers.titles', {
  timedAction: { id: 'jadwal otomatis', en: 'scheduled task' },
  timedActions: { id: 'Jadwal otomatis', en: 'Scheduled tasks' },
})
