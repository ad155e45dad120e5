import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { accountWords } from './account.ts'
import { signInWords } from './sign-in.ts'

const taskWords = define('account.tasks', {
  id: {
    secure: {
      title: 'Menjaga akun Anda',
      steps: {
        open: 'Buka “{page}”, lalu “{security}”.',
        turnOn: 'Pada “{factor}”, tekan “{turnOn}” dan pindai kodenya dengan aplikasi autentikator di ponsel Anda.',
        codes: 'Simpan kode pemulihannya di tempat yang aman; kode itu dipakai bila ponsel Anda hilang.',
        devices: 'Periksa “{devices}”, dan keluarkan yang tidak Anda kenal.',
      },
    },
    enter: {
      title: 'Masuk tanpa kata sandi',
      steps: {
        link: 'Buka tautan di surel undangan Anda, lalu tekan tombol pada halaman yang terbuka. Tautan itu berlaku satu kali.',
        again: 'Bila tautannya sudah dipakai atau habis masanya, buka halaman masuk dan pilih “{partner}”.',
        write: 'Tulis surel Anda, lalu tekan “{ask}”. Tautan baru tiba di surel itu.',
      },
    },
  },
  en: {
    secure: {
      title: 'Protect your account',
      steps: {
        open: 'Open “{page}”, then “{security}”.',
        turnOn: 'Under “{factor}”, press “{turnOn}” and scan the code with the authenticator app on your phone.',
        codes: 'Keep the recovery codes in a safe place; you need one if you lose your phone.',
        devices: 'Look at “{devices}”, and sign out any that you do not recognise.',
      },
    },
    enter: {
      title: 'Sign in without a password',
      steps: {
        link: 'Open the link in your invitation, then press the button on the page that opens. The link works once.',
        again: 'If the link has been used or has expired, open the sign-in page and choose “{partner}”.',
        write: 'Enter your e-mail address and press “{ask}”. A new link arrives there.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const [{ account, tabs, factor, sessions }, { signIn, link }] = [accountWords[locale], signInWords[locale]]
  return {
    page: account,
    security: tabs.security,
    factor: factor.title,
    turnOn: factor.setUp,
    devices: sessions.title,
    partner: signIn.partner,
    ask: link.submit,
  }
}

/** What people do with their account. */
export const tasks = tasksOf('account', taskWords, labels, { secure: { href: '/akun/keamanan' }, enter: { href: '/akun' } })
