import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('reports.titles', {
  reports: { id: 'Laporan', en: 'Reports' },
  report: { id: 'laporan', en: 'report' },
  reportTemplate: { id: 'templat laporan', en: 'report template' },
  makingReport: { id: 'Membuat laporan', en: 'Making a report' },
})
