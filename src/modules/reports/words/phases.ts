import { type Localized, texts } from '../../../platform/i18n/words.ts'

const said = texts('reports.phases', {
  computingFigures: { id: 'Menghitung data', en: 'Computing the figures' },
  makingPdf: { id: 'Membuat PDF', en: 'Making the PDF' },
  makingWordFile: { id: 'Membuat berkas Word', en: 'Making the Word file' },
  makingExcelFile: { id: 'Membuat berkas Excel', en: 'Making the Excel file' },
})

/** What the making of a report does, one after the other. */
export const phases: Localized[] = [said.computingFigures, said.makingPdf, said.makingWordFile, said.makingExcelFile]
