import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('imports.refusals', {
  rowsNotChosen: { id: 'Pilih dahulu baris yang Anda putuskan.', en: 'First choose the rows to decide on.' },
  rowsNotDraftable: {
    id: 'Baris {not} belum dapat dicatat sebagai draf: satuan kerja, jenis naskah, dan judulnya harus jelas, isinya tidak terlalu panjang, dan perjanjiannya belum tercatat. Perbaiki dahulu.',
    en: 'Rows {not} cannot be recorded as drafts yet: the office, type and title must be clear, nothing may be too long, and the agreement must not be recorded already. Correct them first.',
  },
  importOver: { id: 'Impor ini sudah selesai.', en: 'This import has ended.' },
  columnsNotMapped: { id: 'Tentukan dahulu arti kolom-kolomnya.', en: 'First say what the columns mean.' },
  importWithoutAsker: {
    id: 'Orang yang meminta impor ini tidak lagi berwenang mengimpor untuk satuan kerja ini. Yang sudah dicatat tetap tercatat; sisanya tidak dicatat.',
    en: 'Whoever asked for this import may no longer import for this office. Rows already recorded stay; the rest will not be recorded.',
  },
  import: { id: 'Impor ini', en: 'this import' },
  fileBeingRead: { id: 'Berkas ini masih dibaca. Tunggu sebentar.', en: 'This file is still being read. Wait a moment.' },
  importIsOver: { id: 'Impor ini sudah dijalankan atau dibatalkan.', en: 'This import has been run or cancelled.' },
  text: { id: '', en: '' },
  rowsLooked: { id: 'Baris-baris diperiksa lagi.', en: 'The rows have been checked again.' },
  importStarted: {
    id: 'Impor dimulai. Anda boleh meninggalkan halaman ini.',
    en: 'The import has started. You may leave this page.',
  },
  registerChanged: {
    id: 'Daftar perjanjian berubah sejak berkas ini diperiksa, jadi belum ada yang dicatat. Periksa hasilnya yang terbaru, lalu setujui lagi.',
    en: 'The list of agreements has changed since this file was checked, so nothing is recorded yet. Check the new outcome, then approve again.',
  },
  importCancelled: { id: 'Impor dibatalkan.', en: 'The import was cancelled.' },
  importRetried: {
    id: 'Impor dicoba lagi. Anda boleh meninggalkan halaman ini.',
    en: 'The import is being tried again. You may leave this page.',
  },
  proposalsAccepted: {
    id: '{accepted, number} usulan diterima. Baris-barisnya diperiksa lagi.',
    en: '{accepted, number} proposal{accepted, plural, one { was} other {s were}} accepted. The rows have been checked again.',
  },
  rowsApart: { id: 'Setiap baris menjadi perjanjian sendiri.', en: 'Each row is now a separate agreement.' },
  decisionSaved: { id: 'Keputusan Anda disimpan.', en: 'Your decision was saved.' },
})
