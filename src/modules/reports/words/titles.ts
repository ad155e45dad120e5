import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('reports.titles', {
  reports: { id: 'Laporan', en: 'Reports' },
  maturity: { id: 'Tingkat kematangan', en: 'Maturity' },
  report: { id: 'laporan', en: 'report' },
  sharedReport: { id: 'laporan yang dibagikan', en: 'shared report' },
  sharedReports: { id: 'Laporan yang dibagikan', en: 'Shared reports' },
  reportTemplate: { id: 'templat laporan', en: 'report template' },
  makingReport: { id: 'Membuat laporan', en: 'Making a report' },
})
