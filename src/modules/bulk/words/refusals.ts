import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('bulk.refusals', {
  which: { id: 'Pilih baris, atau semua yang cocok dengan saringan.', en: 'Choose rows, or all that match the filter.' },
  none: { id: 'Tidak ada yang cocok dengan saringan ini.', en: 'Nothing matches this filter.' },
  tooMany: {
    id: 'Saringan ini mencakup lebih dari {most, number} baris, sedangkan sekali jalan paling banyak {most, number}. Persempit saringannya.',
    en: 'More than {most, number} rows match this filter, and at most {most, number} can be changed at once. Narrow it.',
  },
  done: { id: 'Ini sudah dilakukan.', en: 'This has already been done.' },
  unknownFilter: { id: 'Saringan dengan nama ini tidak ada.', en: 'There is no filter of this name.' },
  old: {
    id: 'Rencana ini sudah lebih dari 24 jam. Rencanakan lagi agar Anda melihat data yang terkini.',
    en: 'This plan is more than 24 hours old. Plan it again to see the present data.',
  },
  notDone: { id: 'Ini belum dilakukan, atau sudah dikembalikan.', en: 'This has not been done, or has already been undone.' },
  late: {
    id: 'Lebih dari 24 jam sudah berlalu, jadi ini tidak dapat dikembalikan lagi.',
    en: 'More than 24 hours have passed, so this can no longer be undone.',
  },
  staysDone: { id: 'Perubahan ini tidak dapat dikembalikan.', en: 'This cannot be undone.' },
})
