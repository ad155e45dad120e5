import { texts } from '../../../platform/i18n/words.ts'

/** What is said after something was done. */
export const receipts = texts('account.receipts', {
  administratorWelcomed: {
    id: 'Selamat datang. Anda administrator nasional; undang orang lain dari halaman Orang.',
    en: 'Welcome. You are the national administrator; invite others from the People page.',
  },
  profileSaved: { id: 'Profil tersimpan.', en: 'Your profile is saved.' },
  othersSignedOut: {
    id: '{ended, number} perangkat lain sudah dikeluarkan.',
    en: '{ended, number} other device{ended, plural, one {} other {s}} signed out.',
  },
  deviceSignedOut: { id: 'Perangkat itu sudah dikeluarkan.', en: 'That device has been signed out.' },
  tokenRevoked: {
    id: 'Token “{name}” sudah dicabut. Program yang memakainya kini ditolak.',
    en: 'Token “{name}” has been revoked. Programs that use it are refused from now on.',
  },
  passwordChanged: {
    id: 'Kata sandi diubah. Perangkat lain sudah dikeluarkan{tokens, plural, =0 {} other {, dan {tokens, number} token program dicabut}}.',
    en: 'The password is changed. Other devices have been signed out{tokens, plural, =0 {} other {, and {tokens, number} program token{tokens, plural, one {} other {s}} revoked}}.',
  },
  secondFactorOff: { id: 'Verifikasi dua langkah dimatikan.', en: 'Two-step verification is off.' },
  codeTimeOver: { id: 'Waktu untuk kode sudah habis. Silakan masuk lagi.', en: 'The code has timed out. Please sign in again.' },
  signedOut: { id: 'Anda sudah keluar.', en: 'You have signed out.' },
})
