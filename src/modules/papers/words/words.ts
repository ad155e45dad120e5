import { words as define } from '../../../platform/i18n/words.ts'

export const words = define('papers', {
  id: {
    papers: 'Naskah rapat',
    lead: 'Surat dan daftar resmi rapat ini, dibuat dari data yang sudah dicatat. Isi halaman, PDF, dan Word-nya sama.',
    phases: { before: 'Sebelum rapat', after: 'Sesudah rapat' },
    kinds: { rundown: 'Susunan acara', minutes: 'Notula' },
    uses: {
      rundown: 'Acara menurut hari dan jam, dengan tempat dan pengisinya. Dapat dilampirkan pada undangan.',
      minutes: 'Apa yang disampaikan, disimpulkan, dan diputuskan, untuk ditandatangani dan diarsipkan.',
    },
    all: 'Semua naskah',
    pdf: 'PDF',
    word: 'Word',
    pdfOf: 'Unduh PDF: {title}',
    wordOf: 'Unduh Word: {title}',
    notYet: 'Belum ada',
    print: 'Cetak halaman ini dengan perintah cetak peramban, atau unduh PDF-nya.',
    downloadPdf: 'Unduh PDF',
    downloadWord: 'Unduh Word',
    ready: '{ready, number} dari {all, number} naskah siap',
  },
  en: {
    papers: 'Papers of the meeting',
    lead: 'The official letters and lists of this meeting, made of what has been recorded. The page, the PDF and the Word document say the same.',
    phases: { before: 'Before the meeting', after: 'After the meeting' },
    kinds: { rundown: 'Rundown', minutes: 'Minutes' },
    uses: {
      rundown: 'The programme by day and hour, with rooms and who takes part. Can be annexed to the invitation.',
      minutes: 'What was said, concluded and decided, to be signed and filed.',
    },
    all: 'All papers',
    pdf: 'PDF',
    word: 'Word',
    pdfOf: 'Download PDF: {title}',
    wordOf: 'Download Word: {title}',
    notYet: 'Not there yet',
    print: 'Print this page from your browser, or download the PDF.',
    downloadPdf: 'Download PDF',
    downloadWord: 'Download Word',
    ready: '{ready, number} of {all, number} papers ready',
  },
})
