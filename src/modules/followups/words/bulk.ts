import { texts } from '../../../platform/i18n/words.ts'

/** What can be done to many follow-ups at once. */
export const bulkWords = texts('followups.bulk', {
  things: { id: 'tindak lanjut', en: 'follow-ups' },
  reassign: { id: 'Alihkan kepada orang lain', en: 'Reassign to somebody else' },
  reschedule: { id: 'Ubah tenggat', en: 'Change the due date' },
  owner: { id: 'Penanggung jawab baru', en: 'New owner' },
  ownerHint: { id: 'Nama atau alamat surelnya.', en: 'Name or e-mail address.' },
  noOwner: { id: 'Tidak ada orang dengan surel itu di wilayah kerja Anda.', en: 'Nobody in your area has that e-mail address.' },
  dueOn: { id: 'Tenggat baru', en: 'New due date' },
  reason: { id: 'Alasan', en: 'Reason' },
  undone: { id: 'Perubahan massal ini dikembalikan.', en: 'This bulk change was undone.' },
})
