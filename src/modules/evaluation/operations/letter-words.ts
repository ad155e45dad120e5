import { formatDay } from '../../../platform/i18n/format.ts'
import type { Locale } from '../../../platform/i18n/words.ts'

const id = (day: string) => formatDay('id', day)
const en = (day: string) => formatDay('en', day)
const listed = (agreements: string[], more: (rest: number) => string) =>
  [...agreements.slice(0, 10).map(title => `- ${title}`), ...(agreements.length > 10 ? [more(agreements.length - 10)] : [])].join('\n')

/** Letters by mail: subject and text, for `name`, ending with the address to open. */
export const letterWords = {
  id: {
    invitation: (name: string, agreement: string, cycle: string, due: string, url: string) => ({
      subject: `Undangan mengisi evaluasi: ${agreement}`,
      text: `Yth. ${name},\n\nKami mengundang lembaga Anda untuk menilai pelaksanaan kerja sama "${agreement}" dalam ${cycle}. Jawaban Anda baru dilihat KPU setelah kedua pihak mengirim evaluasinya.\n\nIsi paling lambat ${id(due)} melalui tautan berikut. Jawaban tersimpan sebagai draf, jadi Anda dapat berhenti dan melanjutkannya kapan saja.\n\n${url}\n\nTautan ini untuk Anda sendiri. Jangan berikan kepada orang lain.\n\nSinergi`,
    }),
    reminder: (name: string, cycle: string, agreements: string[], due: string, days: number, url: string) => ({
      subject: days < 0 ? `Evaluasi melewati tenggat: ${cycle}` : `Pengingat: evaluasi jatuh tempo ${id(due)}`,
      text: `Yth. ${name},\n\n${agreements.length} isian ${cycle} belum Anda kirim${days < 0 ? `, padahal tenggatnya ${id(due)} sudah lewat. Isian masih diterima dan dicatat terlambat` : `. Tenggatnya ${id(due)}, ${days === 0 ? 'hari ini' : `${days} hari lagi`}`}:\n\n${listed(agreements, rest => `- dan ${rest} lainnya`)}\n\n${url}\n\nSinergi`,
    }),
    submitted: (name: string, who: string, agreement: string, cycle: string, revealed: boolean, url: string) => ({
      subject: `${who} sudah mengirim evaluasi`,
      text: `Yth. ${name},\n\n${who} sudah mengirim evaluasi kerja sama "${agreement}" dalam ${cycle}. ${revealed ? 'Semua pihak sudah mengirim: jawaban kedua pihak kini dapat dibandingkan.' : 'Jawabannya dapat dilihat setelah semua pihak mengirim evaluasinya.'}\n\n${url}\n\nSinergi`,
    }),
    returned: (name: string, agreement: string, cycle: string, reason: string, url: string) => ({
      subject: `Evaluasi dikembalikan untuk diperbaiki: ${agreement}`,
      text: `Yth. ${name},\n\nEvaluasi kerja sama "${agreement}" dalam ${cycle} dikembalikan kepada Anda untuk diperbaiki, dengan alasan:\n\n${reason}\n\nPerbaiki lalu kirim kembali:\n\n${url}\n\nSinergi`,
    }),
    extended: (name: string, cycle: string, until: string, reason: string, url: string) => ({
      subject: `Tenggat evaluasi diperpanjang sampai ${id(until)}`,
      text: `Yth. ${name},\n\nTenggat isian Anda dalam ${cycle} diperpanjang sampai ${id(until)}, dengan alasan:\n\n${reason}\n\n${url}\n\nSinergi`,
    }),
  },
  en: {
    invitation: (name: string, agreement: string, cycle: string, due: string, url: string) => ({
      subject: `Invitation to evaluate: ${agreement}`,
      text: `Dear ${name},\n\nWe invite your institution to judge how the cooperation "${agreement}" was carried out, in ${cycle}. KPU sees your answers only after both sides have submitted theirs.\n\nPlease answer by ${en(due)} at this address. Your answers are kept as a draft, so you can stop and go on at any time.\n\n${url}\n\nThis link is for you alone. Do not give it to anybody else.\n\nSinergi`,
    }),
    reminder: (name: string, cycle: string, agreements: string[], due: string, days: number, url: string) => ({
      subject: days < 0 ? `Evaluation overdue: ${cycle}` : `Reminder: evaluation due ${en(due)}`,
      text: `Dear ${name},\n\nYou have not submitted ${agreements.length} form(s) of ${cycle}${days < 0 ? `, which were due ${en(due)}. They are still taken, and marked late` : `. They are due ${en(due)}, ${days === 0 ? 'today' : `in ${days} days`}`}:\n\n${listed(agreements, rest => `- and ${rest} more`)}\n\n${url}\n\nSinergi`,
    }),
    submitted: (name: string, who: string, agreement: string, cycle: string, revealed: boolean, url: string) => ({
      subject: `${who} has submitted its evaluation`,
      text: `Dear ${name},\n\n${who} has submitted its evaluation of the cooperation "${agreement}" in ${cycle}. ${revealed ? 'Everybody has submitted: the answers of both sides can now be compared.' : 'Its answers can be seen after everybody has submitted.'}\n\n${url}\n\nSinergi`,
    }),
    returned: (name: string, agreement: string, cycle: string, reason: string, url: string) => ({
      subject: `Evaluation sent back for correction: ${agreement}`,
      text: `Dear ${name},\n\nThe evaluation of the cooperation "${agreement}" in ${cycle} was sent back to you for correction. The reason:\n\n${reason}\n\nPlease correct it and submit it again:\n\n${url}\n\nSinergi`,
    }),
    extended: (name: string, cycle: string, until: string, reason: string, url: string) => ({
      subject: `Evaluation due date moved to ${en(until)}`,
      text: `Dear ${name},\n\nYour forms of ${cycle} are now due ${en(until)}. The reason:\n\n${reason}\n\n${url}\n\nSinergi`,
    }),
  },
} satisfies Record<Locale, unknown>
