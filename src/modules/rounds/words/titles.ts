import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('rounds.titles', {
  rounds: { id: 'Putaran presentasi', en: 'Presentations' },
  round: { id: 'putaran presentasi', en: 'presentation round' },
  entry: { id: 'penampil', en: 'presentation' },
})
