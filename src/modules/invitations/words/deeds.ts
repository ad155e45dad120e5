import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('invitations.deeds', {
  'invitation-rules.create': { id: 'menambahkan undangan ke rapat', en: 'added invitations to the meeting' },
  'invitation-rules.remove': { id: 'menghapus undangan dari rapat', en: 'removed invitations from the meeting' },
  'invitees.resolve': { id: 'memperbarui daftar undangan rapat', en: 'updated the invitations of the meeting' },
})
