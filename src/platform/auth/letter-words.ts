import { words } from '../i18n/words.ts'

/** The letters of sign-in. */
export const letterWords = words('account.letters', {
  id: {
    password: {
      subject: 'Atur ulang kata sandi Sinergi',
      text: 'Yth. {name},\n\nKami menerima permintaan untuk mengatur kata sandi Anda. Buka tautan berikut dalam satu jam:\n\n{url}\n\nJika Anda tidak memintanya, abaikan surel ini; kata sandi Anda tidak berubah.\n\nSinergi',
    },
    link: {
      subject: 'Tautan masuk Sinergi',
      text: 'Yth. {name},\n\nGunakan tautan berikut untuk masuk ke Sinergi tanpa kata sandi. Tautan ini hanya untuk Anda dan berlaku satu kali dalam 14 hari:\n\n{url}\n\nJangan berikan tautan ini kepada orang lain.\n\nSinergi',
    },
    invitation: {
      subject: 'Undangan menggunakan Sinergi',
      text: 'Yth. {name},\n\nAkun Sinergi sudah dibuat untuk Anda. Buka tautan berikut untuk membuat kata sandi Anda:\n\n{url}\n\nTautan ini berlaku 14 hari.\n\nSinergi',
    },
    passwordChanged: {
      subject: 'Kata sandi Sinergi Anda diubah',
      text: 'Yth. {name},\n\nKata sandi Anda baru saja diubah, dan perangkat lain telah dikeluarkan.{tokens, plural, =0 {} other { # token program telah dicabut; buat yang baru di Akun, Token program.}}\n\nJika bukan Anda yang mengubahnya, segera atur ulang kata sandi di {url} dan beri tahu administrator.\n\nSinergi',
    },
    addressChanged: {
      subject: 'Surel akun Sinergi Anda diubah',
      text: 'Yth. {name},\n\nAlamat surel akun Sinergi Anda baru saja diubah. Semua perangkat telah dikeluarkan, dan tautan yang dikirim sebelumnya tidak berlaku lagi.{tokens, plural, =0 {} other { # token program telah dicabut; buat yang baru di Akun, Token program.}}\n\nMasuk dengan alamat yang baru di {url}. Jika perubahan ini keliru, segera beri tahu administrator.\n\nSinergi',
    },
    factorOn: {
      subject: 'Verifikasi dua langkah Sinergi aktif',
      text: 'Yth. {name},\n\nVerifikasi dua langkah baru saja diaktifkan untuk akun Anda.\n\nJika bukan Anda yang melakukannya, segera atur ulang kata sandi di {url} dan beri tahu administrator.\n\nSinergi',
    },
    factorOff: {
      subject: 'Verifikasi dua langkah Sinergi dimatikan',
      text: 'Yth. {name},\n\nVerifikasi dua langkah baru saja dimatikan untuk akun Anda.\n\nJika bukan Anda yang melakukannya, segera atur ulang kata sandi di {url} dan beri tahu administrator.\n\nSinergi',
    },
    factorReset: {
      subject: 'Verifikasi dua langkah Sinergi diatur ulang',
      text: 'Yth. {name},\n\nVerifikasi dua langkah akun Anda baru saja dimatikan oleh pengelola, dan semua sesi Anda diakhiri. Masuklah dengan kata sandi Anda, lalu aktifkan lagi di {url}.\n\nJika Anda tidak memintanya, segera ganti kata sandi Anda dan beri tahu administrator.\n\nSinergi',
    },
  },
  en: {
    password: {
      subject: 'Reset your Sinergi password',
      text: 'Dear {name},\n\nWe received a request to set your password. Open this link within one hour:\n\n{url}\n\nIf you did not ask for it, ignore this e-mail; your password will not change.\n\nSinergi',
    },
    link: {
      subject: 'Your Sinergi sign-in link',
      text: 'Dear {name},\n\nUse this link to sign in to Sinergi without a password. It is for you only, and works once within 14 days:\n\n{url}\n\nDo not give this link to anybody else.\n\nSinergi',
    },
    invitation: {
      subject: 'Invitation to Sinergi',
      text: 'Dear {name},\n\nA Sinergi account has been created for you. Open this link to choose your password:\n\n{url}\n\nThe link works for 14 days.\n\nSinergi',
    },
    passwordChanged: {
      subject: 'Your Sinergi password was changed',
      text: 'Dear {name},\n\nYour password has just been changed, and other devices have been signed out.{tokens, plural, =0 {} one { # program token was revoked; make new ones under Account, Program tokens.} other { # program tokens were revoked; make new ones under Account, Program tokens.}}\n\nIf this was not you, reset your password at once at {url} and tell your administrator.\n\nSinergi',
    },
    addressChanged: {
      subject: 'The e-mail address of your Sinergi account was changed',
      text: 'Dear {name},\n\nThe e-mail address of your Sinergi account has just been changed. All devices have been signed out, and links sent earlier no longer work.{tokens, plural, =0 {} one { # program token was revoked; make new ones under Account, Program tokens.} other { # program tokens were revoked; make new ones under Account, Program tokens.}}\n\nSign in with the new address at {url}. If this is a mistake, tell your administrator at once.\n\nSinergi',
    },
    factorOn: {
      subject: 'Two-step verification for Sinergi is on',
      text: 'Dear {name},\n\nTwo-step verification has just been switched on for your account.\n\nIf this was not you, reset your password at once at {url} and tell your administrator.\n\nSinergi',
    },
    factorOff: {
      subject: 'Two-step verification for Sinergi is off',
      text: 'Dear {name},\n\nTwo-step verification has just been switched off for your account.\n\nIf this was not you, reset your password at once at {url} and tell your administrator.\n\nSinergi',
    },
    factorReset: {
      subject: 'Two-step verification for Sinergi was reset',
      text: 'Dear {name},\n\nTwo-step verification has just been switched off for your account by an administrator, and you have been signed out everywhere. Sign in with your password, then switch it on again at {url}.\n\nIf you did not ask for this, change your password at once and tell your administrator.\n\nSinergi',
    },
  },
})
