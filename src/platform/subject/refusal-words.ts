import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.subject.refusals', {
  item: { id: 'data', en: 'item' },
  changedSomething: { id: 'mengubah data', en: 'changed something' },
})
