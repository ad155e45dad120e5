import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('search.deeds', {
  'savedSearches.create': { id: 'menyimpan pencarian', en: 'saved a search' },
  'savedSearches.change': { id: 'mengganti nama pencarian', en: 'renamed a search' },
  'savedSearches.remove': { id: 'menghapus pencarian', en: 'removed a search' },
  'search.claim': { id: 'mengambil berkas untuk dibaca', en: 'took a file to read' },
  'search.release': { id: 'mengembalikan berkas yang belum terbaca', en: 'returned a file that could not be read' },
  'search.keep': { id: 'mencatat isi berkas', en: 'recorded the text of a file' },
  'search.rebuild': { id: 'menyusun ulang pencarian', en: 'rebuilt the search index' },
})
