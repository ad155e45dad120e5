import { texts } from '../../../platform/i18n/words.ts'

/** What can be done to many agreements at once. */
export const bulkWords = texts('agreements.bulk', {
  classify: { id: 'Ubah keterbukaan', en: 'Change public access' },
  things: { id: 'perjanjian', en: 'agreements' },
  openness: { id: 'Keterbukaan', en: 'Public access' },
  exclusionReason: { id: 'Alasan dikecualikan', en: 'Reason for withholding' },
  reasonHint: {
    id: 'Diisi bila Anda memilih Dikecualikan: dasar hukumnya, misalnya pasal 17 huruf h UU 14/2008.',
    en: 'Fill this in if you choose Withheld: the legal ground, such as article 17 h of Law 14/2008.',
  },
})
