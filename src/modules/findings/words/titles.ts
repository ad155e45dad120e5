import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('findings.titles', {
  findings: { id: 'Temuan', en: 'Findings' },
  open: { id: 'Temuan belum ditindaklanjuti', en: 'Findings not followed up' },
  submitted: { id: 'menyampaikan temuan dalam evaluasi', en: 'raised the finding in an evaluation' },
  came: { id: '{count, number} temuan', en: '{count, plural, one {# finding} other {# findings}}' },
  finding: { id: 'temuan', en: 'finding' },
})
