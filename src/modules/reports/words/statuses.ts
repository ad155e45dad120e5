import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { maturityLevels, reportStates } from '../schema.ts'
import { words } from '../words.ts'
import { titles } from './titles.ts'

const meanings = define('reports.statuses', {
  id: {
    states: {
      queued: { means: 'Laporan sudah diminta dan menunggu giliran.', next: 'Sinergi mulai membuatnya sendiri.' },
      running: { means: 'Sinergi sedang menghitung angka dan menyusun berkasnya.', next: 'Tunggu; halamannya boleh ditinggalkan.' },
      ready: { means: 'Angkanya sudah dibekukan, dan ketiga berkasnya siap.', next: 'Unduh dan bagikan.' },
      failed: {
        means: 'Laporan tidak dapat dibuat; sebabnya tertulis di halamannya.',
        next: 'Yang meminta membetulkan sebabnya, lalu membuat laporan baru.',
      },
      stopped: {
        means: 'Terhenti karena kesalahan pada Sinergi, bukan karena yang Anda isi.',
        next: 'Yang meminta menekan tombol untuk mencoba lagi; bila terulang, hubungi administrator.',
      },
      cancelled: { means: 'Dibatalkan oleh yang meminta sebelum selesai.', next: 'Tidak ada lagi. Laporan baru dapat dibuat kapan saja.' },
    },
    levels: {
      1: { means: 'Ada dokumen kerja samanya.', next: 'Laksanakan yang disepakati.' },
      2: { means: 'Yang disepakati dilaksanakan.', next: 'Evaluasi pelaksanaannya secara berkala.' },
      3: { means: 'Pelaksanaannya dievaluasi secara berkala.', next: 'Tindak lanjuti hasil evaluasinya.' },
      4: { means: 'Hasil evaluasinya ditindaklanjuti.', next: 'Pertahankan.' },
    },
  },
  en: {
    states: {
      queued: { means: 'The report has been requested and is waiting its turn.', next: 'Sinergi starts automatically.' },
      running: { means: 'Sinergi is calculating the figures and creating the files.', next: 'Wait; you may leave its page.' },
      ready: { means: 'The figures are frozen, and the three files are ready.', next: 'Download and share it.' },
      failed: {
        means: 'The report could not be made; its page says why.',
        next: 'The person who requested it fixes the cause and makes a new one.',
      },
      stopped: {
        means: 'It stopped because of an error in Sinergi, not because of what you entered.',
        next: 'The person who requested it tries again; if it stops again, ask the administrator.',
      },
      cancelled: { means: 'It was cancelled by the person who requested it.', next: 'Nothing more. A new report can be made at any time.' },
    },
    levels: {
      1: { means: 'There is a document.', next: 'Carry out what was agreed.' },
      2: { means: 'What was agreed is carried out.', next: 'Evaluate it regularly.' },
      3: { means: 'It is evaluated regularly.', next: 'Follow up on what the evaluations find.' },
      4: { means: 'Findings from the evaluations are followed up.', next: 'Keep it up.' },
    },
  },
})

/** What the statuses of reports and the levels of maturity mean. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'report',
    power: 'report.read',
    order: 8,
    name: titles.reports,
    statuses: reportStates,
    labels: locale => words[locale].states,
    meanings: locale => meanings[locale].states,
  }),
  statusKind({
    kind: 'maturity',
    power: 'answer.read',
    order: 7,
    name: titles.maturity,
    statuses: maturityLevels,
    labels: locale =>
      Object.fromEntries(maturityLevels.map(level => [level, words[locale].level({ level: Number(level) })])) as Record<
        (typeof maturityLevels)[number],
        string
      >,
    meanings: locale => meanings[locale].levels,
  }),
]
