import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('personnel.refusals', {
  rowsNotChosen: { id: 'Pilih dahulu baris yang Anda putuskan.', en: 'First choose the rows to decide on.' },
  registerChanged: {
    id: 'Daftar orang berubah sejak berkas ini diperiksa, jadi belum ada yang dicatat. Periksa hasilnya yang terbaru, lalu setujui lagi.',
    en: 'The list of people has changed since this file was checked, so nothing is recorded yet. Check the new outcome, then approve again.',
  },
  importStarted: {
    id: 'Impor dimulai. Anda boleh meninggalkan halaman ini.',
    en: 'The import has started. You may leave this page.',
  },
  importCancelled: { id: 'Impor dibatalkan.', en: 'The import was cancelled.' },
  importRetried: {
    id: 'Impor dicoba lagi. Anda boleh meninggalkan halaman ini.',
    en: 'The import is being tried again. You may leave this page.',
  },
  decisionSaved: { id: 'Keputusan Anda disimpan.', en: 'Your decision was saved.' },
})
