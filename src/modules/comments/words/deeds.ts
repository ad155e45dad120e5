import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('comments.deeds', {
  'comments.create': { id: 'menulis komentar', en: 'wrote a comment' },
  'comments.change': { id: 'mengubah komentar', en: 'changed a comment' },
  'comments.audience': { id: 'mengubah pembaca komentar', en: 'changed who reads a comment' },
  'comments.copy': { id: 'menyiapkan gambar dari komentar', en: 'prepared a picture of a comment' },
  'comments.remove': { id: 'menghapus komentar', en: 'removed a comment' },
})
