import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('comments.refusals', {
  thisComment: { id: 'komentar ini', en: 'this comment' },
  removedAlready: { id: 'Komentar ini sudah dihapus.', en: 'This comment has already been removed.' },
  partnersWriteForBoth: {
    id: 'Komentar dari mitra selalu dibaca kedua pihak.',
    en: 'What a partner writes is always for both sides.',
  },
  noPartnerReads: {
    id: 'Halaman ini tidak dibuka untuk mitra, jadi komentarnya hanya untuk KPU.',
    en: 'Partners do not see this page, so comments on it are for KPU only.',
  },
  onlyAuthor: {
    id: 'Tulisan komentar hanya dapat diubah penulisnya.',
    en: 'Only its author can change what a comment says.',
  },
  changedOften: {
    id: 'Komentar ini sudah diubah 200 kali dan tidak dapat diubah lagi. Tulis komentar baru.',
    en: 'This comment has been changed 200 times and cannot be changed again. Write a new comment.',
  },
  isOpen: { id: 'Komentar ini sudah dapat dibaca mitra.', en: 'Partners can already read this comment.' },
  isClosed: { id: 'Komentar ini memang hanya untuk KPU.', en: 'This comment is already for KPU only.' },
  nobodyFits: {
    id: 'Tidak ada orang dengan nama itu yang dapat membaca komentar ini.',
    en: 'Nobody of that name can read this comment.',
  },
  severalFit: {
    id: 'Lebih dari satu orang cocok. Tulis nama lengkap atau alamat surelnya.',
    en: 'More than one person matches. Enter the full name or the e-mail address.',
  },
})
