import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { words } from './words.ts'

const taskWords = define('rounds.tasks', {
  id: {
    run: {
      title: 'Menjalankan putaran presentasi',
      steps: {
        open: 'Buka rapatnya. Pada bagian “{page}”, tekan “{prepare}”, lalu pilih sesi yang acaranya sudah dirilis.',
        add: 'Tekan “{add}” untuk setiap satuan kerja yang akan tampil.',
        screen: 'Tampilkan “{screen}” di ruang rapat atau bagikan layarnya.',
        turn: 'Mulai setiap giliran, lalu tekan “{stop}”. Yang terkendala dapat ditunda dengan “{defer}”.',
      },
    },
    award: {
      title: 'Memilih presentasi terbaik',
      steps: {
        plan: 'Buka putarannya, tekan “{award}”, lalu “{plan}”. Tulis kriteria, bobot, dan aturan bila nilainya sama.',
        open: 'Tekan “{open}”. Sesudah itu aturannya tidak dapat diubah.',
        give: 'Juri menilai dan setiap satuan kerja memilih. Tidak ada yang melihat nilai orang lain.',
        stop: 'Tekan “{close}”, lalu tampilkan “{winners}”.',
      },
    },
  },
  en: {
    run: {
      title: 'Run a presentation round',
      steps: {
        open: 'Open the meeting. Under “{page}”, press “{prepare}” and choose a session of the released programme.',
        add: 'Press “{add}” for each office that will present.',
        screen: 'Put “{screen}” on the wall, or share it.',
        turn: 'Start each turn and press “{stop}” at its end. An office with a problem can wait: “{defer}”.',
      },
    },
    award: {
      title: 'Choose the best presentation',
      steps: {
        plan: 'Open the round, press “{award}”, then “{plan}”. Give criteria, weights and the rule for ties.',
        open: 'Press “{open}”. After that the rules cannot be changed.',
        give: 'The jury marks and each office votes. Nobody sees what others gave.',
        stop: 'Press “{close}”, then put “{winners}” on the wall.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const w = words[locale]
  return {
    page: w.rounds,
    prepare: w.prepare,
    add: w.add,
    screen: w.screen,
    stop: w.acts.stopped,
    defer: w.acts.deferred,
    award: w.award,
    plan: w.plan,
    open: w.open,
    close: w.stop,
    winners: w.toWinners,
  }
}

/** What people do with presenting rounds. */
export const tasks = tasksOf('round', taskWords, labels, {
  run: { href: '/rapat', power: 'round.write' },
  award: { href: '/rapat', power: 'round.write' },
})
