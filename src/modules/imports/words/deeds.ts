import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('imports.deeds', {
  'agreements.import': { id: 'mengimpor perjanjian dari berkas', en: 'imported agreements from the file' },
  'imports.upload': { id: 'mengunggah berkas impor', en: 'uploaded the import file' },
  'imports.read': { id: 'membaca berkas impor', en: 'read the import file' },
  'imports.map': { id: 'menentukan arti kolom impor', en: 'set the columns of the import' },
  'imports.decide': { id: 'memutuskan baris impor', en: 'decided on rows of the import' },
  'imports.correct': { id: 'memperbaiki baris impor', en: 'corrected a row of the import' },
  'imports.accept': { id: 'menerima usulan impor', en: 'accepted proposals of the import' },
  'imports.leave-out': { id: 'mengatur baris tersembunyi pada impor', en: 'set what happens to hidden rows in the import' },
  'imports.separate': { id: 'memisahkan perjanjian pada impor', en: 'kept agreements of the import apart' },
  'imports.confirm': { id: 'menyetujui impor', en: 'approved the import' },
  'imports.apply': { id: 'mencatat baris impor', en: 'recorded rows of the import' },
  'imports.cancel': { id: 'membatalkan impor', en: 'cancelled the import' },
})
