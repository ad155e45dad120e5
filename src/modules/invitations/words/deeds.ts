import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('invitations.deeds', {
  'invitation-rules.create': { id: 'menambahkan undangan ke rapat', en: 'added invitations to the meeting' },
  'invitation-rules.remove': { id: 'menghapus undangan dari rapat', en: 'removed invitations from the meeting' },
  'invitations.send': { id: 'mengirim undangan rapat', en: 'sent invitations to the meeting' },
  'invitations.remind': { id: 'mengirim pengingat undangan rapat', en: 'sent reminders about the meeting' },
  'invitations.continueLetters': { id: 'mengirim surat rapat', en: 'sent letters about the meeting' },
  'invitations.answer': { id: 'menjawab', en: 'answered the' },
  'invitations.answerByLink': { id: 'menjawab', en: 'answered the' },
  'invitees.record': { id: 'mencatat jawaban', en: 'noted the answer to the' },
  'invitees.withdraw': { id: 'membatalkan', en: 'withdrew the' },
  'proxies.appoint': { id: 'menugaskan wakil untuk', en: 'sent a proxy for the' },
  'proxies.appointByLink': { id: 'menugaskan wakil untuk', en: 'sent a proxy for the' },
  'proxies.end': { id: 'mengakhiri perwakilan untuk', en: 'ended the proxy for the' },
  'classes.change': { id: 'mengatur kelas paralel rapat', en: 'set up a parallel class of the meeting' },
  'classes.allot': { id: 'membagi kelas paralel rapat', en: 'allotted the parallel classes of the meeting' },
  'classes.choose': { id: 'memilih kelas untuk', en: 'chose a class for the' },
  'classes.chooseByLink': { id: 'memilih kelas untuk', en: 'chose a class for the' },
  'invitees.resolve': { id: 'memperbarui daftar undangan rapat', en: 'updated the invitations of the meeting' },
})
