import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.documents.refusals', {
  tooManyTags: { id: 'Templat memuat lebih dari {mostTags} tanda.', en: 'The template has more than {mostTags} tags.' },
  templateNotFillable: { id: 'Templat tidak dapat diisi: {told}', en: 'The template cannot be filled: {told}' },
  templateTooComplex: {
    id: 'Templat ini terlalu rumit untuk diperiksa. Kurangi isinya, lalu unggah lagi.',
    en: 'This template is too complex to check. Simplify it, then upload it again.',
  },
  documentBroken: { id: 'Berkas ini bukan dokumen Word (.docx) yang utuh.', en: 'This file is not a valid Word document (.docx).' },
  tagUnknown: { id: 'Tanda {tag} tidak dikenal di tempat itu.', en: 'The tag {tag} is not recognised in that place.' },
  loopNotClosed: { id: 'Pengulangan {tag} tidak ditutup.', en: 'The loop {tag} is not closed.' },
  loopNotOpened: { id: 'Penutup {tag} tidak memiliki pembuka.', en: 'The closing tag {tag} has no opening tag.' },
  loopMisplaced: { id: 'Pengulangan {tag} berada di dalam {outer}.', en: 'The loop {tag} is inside {outer}.' },
  braceMissing: { id: 'Kurung kurawal tidak lengkap pada “{text}”.', en: 'A brace is missing in “{text}”.' },
  optionsUnreadable: {
    id: 'Pilihan dalam kurung siku pada {tag} tidak terbaca.',
    en: 'The options in brackets of {tag} cannot be read.',
  },
  documentTooDeep: { id: 'Susunan dokumen ini terlalu dalam.', en: 'This document is nested too deeply.' },
  wordTemplateNotUsable: { id: 'Templat Word belum dapat dipakai. {told}', en: 'The Word template cannot be used yet. {told}' },
  templateLargerThan10: { id: 'Templat lebih besar dari 10 MB.', en: 'The template is larger than 10 MB.' },
  templateWithMacros: {
    id: 'Templat memuat makro. Simpan sebagai .docx tanpa makro.',
    en: 'The template contains macros. Save it as .docx without them.',
  },
  templateWithOutsideLinks: {
    id: 'Templat menunjuk ke berkas di luar dirinya (templat jarak jauh, objek, atau gambar tertaut). Sematkan isinya.',
    en: 'The template points to a file outside itself (a remote template, an object or a linked picture). Embed it instead.',
  },
})
