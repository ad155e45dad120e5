import { texts } from '../../../platform/i18n/words.ts'

/** What can be done to many agreements at once. */
export const bulkWords = texts('agreements.bulk', {
  classify: { id: 'Ubah keterbukaan', en: 'Change openness' },
  things: { id: 'perjanjian', en: 'agreements' },
  openness: { id: 'Keterbukaan', en: 'Openness' },
  exclusionReason: { id: 'Alasan dikecualikan', en: 'Reason for exclusion' },
  reasonHint: {
    id: 'Diisi bila Anda memilih Dikecualikan: dasar hukumnya, misalnya pasal 17 huruf h UU 14/2008.',
    en: 'Fill this in if you choose Excluded: the legal ground, such as article 17 h of Law 14/2008.',
  },
})
