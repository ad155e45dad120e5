import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('reports.deeds', {
  'reports.create': { id: 'membuat laporan', en: 'made the report' },
  'reports.cancel': { id: 'membatalkan laporan', en: 'cancelled the report' },
  'reports.share': { id: 'membagikan laporan ke wilayah', en: 'shared the report with the offices below' },
  'reports.withdraw': { id: 'membatalkan pembagian laporan', en: 'stopped sharing the report' },
  'reports.tell': { id: 'memberi tahu satuan kerja tentang laporan', en: 'told the offices of the report' },
  'reports.compute': { id: 'menghitung angka laporan', en: 'computed the figures of the report' },
  'reports.freeze': { id: 'membekukan angka laporan', en: 'froze the figures of the report' },
  'reports.attach': { id: 'menyimpan berkas laporan', en: 'stored a file of the report' },
  'templates.upload': { id: 'mengunggah templat Word', en: 'uploaded the Word template' },
  'templates.retire': { id: 'berhenti memakai templat Word', en: 'stopped using the Word template' },
})
