import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('agreements.titles', {
  agreements: { id: 'Perjanjian', en: 'Agreements' },
  inForce: { id: 'Perjanjian berlaku', en: 'Agreements in force' },
  openness: { id: 'Keterbukaan', en: 'Public access' },
  agreement: { id: 'perjanjian', en: 'agreement' },
  obligation: { id: 'kewajiban', en: 'obligation' },
  documents: { id: 'Dokumen perjanjian', en: 'Documents of agreements' },
  unreadable: { id: 'isi berkas tidak dapat dibaca', en: 'the text in this file cannot be read' },
  document: { id: 'dokumen', en: 'document' },
})
