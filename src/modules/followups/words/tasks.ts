import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { noticeWords } from '../../notices/words.ts'
import { words } from '../words.ts'

const taskWords = define('followups.tasks', {
  id: {
    report: {
      title: 'Melaporkan hasil tindak lanjut',
      steps: {
        open: 'Buka “{page}”, lalu “{mine}”. Yang terlambat ada paling atas.',
        press: 'Buka tugasnya, kerjakan, lalu tekan “{report}”.',
        write: 'Tulis apa yang sudah dilakukan, bukan rencananya, dan lampirkan buktinya.',
        send: 'Tekan “{report}” sekali lagi. Orang lain memeriksanya; putusannya tiba di kotak masuk Anda.',
      },
    },
    verify: {
      title: 'Memeriksa hasil tindak lanjut',
      steps: {
        open: 'Buka “{page}”, lalu “{toVerify}”.',
        read: 'Buka salah satunya, baca laporan dan buktinya, lalu tekan “{verify}”.',
        judge: 'Pilih “{yes}” atau “{no}”. Bila dikembalikan, tulis apa yang masih kurang.',
        send: 'Tekan “{verdict}”. Tindak lanjut yang pernah menjadi tugas Anda sendiri selalu diperiksa orang lain.',
      },
    },
    follow: {
      title: 'Mengikuti tindak lanjut yang dibagikan kepada Anda',
      steps: {
        open: 'Buka “{page}”. Yang tampil hanya tindak lanjut yang dibagikan KPU kepada lembaga Anda.',
        read: 'Buka salah satunya untuk membaca siapa yang mengerjakan, kapan tenggatnya, dan apa hasilnya.',
        ask: 'Kabar terbaru tiba di “{inbox}”.',
      },
    },
  },
  en: {
    report: {
      title: 'Report the result of a follow-up',
      steps: {
        open: 'Open “{page}”, then “{mine}”. Overdue ones are at the top.',
        press: 'Open the task, do it, then press “{report}”.',
        write: 'Write what was done, not what is planned, and attach the evidence.',
        send: 'Press “{report}” again. Somebody else verifies it; you find the verdict in your inbox.',
      },
    },
    verify: {
      title: 'Verify the result of a follow-up',
      steps: {
        open: 'Open “{page}”, then “{toVerify}”.',
        read: 'Open one, read the report and its evidence, then press “{verify}”.',
        judge: 'Choose “{yes}” or “{no}”. If you return it, write what is still missing.',
        send: 'Press “{verdict}”. Somebody else always verifies follow-ups that were once your own task.',
      },
    },
    follow: {
      title: 'Follow what KPU shares with you',
      steps: {
        open: 'Open “{page}”. It shows only the follow-ups that KPU shares with your institution.',
        read: 'Open one to read who does it, when it is due and what the result was.',
        ask: 'You find news about them in “{inbox}”.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const { followUps, list, acts, fields } = words[locale]
  return {
    page: followUps,
    mine: list.mine,
    toVerify: list.toVerify,
    report: acts.report,
    verify: acts.verify,
    yes: fields.yes,
    no: fields.no,
    verdict: fields.verdictSend,
    inbox: noticeWords[locale].inbox,
  }
}

/** What people do with follow-ups. */
export const tasks = tasksOf('followup', taskWords, labels, {
  report: { href: '/tindak-lanjut?saya=ya', power: 'followup.report' },
  verify: { href: '/tindak-lanjut?periksa=ya', power: 'followup.verify' },
  follow: { href: '/tindak-lanjut', power: 'followup.read' },
})
