import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('audit.titles', {
  auditTrail: { id: 'Jejak audit', en: 'Audit trail' },
})
