import { texts } from '../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('frame.refusals', {
  forWhoeverIsInCharge: {
    id: 'Ini tugas {named} di satuan kerja yang bersangkutan. Bila perlu, mintalah kepadanya.',
    en: 'This is done by the {named} responsible for that office. Ask them if you need it.',
  },
})
