import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('invitations.titles', {
  invitations: { id: 'Undangan rapat', en: 'Invitations to meetings' },
  invitationMoves: { id: 'Perubahan rapat yang mengundang Anda', en: 'Changes of meetings that you are invited to' },
  sendingLetters: { id: 'Mengirim surat undangan rapat', en: 'Sending invitations to a meeting' },
  myInvitations: { id: 'Undangan saya', en: 'My invitations' },
  proxies: { id: 'Tugas mewakili dalam rapat', en: 'Representing somebody at a meeting' },
  remindingInvitees: { id: 'Mengingatkan yang belum menjawab undangan rapat', en: 'Reminding those who have not answered an invitation' },
  classes: { id: 'Tempat di kelas paralel', en: 'Places in parallel classes' },
  class: { id: 'kelas paralel', en: 'parallel class' },
  invited: { id: 'Diundang', en: 'Invited' },
  invitee: { id: 'undangan', en: 'invitation' },
})
