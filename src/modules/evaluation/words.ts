import { formatNumber } from '../../platform/i18n/format.ts'
import { type Locale, words } from '../../platform/i18n/words.ts'
import { numberProblems } from '../../platform/shapes.ts'
import { cycleWords } from './words/cycles.ts'
import { formWords } from './words/forms.ts'
import { labels } from './words/labels.ts'

/** The words around a questionnaire's own sentences. */
export const questionnaireWords = words({
  id: {
    fillIf: (condition: string) => `Isi jika ${condition}.`,
    requiredIf: (condition: string) => `Wajib diisi jika ${condition}.`,
    and: ' dan ',
    or: ' atau ',
    not: (condition: string) => `tidak (${condition})`,
    compare: {
      answered: (q: string) => `${q} diisi`,
      eq: (q: string, v: string) => `${q} dijawab ${v}`,
      ne: (q: string, v: string) => `${q} tidak dijawab ${v}`,
      in: (q: string, v: string) => `${q} dijawab ${v}`,
      has: (q: string, v: string) => `${q} memuat ${v}`,
      lt: (q: string, v: string) => `${q} kurang dari ${v}`,
      le: (q: string, v: string) => `${q} paling banyak ${v}`,
      gt: (q: string, v: string) => `${q} lebih dari ${v}`,
      ge: (q: string, v: string) => `${q} paling sedikit ${v}`,
    },
    compareDays: {
      lt: (q: string, v: string) => `${q} sebelum ${v}`,
      le: (q: string, v: string) => `${q} paling lambat ${v}`,
      gt: (q: string, v: string) => `${q} sesudah ${v}`,
      ge: (q: string, v: string) => `${q} paling awal ${v}`,
    },
    obligation: (number: number, total: number) => `Kewajiban ${number} dari ${total}`,
    obligationShort: (number: number) => `Kewajiban ${number}`,
    bearer: 'Ditanggung oleh',
    due: 'Jatuh tempo',
    noObligations: 'Perjanjian ini belum memuat kewajiban, sehingga bagian ini dilewati.',
    leaveBlank: 'Tidak menjawab',
    keptFiles: 'Berkas yang sudah diunggah. Hapus centang untuk membuangnya.',
    addFiles: 'Tambah berkas',
    file: (number: number) => `Berkas ${number}`,
    recommendations: { continue: 'Dilanjutkan', expand: 'Diperluas', improve: 'Diperbaiki', end: 'Dihentikan' },
    blank: 'Tidak diisi',
    notAsked: 'Tidak ditanyakan',
    problems: {
      required: 'Pertanyaan ini wajib dijawab.',
      rows_missing: 'Jawablah semua baris.',
      wrong_type: 'Jawaban ini tidak dapat dibaca. Isi kembali.',
      not_an_option: 'Pilih salah satu jawaban yang tersedia.',
      too_long: (limit: string) => `Paling banyak ${limit} karakter.`,
      too_many: (limit: string) => `Paling banyak ${limit} berkas.`,
      too_small: (limit: string) => `Angkanya paling kecil ${limit}.`,
      too_large: (limit: string) => `Angkanya paling besar ${limit}.`,
      not_whole: 'Isilah dengan bilangan bulat, tanpa koma.',
      not_a_number: numberProblems.none.id,
      unclear_number: numberProblems.unclear.id,
      not_a_day: 'Isilah dengan tanggal yang benar, antara tahun 1945 dan 2099.',
    },
    gap: {
      caption: 'Jawaban kedua pihak',
      question: 'Pertanyaan',
      kpu: 'KPU',
      partner: 'Mitra',
      difference: 'Selisih',
      same: 'Sama',
      differs: 'Berbeda',
      kpuHigher: (points: string) => `KPU lebih tinggi ${points}`,
      partnerHigher: (points: string) => `Mitra lebih tinggi ${points}`,
      waiting: 'Belum dapat dibandingkan',
      empty: 'Belum ada jawaban yang dapat dibandingkan',
    },
    paper: {
      how: 'Beri tanda silang (X) pada kotak jawaban. Bila ruang tulis tidak cukup, gunakan lembar tambahan dan cantumkan nomor pertanyaannya.',
      chooseOne: 'Pilih satu',
      chooseMany: 'Boleh lebih dari satu',
      attached: 'Dilampirkan',
      filledBy: 'Diisi oleh',
      name: 'Nama',
      position: 'Jabatan',
      day: 'Tanggal',
      signature: 'Tanda tangan',
    },
  },
  en: {
    fillIf: condition => `Fill in if ${condition}.`,
    requiredIf: condition => `Required if ${condition}.`,
    and: ' and ',
    or: ' or ',
    not: condition => `not (${condition})`,
    compare: {
      answered: q => `${q} is filled in`,
      eq: (q, v) => `${q} is ${v}`,
      ne: (q, v) => `${q} is not ${v}`,
      in: (q, v) => `${q} is ${v}`,
      has: (q, v) => `${q} includes ${v}`,
      lt: (q, v) => `${q} is less than ${v}`,
      le: (q, v) => `${q} is at most ${v}`,
      gt: (q, v) => `${q} is more than ${v}`,
      ge: (q, v) => `${q} is at least ${v}`,
    },
    compareDays: {
      lt: (q, v) => `${q} is before ${v}`,
      le: (q, v) => `${q} is ${v} or earlier`,
      gt: (q, v) => `${q} is after ${v}`,
      ge: (q, v) => `${q} is ${v} or later`,
    },
    obligation: (number, total) => `Obligation ${number} of ${total}`,
    obligationShort: number => `Obligation ${number}`,
    bearer: 'Borne by',
    due: 'Due',
    noObligations: 'This agreement has no obligations yet, so this section is skipped.',
    leaveBlank: 'No answer',
    keptFiles: 'Files already uploaded. Untick one to remove it.',
    addFiles: 'Add files',
    file: number => `File ${number}`,
    recommendations: { continue: 'Continue', expand: 'Expand', improve: 'Improve', end: 'End' },
    blank: 'Not filled in',
    notAsked: 'Not asked',
    problems: {
      required: 'This question needs an answer.',
      rows_missing: 'Please answer every row.',
      wrong_type: 'This answer cannot be read. Please enter it again.',
      not_an_option: 'Choose one of the answers offered.',
      too_long: limit => `At most ${limit} characters.`,
      too_many: limit => `At most ${limit} files.`,
      too_small: limit => `The number must be at least ${limit}.`,
      too_large: limit => `The number must be at most ${limit}.`,
      not_whole: 'Enter a whole number, without decimals.',
      not_a_number: numberProblems.none.en,
      unclear_number: numberProblems.unclear.en,
      not_a_day: 'Enter a real date, between the years 1945 and 2099.',
    },
    gap: {
      caption: 'The answers of both sides',
      question: 'Question',
      kpu: 'KPU',
      partner: 'Partner',
      difference: 'Difference',
      same: 'Same',
      differs: 'Different',
      kpuHigher: points => `KPU higher by ${points}`,
      partnerHigher: points => `Partner higher by ${points}`,
      waiting: 'Cannot be compared yet',
      empty: 'No answers to compare yet',
    },
    paper: {
      how: 'Put a cross (X) in the box of your answer. If there is not enough room to write, use another sheet and give the number of the question.',
      chooseOne: 'Choose one',
      chooseMany: 'You may choose more than one',
      attached: 'Attached',
      filledBy: 'Filled in by',
      name: 'Name',
      position: 'Position',
      day: 'Date',
      signature: 'Signature',
    },
  },
})

/** What is wrong with an answer, in both languages. */
export function problemText({ code, limit }: { code: keyof typeof questionnaireWords.id.problems; limit?: number }): {
  id: string
  en: string
} {
  const say = (locale: Locale) => {
    const said: string | ((limit: string) => string) = questionnaireWords[locale].problems[code]
    return typeof said === 'string' ? said : said(formatNumber(locale, limit ?? 0, 6))
  }
  return { id: say('id'), en: say('en') }
}

/** The words of cycles, boards, lists of forms and the page around a questionnaire, in one dictionary. */
export const evaluationWords = {
  id: { ...labels.id, ...cycleWords.id, ...formWords.id, recommendations: questionnaireWords.id.recommendations },
  en: { ...labels.en, ...cycleWords.en, ...formWords.en, recommendations: questionnaireWords.en.recommendations },
}
