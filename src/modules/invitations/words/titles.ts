import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('invitations.titles', {
  invitations: { id: 'Undangan rapat', en: 'Invitations to meetings' },
  invitee: { id: 'undangan', en: 'invitation' },
})
