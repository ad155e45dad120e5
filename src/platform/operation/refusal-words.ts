import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.operation.refusals', {
  answerNotKept: {
    id: 'Jawaban ini tidak disimpan, jadi tidak dapat diulang.',
    en: 'This answer was not kept, so it cannot be repeated.',
  },
  idempotencyKeyUsed: {
    id: 'Idempotency-Key ini sudah dipakai untuk permintaan lain.',
    en: 'This Idempotency-Key has already been used for another request.',
  },
  doneLongAgo: {
    id: 'Permintaan ini sudah dikerjakan lebih dari {days, number} hari yang lalu, dan tidak dikerjakan dua kali. Buka halamannya untuk melihat apa yang tercatat.',
    en: 'This request was carried out more than {days, number} days ago and will not be carried out again. Open its page to see what was recorded.',
  },
  valueNotStorable: {
    id: 'Ada kolom yang nilainya tidak dapat disimpan, misalnya angka atau tanggal yang terlalu besar.',
    en: 'A value cannot be stored, such as a number or a date that is too large.',
  },
  changedAtOnce: {
    id: 'Data ini sedang diubah orang lain. Silakan coba lagi.',
    en: 'Somebody else is changing this. Please try again.',
  },
  sameJustRecorded: {
    id: 'Data yang sama baru saja dicatat. Muat ulang halaman ini untuk melihatnya.',
    en: 'The same data has just been recorded. Reload this page to see it.',
  },
})
