import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('rounds.titles', {
  rounds: { id: 'Putaran presentasi', en: 'Presentations' },
  round: { id: 'putaran presentasi', en: 'presentation round' },
  entries: { id: 'Penampil', en: 'Presenters' },
  awards: { id: 'Penghargaan', en: 'Awards' },
  entry: { id: 'penampil', en: 'presentation' },
})
