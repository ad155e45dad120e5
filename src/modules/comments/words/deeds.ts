import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('comments.deeds', {
  'comments.create': { id: 'menulis komentar pada', en: 'commented on' },
  'comments.change': { id: 'mengubah komentar pada', en: 'changed a comment on' },
  'comments.audience': { id: 'mengubah pembaca komentar pada', en: 'changed who reads a comment on' },
  'comments.copy': { id: 'menyiapkan gambar dari komentar pada', en: 'prepared a picture of a comment on' },
  'comments.remove': { id: 'menghapus komentar pada', en: 'removed a comment on' },
})
