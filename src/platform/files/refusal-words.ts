import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.files.refusals', {
  fileEmpty: { id: 'Berkas ini kosong.', en: 'This file is empty.' },
  fileKindNotAccepted: {
    id: 'Jenis berkas ini tidak diterima. Gunakan PDF, Word (.docx), Excel (.xlsx), CSV, PNG, atau JPG.',
    en: 'This type of file is not accepted. Use PDF, Word (.docx), Excel (.xlsx), CSV, PNG or JPG.',
  },
})
