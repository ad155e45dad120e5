import { words as define } from '../../../platform/i18n/words.ts'

/** What a certificate says. */
export const certificateWords = define('rounds.certificate', {
  id: {
    title: 'Piagam Penghargaan',
    given: 'diberikan kepada',
    reason: 'sebagai penampil terbaik pada tahapan {stage}',
    meeting: 'dalam {title}',
  },
  en: {
    title: 'Certificate of Award',
    given: 'awarded to',
    reason: 'for the best presentation of the stage {stage}',
    meeting: 'at {title}',
  },
})
