import { texts } from '../../../platform/i18n/words.ts'

/** What can be done to many findings at once. */
export const bulkWords = texts('findings.bulk', {
  things: { id: 'temuan', en: 'findings' },
  itself: { id: 'Temuan ini', en: 'this finding' },
  plan: { id: 'Buat satu tindak lanjut', en: 'Create one follow-up' },
  dismiss: { id: 'Kesampingkan', en: 'Set aside' },
  action: { id: 'Tindak lanjut', en: 'Follow-up' },
  actionHint: {
    id: 'Satu kalimat dengan kata kerja untuk semua temuan ini, misalnya “Menyepakati narahubung tetap di kedua pihak”.',
    en: 'One sentence, starting with a verb, for all of these findings, such as “Agree on a permanent contact on both sides”.',
  },
  detail: { id: 'Rincian', en: 'Details' },
  owner: { id: 'Penanggung jawab', en: 'Owner' },
  ownerHint: {
    id: 'Nama atau alamat surelnya. Tindak lanjut dicatat pada satuan kerja terendah yang membawahi semua temuan ini.',
    en: 'Name or e-mail address. The follow-up is recorded at the lowest office above all of these findings.',
  },
  noOwner: {
    id: 'Tidak ada orang dengan nama atau surel itu. Pilih orang dari daftar.',
    en: 'Nobody has that name or e-mail address. Choose a person from the list.',
  },
  dueOn: { id: 'Tenggat', en: 'Due date' },
  reason: { id: 'Alasan', en: 'Reason' },
  undone: { id: 'Perubahan massal ini dikembalikan.', en: 'This bulk change was undone.' },
})
