import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('agreements.deeds', {
  'agreements.create': { id: 'mencatat perjanjian', en: 'recorded the agreement' },
  'agreements.change': { id: 'mengubah perjanjian', en: 'changed the agreement' },
  'agreements.classify': { id: 'mengubah keterbukaan perjanjian', en: 'changed the public access to the agreement' },
  'agreements.advance': { id: 'melanjutkan tahap perjanjian', en: 'moved the agreement to its next stage:' },
  'agreements.sign': { id: 'mencatat penandatanganan perjanjian', en: 'recorded the signing of the agreement' },
  'agreements.startRenewal': { id: 'memulai perpanjangan perjanjian', en: 'began the renewal of the agreement' },
  'agreements.renew': { id: 'memperpanjang perjanjian', en: 'renewed the agreement' },
  'agreements.terminate': { id: 'mengakhiri perjanjian', en: 'terminated the agreement' },
  'agreements.complete': { id: 'menyelesaikan perjanjian', en: 'completed the agreement' },
  'obligations.create': { id: 'menambah kewajiban', en: 'added the obligation' },
  'obligations.change': { id: 'mengubah kewajiban', en: 'changed the obligation' },
  'obligations.remove': { id: 'menghapus kewajiban', en: 'removed the obligation' },
  'documents.create': { id: 'mengunggah dokumen', en: 'uploaded the document' },
  'documents.publish': { id: 'mengubah penerbitan dokumen', en: 'changed the publication of the document' },
  'documents.remove': { id: 'menghapus dokumen', en: 'removed the document' },
})
