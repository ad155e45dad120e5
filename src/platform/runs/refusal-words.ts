import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.runs.refusals', {
  workOver: { id: 'Pekerjaan ini sudah selesai.', en: 'This work has ended.' },
  workNotStopped: {
    id: 'Pekerjaan ini tidak sedang terhenti, jadi tidak perlu dicoba lagi.',
    en: 'This work has not stopped, so there is nothing to try again.',
  },
  workSubjectGone: {
    id: 'Data untuk pekerjaan ini sudah tidak ada, jadi pekerjaan ini tidak dapat dilanjutkan.',
    en: 'The data for this work no longer exists, so it cannot continue.',
  },
})
