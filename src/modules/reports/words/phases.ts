import type { Localized } from '../../../platform/refusals/refusal.ts'

/** What the making of a report does, one after the other. */
export const phases: Localized[] = [
  { id: 'Menghitung data', en: 'Computing the figures' },
  { id: 'Membuat PDF', en: 'Making the PDF' },
  { id: 'Membuat berkas Word', en: 'Making the Word file' },
  { id: 'Membuat berkas Excel', en: 'Making the Excel file' },
]
