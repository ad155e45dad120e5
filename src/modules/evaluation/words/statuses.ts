import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { assignmentStates, phases } from '../schema.ts'
import { evaluationWords } from '../words.ts'
import { titles } from './titles.ts'

const meanings = define('evaluation.statuses', {
  id: {
    phases: {
      draft: {
        means: 'Siklus sudah disiapkan, tetapi pengisian belum dibuka. Belum ada yang dihubungi.',
        next: 'Pengelola kerja sama memeriksa jumlah isiannya, lalu membuka pengisian.',
      },
      ahead: { means: 'Sudah dibuka, tetapi hari pengisian mulai belum tiba.', next: 'Pengisian dimulai dengan sendirinya pada hari itu.' },
      open: {
        means: 'Isian sedang diisi oleh satuan kerja dan mitra.',
        next: 'Kedua pihak mengirim isiannya sebelum tenggat. Yang belum mengirim mendapat pengingat 21, 14, dan 7 hari sebelumnya.',
      },
      late: {
        means: 'Tenggatnya sudah lewat, tetapi siklus belum ditutup.',
        next: 'Isian masih diterima, dan dicatat terkirim terlambat.',
      },
      closed: {
        means: 'Siklus ditutup pada harinya, atau oleh pengelola kerja sama. Isian tidak diterima lagi.',
        next: 'Kedua pihak melihat jawaban satu sama lain. Temuan ditindaklanjuti, dan laporan dapat dibuat.',
      },
    },
    states: {
      not_started: {
        means: 'Isian sudah dibuat untuk satu pihak, tetapi belum ada jawaban.',
        next: 'Operator satuan kerja, atau narahubung mitra, membuka dan mengisinya.',
      },
      draft: {
        means: 'Sudah ada jawaban yang tersimpan, tetapi belum dikirim.',
        next: 'Yang mengisi melengkapinya, lalu mengirimnya sebelum tenggat.',
      },
      submitted: {
        means: 'Isian sudah dikirim. Jawabannya tidak dapat diubah.',
        next: 'Jawaban pihak lain dapat dibaca setelah kedua pihak mengirim. Bila perlu, pengelola kerja sama mengembalikan isian untuk diperbaiki.',
      },
      never: {
        means: 'Siklus ditutup sebelum isian dikirim. Isian tidak diterima lagi.',
        next: 'Laporan menghitungnya sebagai isian yang tidak dikirim. Perjanjian yang sama dinilai lagi pada siklus berikutnya.',
      },
    },
  },
  en: {
    phases: {
      draft: {
        means: 'The cycle is prepared, but its forms are not open. No invitations have been sent.',
        next: 'The cooperation officer checks how many forms it will create, then opens it.',
      },
      ahead: { means: 'It has been opened, but its first day has not arrived.', next: 'It starts automatically on that day.' },
      open: {
        means: 'Offices and partners are filling in their forms.',
        next: 'Both sides submit before the due date. Those who have not are reminded 21, 14 and 7 days before.',
      },
      late: {
        means: 'The due date has passed, but the cycle is not closed.',
        next: 'Forms are still accepted, and marked as submitted late.',
      },
      closed: {
        means: 'It was closed on its day, or by the cooperation officer. No more forms are accepted.',
        next: 'Each side can see the other’s answers. Findings are followed up, and a report can be made.',
      },
    },
    states: {
      not_started: {
        means: 'The form has been created for one side but has no answers.',
        next: 'The operator of the office, or the contact of the partner, opens it and fills it in.',
      },
      draft: {
        means: 'Some answers have been saved but not submitted.',
        next: 'The person filling it in completes and submits it before the due date.',
      },
      submitted: {
        means: 'The form has been submitted. Its answers cannot be changed.',
        next: 'Once both sides have submitted, each can see the other’s answers. If needed, the cooperation officer returns the form for correction.',
      },
      never: {
        means: 'The cycle closed before the form was submitted. It is no longer accepted.',
        next: 'The report counts it as a form that was not submitted. The agreement is evaluated again in the next cycle.',
      },
    },
  },
})

/** What the statuses of cycles and forms mean. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'cycle',
    power: 'cycle.read',
    order: 3,
    name: titles.cycles,
    statuses: phases,
    labels: locale => evaluationWords[locale].phases,
    meanings: locale => meanings[locale].phases,
  }),
  statusKind({
    kind: 'form',
    power: 'assignment.read',
    order: 4,
    name: titles.forms,
    statuses: [...assignmentStates, 'never'],
    labels: locale => evaluationWords[locale].filters,
    meanings: locale => meanings[locale].states,
  }),
]
