import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('personnel.deeds', {
  'persons.import': { id: 'mengimpor orang dari', en: 'imported people from' },
  'person-imports.upload': { id: 'mengunggah daftar orang', en: 'uploaded the list of people' },
  'person-imports.read': { id: 'membaca daftar orang', en: 'read the list of people' },
  'person-imports.correct': { id: 'memperbaiki baris daftar orang', en: 'corrected a row of the list of people' },
  'person-imports.decide': { id: 'memutuskan baris daftar orang', en: 'decided on rows of the list of people' },
  'person-imports.confirm': { id: 'menyetujui impor orang', en: 'approved the import of people' },
  'person-imports.apply': { id: 'mencatat orang dari daftar', en: 'recorded people from the list' },
  'person-imports.cancel': { id: 'membatalkan impor orang', en: 'cancelled the import of people' },
})
