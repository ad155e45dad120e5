import { words } from '../../../platform/i18n/words.ts'

/** Letters by mail: subject and text, for `name`, ending with the address to open. */
export const letterWords = words('evaluation.letters', {
  id: {
    invitation: {
      subject: 'Undangan mengisi evaluasi: {agreement}',
      text: 'Yth. {name},\n\nKami mengundang lembaga Anda untuk menilai pelaksanaan kerja sama “{agreement}” dalam {cycle}. Jawaban Anda baru dilihat KPU setelah kedua pihak mengirim evaluasinya.\n\nIsi paling lambat {due, date} melalui tautan berikut. Jawaban tersimpan sebagai draf, jadi Anda dapat berhenti dan melanjutkannya kapan saja.\n\n{url}\n\nTautan ini untuk Anda sendiri. Jangan berikan kepada orang lain.\n\nSinergi',
    },
    invitations: {
      subject: 'Undangan mengisi {forms, number} evaluasi: {cycle}',
      text: 'Yth. {name},\n\nKami mengundang lembaga Anda untuk menilai pelaksanaan {forms, number} kerja sama dalam {cycle}. Jawaban Anda baru dilihat KPU setelah kedua pihak mengirim evaluasinya.\n\n{list}\n\nIsi paling lambat {due, date}{differ, select, true { untuk yang paling awal} other {}} melalui tautan berikut. Jawaban tersimpan sebagai draf, jadi Anda dapat berhenti dan melanjutkannya kapan saja.\n\n{url}\n\nTautan ini untuk Anda sendiri. Jangan berikan kepada orang lain.\n\nSinergi',
    },
    reminder: {
      subject: 'Pengingat: evaluasi jatuh tempo {due, date}',
      text: 'Yth. {name},\n\n{forms, number} isian {cycle} belum Anda kirim. {differ, select, true {Tenggat terdekat} other {Tenggatnya}} {due, date}, {days, plural, =0 {hari ini} other {# hari lagi}}:\n\n{list}\n\n{url}\n\nSinergi',
    },
    late: {
      subject: 'Evaluasi terlambat: {cycle}',
      text: 'Yth. {name},\n\n{forms, number} isian {cycle} belum Anda kirim, padahal {differ, select, true {tenggat paling awal} other {tenggatnya}} {due, date}. Isian yang terlambat masih diterima:\n\n{list}\n\n{url}\n\nSinergi',
    },
    item: '{agreement} (tenggat {due, date})',
    more: 'dan {rest, number} lainnya',
    submitted: {
      subject: '{who} sudah mengirim evaluasi',
      text: 'Yth. {name},\n\n{who} sudah mengirim evaluasi kerja sama “{agreement}” dalam {cycle}. {revealed, select, true {Semua pihak sudah mengirim: jawaban kedua pihak kini dapat dibandingkan.} other {Jawabannya dapat dilihat setelah semua pihak mengirim evaluasinya.}}\n\n{url}\n\nSinergi',
    },
    returned: {
      subject: 'Evaluasi dikembalikan untuk diperbaiki: {agreement}',
      text: 'Yth. {name},\n\nEvaluasi kerja sama “{agreement}” dalam {cycle} dikembalikan kepada Anda untuk diperbaiki, dengan alasan:\n\n{reason}\n\nPerbaiki lalu kirim kembali:\n\n{url}\n\nSinergi',
    },
    extended: {
      subject: 'Tenggat evaluasi diperpanjang sampai {until, date}',
      text: 'Yth. {name},\n\nTenggat isian Anda dalam {cycle} diperpanjang sampai {until, date}, dengan alasan:\n\n{reason}\n\n{url}\n\nSinergi',
    },
  },
  en: {
    invitation: {
      subject: 'Invitation to evaluate: {agreement}',
      text: 'Dear {name},\n\nWe invite your institution to evaluate how the cooperation “{agreement}” was carried out, as part of {cycle}. KPU sees your answers only after both sides have submitted theirs.\n\nPlease answer by {due, date} at this address. Your answers are saved as a draft, so you can stop and continue at any time.\n\n{url}\n\nThis link is for you alone. Do not give it to anybody else.\n\nSinergi',
    },
    invitations: {
      subject: 'Invitation to fill in {forms, number} evaluation forms: {cycle}',
      text: 'Dear {name},\n\nWe invite your institution to evaluate how {forms, number} agreements were carried out, as part of {cycle}. KPU sees your answers only after both sides have submitted theirs.\n\n{list}\n\nPlease answer{differ, select, true { the first of them} other {}} by {due, date} at this address. Your answers are saved as a draft, so you can stop and continue at any time.\n\n{url}\n\nThis link is for you alone. Do not give it to anybody else.\n\nSinergi',
    },
    reminder: {
      subject: 'Reminder: evaluation due {due, date}',
      text: 'Dear {name},\n\nYou have not submitted {forms, plural, one {# form} other {# forms}} of {cycle}. {differ, select, true {The first is} other {{forms, plural, one {It is} other {They are}}}} due {due, date}, {days, plural, =0 {today} one {in # day} other {in # days}}:\n\n{list}\n\n{url}\n\nSinergi',
    },
    late: {
      subject: 'Evaluation overdue: {cycle}',
      text: 'Dear {name},\n\nYou have not submitted {forms, plural, one {# form} other {# forms}} of {cycle}, {differ, select, true {the first of them } other {}}due {due, date}. Overdue forms are still accepted:\n\n{list}\n\n{url}\n\nSinergi',
    },
    item: '{agreement} (due {due, date})',
    more: 'and {rest, number} more',
    submitted: {
      subject: '{who} has submitted its evaluation',
      text: 'Dear {name},\n\n{who} has submitted its evaluation of the cooperation “{agreement}” in {cycle}. {revealed, select, true {Everybody has submitted, so you can now compare both sides’ answers.} other {You can see its answers once everybody has submitted.}}\n\n{url}\n\nSinergi',
    },
    returned: {
      subject: 'Evaluation sent back for correction: {agreement}',
      text: 'Dear {name},\n\nThe evaluation of the cooperation “{agreement}” in {cycle} was sent back to you for correction. The reason:\n\n{reason}\n\nPlease correct it and submit it again:\n\n{url}\n\nSinergi',
    },
    extended: {
      subject: 'Evaluation due date moved to {until, date}',
      text: 'Dear {name},\n\nYour forms of {cycle} are now due {until, date}. The reason:\n\n{reason}\n\n{url}\n\nSinergi',
    },
  },
})
