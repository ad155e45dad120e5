import { texts } from '../../../platform/i18n/words.ts'

/** What can be done to many agreements at once. */
export const bulkWords = texts('agreements.bulk', {
  classify: { id: 'Ubah keterbukaan', en: 'Change openness' },
  things: { id: 'perjanjian', en: 'agreements' },
  openness: { id: 'Keterbukaan', en: 'Openness' },
  exclusionReason: { id: 'Alasan dikecualikan', en: 'Reason for exclusion' },
  reasonHint: {
    id: 'Hanya bila dikecualikan: dasar hukumnya, misalnya pasal 17 UU 14/2008 huruf h.',
    en: 'Only for what is excluded: the ground in law, such as article 17 of Law 14/2008.',
  },
})
