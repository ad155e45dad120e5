import { tasksOf } from '../../../platform/guidance/task.ts'
import { words as define, type Locale } from '../../../platform/i18n/words.ts'
import { evaluationWords } from '../words.ts'
import { titles } from './titles.ts'

const taskWords = define('evaluation.tasks', {
  id: {
    answer: {
      title: 'Mengisi evaluasi',
      steps: {
        open: 'Buka “{page}”. Isian yang menunggu Anda ada paling atas; tekan “{fill}”.',
        answer: 'Jawab pertanyaannya. Draf tersimpan otomatis; “{save}” menyimpannya juga tanpa JavaScript.',
        send: 'Tekan “{submit}” bila sudah lengkap. Sesudah itu jawaban hanya dapat diubah bila dikembalikan kepada Anda.',
        other: 'Jawaban pihak lain dapat dibaca setelah kedua pihak mengirim, atau setelah siklus ditutup.',
      },
    },
    open: {
      title: 'Membuka siklus evaluasi',
      steps: {
        prepare: 'Buka “{page}”, lalu tekan “{create}”.',
        fill: 'Isi namanya, periode yang dievaluasi, tenggatnya, dan perjanjian mana yang dievaluasi, lalu tekan “{keep}”.',
        check: 'Periksa berapa isian yang akan dibuat, dan untuk siapa. Sampai di sini belum ada yang dihubungi.',
        open: 'Tekan “{begin}”. Sesudah itu undang narahubung mitra dengan “{invite}”.',
      },
    },
    remind: {
      title: 'Mengingatkan yang belum mengisi',
      steps: {
        open: 'Buka “{page}”, lalu tekan “{cycle}”.',
        place: 'Bila hanya satu provinsi yang hendak diingatkan, pilih provinsi itu.',
        look: 'Tekan tombol seperti “{remind}”. Anda melihat dahulu siapa yang akan menerima surel, dan siapa yang belum dapat dikirimi surel.',
        send: 'Tekan tombol seperti “{send}”. Sebelum itu tidak ada surel yang dikirim.',
      },
    },
    correct: {
      title: 'Memberi waktu lagi atau mengembalikan isian',
      steps: {
        open: 'Buka “{page}”, lalu siklusnya, lalu isiannya.',
        extend: 'Tekan “{extend}” bila yang mengisi perlu waktu. Pilihan yang sama dapat berlaku untuk semua isian satuan kerja itu.',
        back: 'Tekan “{back}” bila jawaban yang sudah terkirim perlu diperbaiki, dan tulis apa yang harus diperbaiki.',
        informed: 'Pengisinya langsung diberi tahu beserta alasan Anda.',
      },
    },
    watch: {
      title: 'Melihat kemajuan evaluasi',
      steps: {
        open: 'Buka “{page}”: di sana tertulis berapa isian yang sudah terkirim dan wilayah mana yang tertinggal.',
        cycle: 'Tekan “{cycle}” untuk melihat siapa yang paling tertinggal dan isian yang belum terkirim.',
        read: 'Buka sebuah isian untuk membandingkan jawaban kedua pihak, bila sudah terbuka.',
      },
    },
  },
  en: {
    answer: {
      title: 'Fill in an evaluation',
      steps: {
        open: 'Open “{page}”. Your forms are at the top; press “{fill}”.',
        answer: 'Answer the questions. Your draft is saved automatically; “{save}” also works without JavaScript.',
        send: 'Press “{submit}” when the form is complete. After that, answers change only if the form is returned to you.',
        other: 'You see the answers of the other side once both have submitted, or once the cycle is closed.',
      },
    },
    open: {
      title: 'Open an evaluation cycle',
      steps: {
        prepare: 'Open “{page}” and press “{create}”.',
        fill: 'Enter its name, the period evaluated, the due date and which agreements are evaluated, then press “{keep}”.',
        check: 'Check how many forms it will create, and for whom. Nobody has been contacted yet.',
        open: 'Press “{begin}”. After that, invite the contacts of the partners with “{invite}”.',
      },
    },
    remind: {
      title: 'Remind those who have not submitted',
      steps: {
        open: 'Open “{page}” and press “{cycle}”.',
        place: 'If only one province is to be reminded, choose it.',
        look: 'Press a button such as “{remind}”. You first see who will get an e-mail, and who cannot be e-mailed yet.',
        send: 'Press a button such as “{send}”. No e-mail is sent before that.',
      },
    },
    correct: {
      title: 'Give more time, or return a form',
      steps: {
        open: 'Open “{page}”, then the cycle, then the form.',
        extend: 'Press “{extend}” if more time is needed. The same can be given to all forms of that office.',
        back: 'Press “{back}” if submitted answers need correcting, and write what to correct.',
        informed: 'Those who fill in the form are notified at once, with your reason.',
      },
    },
    watch: {
      title: 'See the progress of an evaluation',
      steps: {
        open: 'Open “{page}”: it says how many forms have been submitted and which regions are behind.',
        cycle: 'Press “{cycle}” to see who is furthest behind and the forms not yet submitted.',
        read: 'Open a form to compare the answers of both sides, once they are available.',
      },
    },
  },
})

const labels = (locale: Locale) => {
  const w = evaluationWords[locale]
  return {
    page: titles.evaluation[locale],
    fill: w.fillIn,
    save: w.saveDraft,
    submit: w.submit,
    create: w.newCycle,
    keep: w.save,
    begin: w.open,
    invite: w.inviteMany({ place: '' }),
    cycle: w.openCycle,
    remind: w.remind({ count: 5 }),
    send: w.letters.reminder.send({ letters: 5 }),
    extend: w.extend,
    back: w.return,
  }
}

/** What people do in an evaluation. */
export const tasks = tasksOf('evaluation', taskWords, labels, {
  answer: { href: '/evaluasi', power: 'answer.submit' },
  open: { href: '/evaluasi', power: 'cycle.write' },
  remind: { href: '/evaluasi', power: 'assignment.remind' },
  correct: { href: '/evaluasi', power: 'assignment.extend' },
  watch: { href: '/evaluasi', power: 'assignment.read' },
})
