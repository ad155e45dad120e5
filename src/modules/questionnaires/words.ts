import { formatNumber } from '../../platform/i18n/format.ts'
import { inWords, words } from '../../platform/i18n/words.ts'
import type { Localized } from '../../platform/refusals/refusal.ts'
import { numberProblems } from '../../platform/values/shapes.ts'

/** The words around a questionnaire's own sentences. */
export const questionnaireWords = words('questionnaires', {
  id: {
    fillIf: 'Isi jika {condition}.',
    requiredIf: 'Wajib diisi jika {condition}.',
    and: ' dan ',
    or: ' atau ',
    not: 'tidak ({condition})',
    compare: {
      answered: '{q} diisi',
      eq: '{q} dijawab {v}',
      ne: '{q} tidak dijawab {v}',
      in: '{q} dijawab {v}',
      has: '{q} memuat {v}',
      lt: '{q} kurang dari {v}',
      le: '{q} paling banyak {v}',
      gt: '{q} lebih dari {v}',
      ge: '{q} paling sedikit {v}',
    },
    compareDays: {
      lt: '{q} sebelum {v}',
      le: '{q} paling lambat {v}',
      gt: '{q} sesudah {v}',
      ge: '{q} paling awal {v}',
    },
    obligation: 'Kewajiban {number, number} dari {total, number}',
    obligationShort: 'Kewajiban {number, number}',
    bearer: 'Ditanggung oleh',
    due: 'Jatuh tempo',
    noObligations: 'Perjanjian ini belum memuat kewajiban, sehingga bagian ini dilewati.',
    leaveBlank: 'Tidak menjawab',
    keptFiles: 'Berkas yang sudah diunggah. Hapus centang untuk membuangnya.',
    addFiles: 'Tambah berkas',
    file: 'Berkas {number, number}',
    recommendations: { continue: 'Dilanjutkan', expand: 'Diperluas', improve: 'Diperbaiki', end: 'Dihentikan' },
    blank: 'Tidak diisi',
    notAsked: 'Tidak ditanyakan',
    problems: {
      required: 'Pertanyaan ini wajib dijawab.',
      rows_missing: 'Jawablah semua baris.',
      wrong_type: 'Jawaban ini tidak dapat dibaca. Isi kembali.',
      not_an_option: 'Pilih salah satu jawaban yang tersedia.',
      too_long: 'Paling banyak {limit} karakter.',
      too_many: 'Paling banyak {limit} berkas.',
      too_small: 'Angkanya paling kecil {limit}.',
      too_large: 'Angkanya paling besar {limit}.',
      not_whole: 'Isilah dengan bilangan bulat, tanpa koma.',
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
      kpuHigher: 'KPU lebih tinggi {points}',
      partnerHigher: 'Mitra lebih tinggi {points}',
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
    fillIf: 'Fill in if {condition}.',
    requiredIf: 'Required if {condition}.',
    and: ' and ',
    or: ' or ',
    not: 'not ({condition})',
    compare: {
      answered: '{q} is filled in',
      eq: '{q} is {v}',
      ne: '{q} is not {v}',
      in: '{q} is {v}',
      has: '{q} includes {v}',
      lt: '{q} is less than {v}',
      le: '{q} is at most {v}',
      gt: '{q} is more than {v}',
      ge: '{q} is at least {v}',
    },
    compareDays: {
      lt: '{q} is before {v}',
      le: '{q} is {v} or earlier',
      gt: '{q} is after {v}',
      ge: '{q} is {v} or later',
    },
    obligation: 'Obligation {number, number} of {total, number}',
    obligationShort: 'Obligation {number, number}',
    bearer: 'Borne by',
    due: 'Due',
    noObligations: 'This agreement has no obligations yet, so this section is skipped.',
    leaveBlank: 'No answer',
    keptFiles: 'Files already uploaded. Untick one to remove it.',
    addFiles: 'Add files',
    file: 'File {number, number}',
    recommendations: { continue: 'Continue', expand: 'Expand', improve: 'Improve', end: 'End' },
    blank: 'Not filled in',
    notAsked: 'Not asked',
    problems: {
      required: 'This question needs an answer.',
      rows_missing: 'Please answer every row.',
      wrong_type: 'This answer cannot be read. Please enter it again.',
      not_an_option: 'Choose one of the answers offered.',
      too_long: 'At most {limit} characters.',
      too_many: 'At most {limit} files.',
      too_small: 'The number must be at least {limit}.',
      too_large: 'The number must be at most {limit}.',
      not_whole: 'Enter a whole number, without decimals.',
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
      kpuHigher: 'KPU higher by {points}',
      partnerHigher: 'Partner higher by {points}',
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

type Code = keyof typeof questionnaireWords.id.problems | 'not_a_number' | 'unclear_number'

/** What is wrong with an answer, in every language. */
export function problemText({ code, limit }: { code: Code; limit?: number }): Localized {
  if (code === 'not_a_number') return numberProblems.none
  if (code === 'unclear_number') return numberProblems.unclear
  return inWords(questionnaireWords, (w, locale) => {
    const text = w.problems[code]
    return typeof text === 'string' ? text : text({ limit: formatNumber(locale, limit ?? 0, 6) })
  })
}
