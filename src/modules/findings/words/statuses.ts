import { type StatusKind, statusKind } from '../../../platform/guidance/status.ts'
import { words as define } from '../../../platform/i18n/words.ts'
import { findingStatuses } from '../schema.ts'
import { words } from '../words.ts'
import { titles } from './titles.ts'

const meanings = define('findings.statuses', {
  id: {
    open: {
      means: 'Kendala atau kritik yang belum mempunyai tindak lanjut.',
      next: 'Satuan kerja membuat tindak lanjutnya, mengaitkannya dengan yang sudah ada, atau mengesampingkannya dengan alasan.',
    },
    noted: {
      means: 'Saran atau solusi. Tidak ada yang harus menindaklanjutinya.',
      next: 'Siapa pun yang berwenang boleh membuat tindak lanjut darinya.',
    },
    underway: {
      means: 'Sudah ada tindak lanjut yang belum selesai.',
      next: 'Penanggung jawab mengerjakan tindak lanjut itu, dan orang lain memeriksanya.',
    },
    done: { means: 'Tindak lanjutnya sudah selesai dan diperiksa.', next: 'Tidak ada lagi.' },
    dismissed: {
      means: 'Dikesampingkan dengan alasan yang tercatat.',
      next: 'Tidak ada lagi. Dapat dipulihkan bila alasannya tidak berlaku lagi.',
    },
  },
  en: {
    open: {
      means: 'An obstacle or criticism that has no follow-up yet.',
      next: 'The office creates a follow-up, links an existing one, or sets the finding aside with a reason.',
    },
    noted: {
      means: 'A suggestion or solution. Nobody has to act on it.',
      next: 'Those in charge may create a follow-up for it.',
    },
    underway: {
      means: 'Its follow-up is still under way.',
      next: 'Its owner carries it out, and somebody else verifies it.',
    },
    done: { means: 'Its follow-up is done and verified.', next: 'Nothing more.' },
    dismissed: {
      means: 'It was set aside for a recorded reason.',
      next: 'Nothing more. It can be restored if the reason no longer applies.',
    },
  },
})

/** What the statuses of findings mean. */
export const statusKinds: StatusKind[] = [
  statusKind({
    kind: 'finding',
    power: 'finding.read',
    order: 5,
    name: titles.findings,
    statuses: findingStatuses,
    labels: locale => words[locale].statuses,
    meanings: locale => meanings[locale],
  }),
]
