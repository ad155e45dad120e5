import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('evaluation.refusals', {
  periodCrosses: { id: 'Akhir periode harus setelah awalnya.', en: 'The period must end after it begins.' },
  dueDateBeforeFirstDay: { id: 'Tenggat harus setelah hari pertama pengisian.', en: 'The due date must be after the first day.' },
  closingDayNotCome: { id: 'Hari penutupan tidak boleh sebelum tenggat.', en: 'The closing day cannot be before the due date.' },
  formSubmitted: {
    id: 'Isian ini sudah dikirim dan tidak dapat diubah lagi.',
    en: 'This form has been submitted and can no longer be changed.',
  },
  cycleClosedForAnswers: {
    id: 'Siklus evaluasi ini sudah ditutup; jawaban tidak diterima lagi.',
    en: 'This evaluation cycle is closed and accepts no more answers.',
  },
  answersTaken: { id: 'Pengisian baru dibuka pada {opensOn, date}.', en: 'You can answer from {opensOn, date}.' },
  answersMissing: {
    id: 'Evaluasi belum dapat dikirim: {count, number} pertanyaan perlu dijawab atau diperbaiki.',
    en: 'The evaluation cannot be submitted yet: {count, plural, one {# question needs} other {# questions need}} an answer.',
  },
  tooManyTimes: { id: 'Paling banyak {most, number} waktu pengisian.', en: 'At most {most, number} times of writing.' },
  answersChangedElsewhere: {
    id: '{count, number} jawaban sudah diubah juga oleh orang lain. Buka isian ini untuk memilih yang dipakai.',
    en: '{count, plural, one {One answer was} other {# answers were}} also changed by somebody else. Open the form to choose which to keep.',
  },
  formNotOfPartner: { id: 'Isian ini diisi oleh satuan kerja, bukan mitra.', en: 'This form is for an office, not a partner.' },
  contactMissing: {
    id: 'Mitra ini belum mempunyai narahubung yang dapat masuk. Berikan akses pada halaman mitra, lalu undang lagi.',
    en: 'This partner has no contact who can sign in. Give a contact access on the partner’s page, then invite again.',
  },
  closingDayPassed: { id: 'Hari penutupan siklus ini sudah lewat.', en: 'The closing day of this cycle has passed.' },
  cycleOpened: {
    id: 'Siklus ini sudah dibuka dan tidak dapat diubah lagi. Beri perpanjangan pada isian yang memerlukannya.',
    en: 'This cycle has been opened and can no longer be changed. Give more time to the forms that need it.',
  },
  cycle: { id: 'Siklus ini', en: 'this cycle' },
  form: { id: 'Isian ini', en: 'this form' },
  questionnaireNotPublished: { id: 'Pilih instrumen yang sudah terbit.', en: 'Choose a published questionnaire.' },
  officeNotBelow: {
    id: 'Bukan satuan kerja di bawah satuan kerja siklus ini: {unknown}.',
    en: 'Not an office below the office of this cycle: {unknown}.',
  },
  cycleClosed: { id: 'Siklus evaluasi ini sudah ditutup.', en: 'This evaluation cycle is closed.' },
  extensionNotLater: {
    id: 'Tenggat baru harus setelah tenggat sekarang dan belum lewat.',
    en: 'The new due date must be after the present one and not in the past.',
  },
  most90DaysAfter: { id: 'Paling lama 90 hari setelah hari penutupan siklus.', en: 'At most 90 days after the closing day of the cycle.' },
  partnerFormNotReturnable: {
    id: 'Isian mitra baru dapat dikembalikan setelah kedua pihak mengirim evaluasinya.',
    en: 'A partner’s form can be returned only after both sides have submitted.',
  },
  fileNotAsked: { id: 'Pertanyaan ini tidak meminta berkas.', en: 'This question does not ask for a file.' },
  fileOfOtherQuestion: { id: 'Berkas ini tidak diunggah untuk pertanyaan ini.', en: 'This file was not uploaded for this question.' },
  lettersOutOfTime: { id: 'Surel hanya dapat dikirim selama pengisian dibuka.', en: 'E-mails can be sent only while the cycle is open.' },
  lettersWithoutAsker: {
    id: 'Orang yang meminta pengiriman ini sudah tidak bertugas atau tidak lagi berwenang. Sisanya tidak dikirim.',
    en: 'Whoever asked for these e-mails has left or may no longer send them. The rest will not be sent.',
  },
  officeNotInCycle: {
    id: 'Tidak ada satuan kerja dengan kode itu dalam siklus ini.',
    en: 'There is no office with that code in this cycle.',
  },
})
