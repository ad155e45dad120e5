import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('account.refusals', {
  addressTaken: { id: 'Alamat ini milik seseorang yang sudah keluar.', en: 'This address belongs to somebody who has left.' },
  passwordNotCurrent: { id: 'Kata sandi sekarang tidak cocok.', en: 'This is not your current password.' },
  passwordMissing: { id: 'Akun ini tidak memakai kata sandi.', en: 'This account has no password.' },
  n20TokensAlreadyRevoke: {
    id: 'Anda sudah memiliki 20 token. Cabut yang tidak dipakai lagi.',
    en: 'You already have 20 tokens. Revoke those you no longer use.',
  },
  tokenIsRevoked: { id: 'Token ini sudah dicabut.', en: 'This token has already been revoked.' },
  profile: { id: 'Profil Anda', en: 'your profile' },
  administratorRegistered: {
    id: 'Anda terdaftar sebagai administrator. Silakan masuk.',
    en: 'You are registered as administrator. Please sign in.',
  },
  accessEnded: {
    id: 'Semua perangkat lain sudah dikeluarkan{tokens, plural, =0 {} other { dan {tokens, number} token program dicabut}}.',
    en: 'All other devices have been signed out{tokens, plural, =0 {} other { and {tokens, number} program token{tokens, plural, one {} other {s}} revoked}}.',
  },
  passwordSavedAndIn: {
    id: 'Kata sandi tersimpan, dan Anda sudah masuk. {ended}',
    en: 'The password is saved, and you are signed in. {ended}',
  },
  passwordSaved: { id: 'Kata sandi tersimpan. {ended}', en: 'The password is saved. {ended}' },
  notPassword: { id: 'Kata sandi ini tidak cocok.', en: 'This is not your password.' },
  secondFactorChanged: {
    id: 'Verifikasi dua langkah akun Anda sudah berubah. Lihat statusnya di bawah ini.',
    en: 'Two-step verification has since changed for your account. See its status below.',
  },
  appNotWaiting: { id: 'Tidak ada aplikasi yang menunggu dihubungkan.', en: 'No app is waiting to be connected.' },
  codeWrongCheckClock: {
    id: 'Kode ini tidak cocok. Pastikan jam ponsel Anda tepat.',
    en: 'This code is not correct. Check that the clock on your phone is right.',
  },
  signInServiceUnreachable: {
    id: 'Layanan masuk organisasi sedang tidak dapat dihubungi. Gunakan cara lain, atau coba lagi nanti.',
    en: 'Your organisation’s sign-in service cannot be reached. Sign in another way, or try again later.',
  },
  organisationAccountUnknown: {
    id: 'Akun organisasi Anda tidak terdaftar di Sinergi, atau masuknya tidak selesai. Hubungi administrator satuan kerja Anda.',
    en: 'Your organisation’s account is not registered in Sinergi, or signing in was not completed. Ask the administrator of your office.',
  },
  credentialsWrong: { id: 'Surel atau kata sandi tidak cocok.', en: 'The e-mail address or password is not correct.' },
  codeWrong: { id: 'Kode ini tidak cocok.', en: 'This code is not correct.' },
})
