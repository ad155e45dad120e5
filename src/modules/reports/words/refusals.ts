import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('reports.refusals', {
  template: { id: 'Templat ini', en: 'this template' },
  templateNotUsable: { id: 'Templat ini belum dapat dipakai.', en: 'This template cannot be used yet.' },
  text: { id: '{tag}: {message}', en: '{tag}: {message}' },
  notReady: {
    id: 'Laporan ini belum siap, jadi belum dapat dibagikan.',
    en: 'This report is not ready, so it cannot be shared yet.',
  },
  sharedAlready: { id: 'Laporan ini sudah dibagikan.', en: 'This report is shared already.' },
  notShared: { id: 'Laporan ini tidak sedang dibagikan.', en: 'This report is not shared.' },
  reportOver: { id: 'Laporan ini sudah selesai.', en: 'This report is over.' },
  reportWithoutAsker: {
    id: 'Orang yang meminta laporan ini sudah tidak bertugas atau tidak lagi berwenang membuatnya. Buat laporan baru.',
    en: 'Whoever asked for this report has left or may no longer make it. Make a new one.',
  },
  reportUnfinished: {
    id: 'Laporan ini berkali-kali tidak selesai dibuat karena gangguan pada Sinergi. Buat laporan baru; jika gagal lagi, beri tahu administrator.',
    en: 'This report could not be finished in many tries because of trouble in Sinergi. Make a new one; if that fails too, tell your administrator.',
  },
  reportFailed: {
    id: 'Laporan ini tidak dapat dibuat karena kesalahan pada Sinergi, bukan karena isian Anda. Beri tahu administrator, lalu buat laporan baru.',
    en: 'This report could not be made because of a fault in Sinergi, not in what you filled in. Tell your administrator, then make a new one.',
  },
})
