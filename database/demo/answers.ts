import { type Form, type questionsFor, visibleQuestions } from '../../src/modules/questionnaires/rules/questions.ts'
import type { Answers } from '../../src/modules/questionnaires/schema.ts'
import type { Chance } from './chance.ts'

/** Answers as somebody might give them: mostly good, now and then not; free text from a few sentences that people write. */
export function plausibleAnswers(form: Form, chance: Chance): Answers {
  const answers: Answers = {}
  const mood = 0.45 + chance.next() * 0.5
  // Answers show further questions: so until nothing new is asked.
  for (let round = 0; round < 6; round++) {
    const open = visibleQuestions(form, answers).filter(({ key }) => !(key in answers))
    let given = 0
    for (const { key, question } of open) {
      const role = 'role' in question ? question.role : undefined
      const answered = answerTo(question, chance, mood)
      const value =
        role === 'maturity' ? maturityAfter(answers, chance) : answered && role === 'obstacle' ? obstacleAmong(answers, chance) : answered
      if (value === undefined) continue
      answers[key] = value
      given++
    }
    if (!given) break
  }
  return answers
}

/** An obstacle of a category that was ticked. */
function obstacleAmong(answers: Answers, chance: Chance): string {
  const ticked = [answers.obstacle_categories ?? []].flat()
  const fitting = obstacles.filter(([category]) => ticked.includes(category))
  return chance.pick(fitting.length ? fitting : obstacles)[1]
}

type Question = ReturnType<typeof questionsFor>[number]['question']

function answerTo(question: Question, chance: Chance, mood: number): Answers[string] | undefined {
  switch (question.type) {
    case 'scale':
    case 'single':
      return choice(question.options, chance, mood)
    case 'multi':
      return [...new Set([chance.pick(question.options).v, ...(chance.next() < 0.3 ? [chance.pick(question.options).v] : [])])]
    case 'table-of-scales':
      return Object.fromEntries(question.rows.map(row => [row.key, choice(question.options, chance, mood)]))
    case 'number':
      return Math.min(question.max ?? 12, Math.max(question.min ?? 0, Math.floor(chance.next() * 8)))
    case 'text':
    case 'longtext': {
      const pool = texts[question.role as keyof typeof texts] ?? texts.other
      return question.required || question.requiredIf || chance.next() < 0.45 ? chance.pick(pool) : undefined
    }
    default:
      return undefined
  }
}

/** A cooperation is as mature as its obligations are kept: a document alone where nothing of them is carried out. */
function maturityAfter(answers: Answers, chance: Chance): string {
  const results = Object.entries(answers).flatMap(([key, value]) => (key.startsWith('obligation@') ? [String(value)] : []))
  if (!results.some(result => result === 'full' || result === 'part')) return '1'
  if (!results.includes('full')) return '2'
  return String(2 + Math.floor(chance.next() * 3))
}

/** The first options are the good ones; a good mood chooses them more often. */
function choice(options: readonly { v: string; score?: number | null | undefined }[], chance: Chance, mood: number): string {
  const scored = options.filter(option => option.score !== null)
  const among = scored.length ? scored : options
  const at = Math.floor(Math.abs(chance.next() - mood + 0.1) * among.length)
  return among[Math.min(at, among.length - 1)]!.v
}

/** Each of the category that it would be given. */
const obstacles = [
  ['budget', 'Anggaran kegiatan bersama belum tersedia pada tahun berjalan.'],
  ['people', 'Narahubung mitra berganti dua kali tanpa pemberitahuan tertulis.'],
  ['schedule', 'Jadwal kegiatan berbenturan dengan tahapan pencalonan.'],
  ['data', 'Data yang dipertukarkan belum memakai format yang sama.'],
  ['regulation', 'Belum ada petunjuk teknis pelaksanaan dari kedua pihak.'],
  ['documents', 'Dokumen pendukung belum lengkap sehingga laporan tertunda.'],
  ['people', 'Pejabat penanda tangan dimutasi sebelum rencana aksi disusun.'],
  ['coordination', 'Rapat koordinasi hanya terlaksana satu kali dari tiga yang direncanakan.'],
] as const

const texts = {
  obstacle: obstacles.map(([, text]) => text),
  suggestion: [
    'Susun rencana aksi tahunan yang ditandatangani kedua pihak.',
    'Tetapkan narahubung tetap beserta penggantinya.',
    'Adakan rapat koordinasi setiap triwulan, termasuk secara daring.',
    'Cantumkan indikator yang terukur pada perjanjian berikutnya.',
  ],
  criticism: [
    'Permintaan data sering disampaikan mendadak.',
    'Hasil evaluasi tahun lalu belum kami terima.',
    'Surat balasan datang setelah kegiatan selesai.',
  ],
  solution: [
    'Kedua pihak menyepakati format data dan jadwal pengiriman bulanan.',
    'Kegiatan digabungkan dengan program kerja mitra agar anggaran cukup.',
    'Disusun grup kerja kecil yang bertemu setiap bulan.',
    'Serah terima narahubung dibuat tertulis.',
  ],
  other: [
    'Kegiatan terlaksana sesuai rencana.',
    'Pelaksanaan dilanjutkan pada triwulan berikutnya.',
    'Terdapat perubahan kecil pada jadwal.',
  ],
}
