import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { batchStates, outcomes } from '../schema/codes.ts'
import { words } from '../words.ts'
import { titles } from './titles.ts'

const meanings = define('imports.statuses', {
  id: {
    states: {
      reading: { means: 'Sinergi sedang membaca berkas Anda.', next: 'Tunggu; halamannya boleh ditinggalkan.' },
      mapping: { means: 'Susunan kolom berkas ini belum dikenal.', next: 'Yang mengunggah menentukan arti setiap kolom.' },
      preview: {
        means: 'Setiap baris sudah diperiksa. Belum ada yang tercatat.',
        next: 'Yang mengunggah memutuskan baris yang bermasalah, lalu menyetujui.',
      },
      running: { means: 'Baris yang disetujui sedang dicatat.', next: 'Tunggu; halamannya boleh ditinggalkan.' },
      done: { means: 'Selesai. Yang tidak dicatat tetap tersimpan bersama alasannya.', next: 'Tidak ada lagi.' },
      cancelled: { means: 'Dibatalkan. Yang sudah dicatat tetap tercatat.', next: 'Untuk melanjutkan, unggah berkasnya lagi.' },
      failed: {
        means: 'Berkas ini tidak dapat dibaca; sebabnya tertulis di halamannya.',
        next: 'Yang mengunggah membetulkan berkasnya, lalu mengunggahnya lagi.',
      },
      stopped: {
        means: 'Terhenti karena kesalahan pada Sinergi, bukan pada berkas Anda.',
        next: 'Yang mengunggah mencoba lagi; bila terulang, hubungi administrator.',
      },
    },
    outcomes: {
      ready: { means: 'Baris ini dapat dicatat.', next: 'Dicatat begitu Anda menyetujui.' },
      duplicate: { means: 'Perjanjian yang sama sudah tercatat, atau ada dua kali dalam berkas.', next: 'Tidak dicatat lagi.' },
      update: {
        means: 'Perjanjiannya sudah tercatat, dan berkas ini memuat data yang berbeda.',
        next: 'Perbedaannya dicatat begitu Anda menyetujui.',
      },
      attention: { means: 'Ada yang kurang atau tidak terbaca pada baris ini.', next: 'Perbaiki, catat sebagai draf, atau lewati.' },
    },
  },
  en: {
    states: {
      reading: { means: 'Sinergi is reading your file.', next: 'Wait; you may leave the page.' },
      mapping: {
        means: 'The columns of this file have not been matched yet.',
        next: 'The person who uploaded it says what each column means.',
      },
      preview: {
        means: 'Each row has been checked. Nothing has been recorded.',
        next: 'The person who uploaded it decides on rows with problems, then approves.',
      },
      running: { means: 'The rows that were approved are being recorded.', next: 'Wait; you may leave the page.' },
      done: { means: 'It is done. Rows that were not recorded are listed with the reason.', next: 'Nothing more.' },
      cancelled: { means: 'It was cancelled. Rows already recorded stay recorded.', next: 'To continue, upload the file again.' },
      failed: {
        means: 'The file could not be read; its page says why.',
        next: 'The person who uploaded it corrects the file and uploads it again.',
      },
      stopped: {
        means: 'It stopped because of an error in Sinergi, not in your file.',
        next: 'The person who uploaded it tries again; if it stops again, ask the administrator.',
      },
    },
    outcomes: {
      ready: { means: 'This row can be recorded.', next: 'It is recorded once you approve.' },
      duplicate: { means: 'The same agreement is already recorded, or appears twice in the file.', next: 'It is not recorded again.' },
      update: {
        means: 'The agreement is already recorded, and the file differs from it.',
        next: 'The differences are recorded once you approve.',
      },
      attention: { means: 'Something in this row is missing or cannot be read.', next: 'Correct it, record it as a draft, or skip it.' },
    },
  },
})

/** What the statuses of imports and of their rows mean. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'import',
    power: 'agreement.import',
    order: 10,
    name: titles.import,
    statuses: batchStates,
    labels: locale => words[locale].states,
    meanings: locale => meanings[locale].states,
  }),
  statusKind({
    kind: 'row',
    power: 'agreement.import',
    order: 11,
    name: titles.rows,
    statuses: outcomes,
    labels: locale => words[locale].outcomes,
    meanings: locale => meanings[locale].outcomes,
  }),
]
