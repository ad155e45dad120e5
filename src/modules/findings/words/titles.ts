import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('findings.titles', {
  findings: { id: 'Temuan', en: 'Findings' },
  finding: { id: 'temuan', en: 'finding' },
})
