import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.runs.refusals', {
  workOver: { id: 'Pekerjaan ini sudah selesai.', en: 'This work is over.' },
  workNotStopped: {
    id: 'Pekerjaan ini tidak sedang terhenti, jadi tidak perlu dicoba lagi.',
    en: 'This work is not stopped, so there is nothing to try again.',
  },
  workSubjectGone: {
    id: 'Yang harus dikerjakan sudah tidak ada, jadi pekerjaan ini tidak dapat dilanjutkan.',
    en: 'What this work is about is not there any more, so it cannot go on.',
  },
})
