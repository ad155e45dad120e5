import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { titles } from '../../meetings/words/titles.ts'
import { decisionWords } from './decisions.ts'
import { words } from './words.ts'

const taskWords = define('minutes.tasks', {
  id: {
    write: {
      title: 'Menulis notula sesi rapat',
      steps: {
        open: 'Buka “{page}”, pilih rapatnya, lalu tekan “{begin}” pada sesinya.',
        add: 'Pilih siapa yang berbicara, tulis pokok-pokoknya dan simpulannya, lalu tekan “{add}”.',
        together: 'Beberapa orang dapat menulis bersamaan. Bila bagian yang sama diubah orang lain, tulisan keduanya ditampilkan.',
        send: 'Tekan “{send}” bila sudah lengkap.',
      },
    },
    approve: {
      title: 'Menyetujui notula sebagai pimpinan sesi',
      steps: {
        open: 'Buka “{page}”, pilih rapatnya, lalu buka notula yang menunggu persetujuan.',
        read: 'Baca isinya. Bila ada yang keliru, tekan “{return}” dan tulis alasannya.',
        approve: 'Tekan “{approve}”. Sesudah itu isinya tidak berubah lagi.',
        distribute: 'Tekan “{distribute}” agar peserta dapat membacanya.',
      },
    },
    decide: {
      title: 'Mencatat keputusan rapat dan menindaklanjutinya',
      steps: {
        open: 'Buka notula sesinya, lalu tekan “{decide}”.',
        write: 'Tulis isinya, kepada siapa, hasilnya, dan tenggatnya.',
        wait: 'Setelah notulanya disetujui, buka “{decisions}” dan pilih keputusannya.',
        plan: 'Tekan “{plan}”. Isi dan tenggatnya sudah terisi; periksa penanggung jawabnya, lalu tekan sekali lagi.',
      },
    },
  },
  en: {
    write: {
      title: 'Write the minutes of a session',
      steps: {
        open: 'Open “{page}”, choose the meeting and press “{begin}” beside the session.',
        add: 'Choose who spoke, write the points and the conclusion, and press “{add}”.',
        together: 'Several people can write at once. If somebody else changes the same passage, both texts are shown.',
        send: 'Press “{send}” when it is complete.',
      },
    },
    approve: {
      title: 'Approve minutes as chair of the session',
      steps: {
        open: 'Open “{page}”, choose the meeting and open the minutes that wait for approval.',
        read: 'Read them. If something is wrong, press “{return}” and give the reason.',
        approve: 'Press “{approve}”. After that they no longer change.',
        distribute: 'Press “{distribute}” so that participants can read them.',
      },
    },
    decide: {
      title: 'Record what a meeting decided and follow it up',
      steps: {
        open: 'Open the minutes of the session and press “{decide}”.',
        write: 'Write the text, whom it is addressed to, the result and the due date.',
        wait: 'Once the minutes are approved, open “{decisions}” and choose the decision.',
        plan: 'Press “{plan}”. Text and due date are filled in; check the owner and press once more.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const { acts, begin, addPassage } = words[locale]
  const { add: decide, plan, decisions } = decisionWords[locale]
  return { page: titles.meetings[locale]!, begin, add: addPassage, decide, plan, decisions, ...acts }
}

/** What people do with minutes. */
export const tasks = tasksOf('minutes', taskWords, labels, {
  write: { href: '/rapat', power: 'meeting.read' },
  approve: { href: '/rapat', power: 'meeting.read' },
  decide: { href: '/rapat', power: 'meeting.read' },
})
