import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('findings.titles', {
  findings: { id: 'Temuan', en: 'Findings' },
  open: { id: 'Temuan terbuka', en: 'Open findings' },
  submitted: { id: 'mengirim evaluasi yang memuat temuan', en: 'submitted the evaluation that holds the finding' },
  finding: { id: 'temuan', en: 'finding' },
})
