import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.auth.refusals', {
  passwordTooEasy: {
    id: 'Kata sandi ini mudah ditebak. Gunakan beberapa kata yang tidak berkaitan, bukan nama, surel, atau satuan kerja Anda.',
    en: 'This password is easy to guess. Use a few unrelated words, not your name, e-mail address or office.',
  },
  accountUnusable: { id: 'Akun ini tidak dapat digunakan.', en: 'This account cannot be used.' },
  linkVoid: { id: 'Tautan ini sudah dipakai atau sudah tidak berlaku.', en: 'This link has been used or is no longer valid.' },
  tokenInvalid: { id: 'Token ini tidak berlaku.', en: 'This token is not valid.' },
  powersChanged: {
    id: 'Kewenangan Anda berubah selagi isi ini dikirim, jadi belum ada yang tersimpan. Muat ulang halaman, lalu kirim lagi.',
    en: 'Your permissions changed while this was being sent, so nothing was saved. Reload the page, then send it again.',
  },
  tooManyAttempts: {
    id: 'Terlalu banyak percobaan. Silakan coba lagi dalam {minutes, number} menit.',
    en: 'Too many attempts. Please try again in {minutes, number} minute{minutes, plural, one {} other {s}}.',
  },
  codeUsed: {
    id: 'Kode ini sudah dipakai. Tunggu sampai aplikasi menampilkan kode berikutnya.',
    en: 'This code has been used. Wait until the app shows the next one.',
  },
})
