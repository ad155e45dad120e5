import { texts } from '../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('frame.refusals', {
  forWhoeverIsInCharge: {
    id: 'Ini pekerjaan {named} yang berwenang di tempat ini. Mintalah kepada yang bertugas bila perlu.',
    en: 'This is the work of the {named} in charge of this place. Ask whoever is on duty if it is needed.',
  },
})
