import { words as both } from '../i18n/words.ts'

export const words = both({
  id: {
    letters: {
      reset: {
        subject: 'Atur ulang kata sandi Sinergi',
        text: (name: string, url: string) => `Yth. ${name},\n\nKami menerima permintaan untuk mengatur ulang kata sandi Anda. Buka tautan berikut dalam satu jam:\n\n${url}\n\nJika Anda tidak memintanya, abaikan surat ini; kata sandi Anda tidak berubah.\n\nSinergi`,
      },
      link: {
        subject: 'Tautan masuk Sinergi',
        text: (name: string, url: string) => `Yth. ${name},\n\nGunakan tautan berikut untuk masuk ke Sinergi tanpa kata sandi. Tautan ini hanya untuk Anda, berlaku satu kali, paling lama 14 hari:\n\n${url}\n\nJangan teruskan surat ini.\n\nSinergi`,
      },
      invitation: {
        subject: 'Undangan menggunakan Sinergi',
        text: (name: string, url: string) => `Yth. ${name},\n\nAnda terdaftar sebagai pengguna Sinergi. Buka tautan berikut untuk membuat kata sandi Anda:\n\n${url}\n\nTautan ini berlaku 14 hari.\n\nSinergi`,
      },
    },
  },
  en: {
    letters: {
      reset: {
        subject: 'Reset your Sinergi password',
        text: (name: string, url: string) => `Dear ${name},\n\nWe received a request to reset your password. Open this link within one hour:\n\n${url}\n\nIf you did not ask for it, ignore this letter; your password stays as it is.\n\nSinergi`,
      },
      link: {
        subject: 'Your Sinergi sign-in link',
        text: (name: string, url: string) => `Dear ${name},\n\nUse this link to sign in to Sinergi without a password. It is for you alone, works once, and for 14 days at most:\n\n${url}\n\nDo not forward this letter.\n\nSinergi`,
      },
      invitation: {
        subject: 'Invitation to Sinergi',
        text: (name: string, url: string) => `Dear ${name},\n\nYou have been registered as a user of Sinergi. Open this link to choose your password:\n\n${url}\n\nThe link works for 14 days.\n\nSinergi`,
      },
    },
  },
})
