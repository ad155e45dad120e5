import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { words as frame } from '../../../web/words.ts'
import { words } from '../words.ts'
import { titles } from './titles.ts'

const taskWords = define('organisation.tasks', {
  id: {
    register: {
      title: 'Mendaftarkan dan mengundang orang',
      steps: {
        open: 'Buka “{page}”, lalu tekan “{register}”.',
        fill: 'Isi nama dan surelnya, lalu pilih satuan kerja, jabatan, dan perannya.',
        invite: 'Centang “{now}”, lalu tekan “{register}”. Orang itu menerima surel untuk membuat kata sandi.',
        again: 'Yang belum masuk: tekan “{filter}”, pilih status “{invited}”, buka orangnya, lalu tekan “{again}”.',
      },
    },
    give: {
      title: 'Memberi dan mencabut peran',
      steps: {
        open: 'Buka “{page}”, lalu buka orangnya.',
        give: 'Tekan “{give}”, pilih peran dan satuan kerjanya, isi masa berlakunya, lalu tekan “{give}” sekali lagi.',
        revoke: 'Untuk mencabutnya, tekan “{revoke}” pada peran itu di halaman yang sama.',
        note: 'Anda hanya dapat memberi peran yang seluruh kewenangannya Anda miliki di tempat itu.',
      },
    },
    delegate: {
      title: 'Menyerahkan peran selama Anda berhalangan',
      steps: {
        open: 'Buka “{page}”, lalu buka halaman Anda sendiri.',
        choose: 'Di bawah “{may}”, tekan “{delegate}” pada peran yang hendak diserahkan.',
        fill: 'Pilih rekan sekantor dan sampai kapan, lalu tekan “{delegate}”. Anda tetap memegang peran itu.',
      },
    },
  },
  en: {
    register: {
      title: 'Register and invite people',
      steps: {
        open: 'Open “{page}” and press “{register}”.',
        fill: 'Enter the name and e-mail address, then choose office, position and role.',
        invite: 'Tick “{now}” and press “{register}”. The person gets an e-mail to choose a password.',
        again: 'For those who have not signed in: press “{filter}”, choose the status “{invited}”, open the person and press “{again}”.',
      },
    },
    give: {
      title: 'Give and revoke roles',
      steps: {
        open: 'Open “{page}”, then the person.',
        give: 'Press “{give}”, choose the role and office, enter its dates, then press “{give}” again.',
        revoke: 'To end it, press “{revoke}” beside the role on the same page.',
        note: 'You can give a role only if you have all its permissions at that place.',
      },
    },
    delegate: {
      title: 'Hand over a role while you are away',
      steps: {
        open: 'Open “{page}”, then your own page.',
        choose: 'Under “{may}”, press “{delegate}” beside the role.',
        fill: 'Choose a colleague and until when, then press “{delegate}”. You keep the role as well.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const w = words[locale]
  return {
    page: titles.people[locale],
    register: w.register,
    now: w.inviteNow,
    filter: frame[locale].filter,
    invited: w.states.invited,
    again: w.inviteAgain,
    give: w.give,
    revoke: w.revoke,
    may: w.may,
    delegate: w.delegate,
  }
}

/** What people do with those who take part. */
export const tasks = tasksOf('person', taskWords, labels, {
  register: { href: '/orang', power: 'person.write' },
  give: { href: '/orang', power: 'grant.write' },
  delegate: { href: '/orang', power: 'person.read' },
})
