import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.intake.refusals', {
  bodyTooLarge: {
    id: 'Kiriman ini terlalu besar, jadi tidak dibaca. Belum ada yang tersimpan.',
    en: 'What was sent is too large, so it was not read. Nothing was saved.',
  },
  tooMuchAtOnce: {
    id: 'Terlalu banyak kiriman pada saat yang sama. Belum ada yang tersimpan. Silakan coba lagi sebentar lagi.',
    en: 'Too much is being sent at the same time. Nothing was saved. Please try again in a moment.',
  },
  bodyCutOff: {
    id: 'Kiriman ini berhenti di tengah jalan. Belum ada yang tersimpan. Periksa sambungan Anda, lalu kirim lagi.',
    en: 'Sending stopped half-way. Nothing was saved. Check your connection, then send it again.',
  },
  bodyBroken: {
    id: 'Isi kiriman ini rusak atau tidak lengkap. Kirim lagi.',
    en: 'What was sent is damaged or incomplete. Send it again.',
  },
  fileTooLarge: { id: 'Berkas terlalu besar; paling besar {most} MB.', en: 'The file is too large. Files may be at most {most} MB.' },
  tooManyUploads: {
    id: 'Terlalu banyak berkas sedang diunggah. Silakan coba lagi sebentar lagi.',
    en: 'Too many files are being uploaded. Please try again in a moment.',
  },
  bodyNotJson: { id: 'Kirim isi sebagai application/json.', en: 'Send the body as application/json.' },
  bodyJsonInvalid: { id: 'Isi permintaan bukan objek JSON yang sah.', en: 'The body is not a valid JSON object.' },
  bodyNotForm: { id: 'Kirim isi sebagai formulir.', en: 'Send the body as a form.' },
  filesTooLarge: {
    id: 'Berkas-berkas ini bersama-sama terlalu besar; paling besar {most} MB sekali kirim.',
    en: 'Together these files are too large. Send at most {most} MB at a time.',
  },
})
