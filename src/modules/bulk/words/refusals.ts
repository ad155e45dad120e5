import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('bulk.refusals', {
  which: { id: 'Pilih baris, atau semua yang cocok dengan saringan.', en: 'Choose rows, or all that match the filter.' },
  none: { id: 'Tidak ada yang cocok dengan saringan ini.', en: 'Nothing matches this filter.' },
  tooMany: {
    id: 'Saringan ini mencakup lebih dari {most, number} baris, sedangkan sekali jalan paling banyak {most, number}. Persempit saringannya.',
    en: 'This filter takes more than {most, number} rows, and at most {most, number} can be done at once. Narrow it down.',
  },
  done: { id: 'Ini sudah dilakukan.', en: 'This has been done already.' },
  unknownFilter: { id: 'Saringan dengan nama ini tidak ada.', en: 'There is no filter of this name.' },
  old: {
    id: 'Rencana ini sudah lebih dari 24 jam. Rencanakan lagi supaya yang Anda lihat sesuai dengan yang ada sekarang.',
    en: 'This plan is more than 24 hours old. Plan again, so that you see what is there now.',
  },
  notDone: { id: 'Ini belum dilakukan, atau sudah dikembalikan.', en: 'This has not been done, or has been put back already.' },
  late: {
    id: 'Lebih dari 24 jam sudah berlalu, jadi ini tidak dapat dikembalikan lagi.',
    en: 'More than 24 hours have passed, so this cannot be put back.',
  },
  staysDone: { id: 'Perubahan ini tidak dapat dikembalikan.', en: 'This cannot be put back.' },
})
