import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('followups.refusals', {
  officeClosed: { id: 'Satuan kerja ini sudah ditutup.', en: 'This office is closed.' },
  cycleUnknown: { id: 'Tidak ada siklus dengan nama ini.', en: 'There is no cycle with this name.' },
  ownerUnchanged: { id: 'Orang ini sudah menjadi penanggung jawabnya.', en: 'This person already owns it.' },
  dueDateUnchanged: { id: 'Tenggat ini sama dengan yang sekarang.', en: 'This is already the due date.' },
  ownerCancelsOwn: {
    id: 'Penanggung jawab, sekarang atau sebelumnya, tidak dapat membatalkan tindak lanjutnya sendiri.',
    en: 'An owner, present or earlier, cannot cancel their own follow-up.',
  },
  evidenceMissing: {
    id: 'Tindak lanjut ini penting: sertakan sedikitnya satu bukti.',
    en: 'This follow-up is important: add at least one piece of evidence.',
  },
  returnWithoutReason: {
    id: 'Tulis alasan pengembalian, sedikitnya 5 karakter.',
    en: 'Say why you are returning it, in at least 5 characters.',
  },
  verifierIsOwner: {
    id: 'Hasil harus diperiksa oleh orang lain, bukan oleh penanggung jawab (sekarang atau sebelumnya) atau pelapornya.',
    en: 'Somebody other than the owner (present or earlier) and the person who reported it must verify the result.',
  },
  ownerElsewhere: {
    id: 'Pilih orang yang bertugas di satuan kerja ini atau tepat di atasnya.',
    en: 'Choose somebody who works at this office or the one directly above it.',
  },
  dueDateInPast: { id: 'Tenggat tidak boleh sebelum hari ini.', en: 'The due date cannot be before today.' },
  followUp: { id: 'Tindak lanjut ini', en: 'this follow-up' },
  daysCross: { id: 'Tanggal awal harus sebelum tanggal akhir.', en: 'The first day must be before the last.' },
  spanTooLong: { id: 'Paling lama sepuluh tahun.', en: 'At most ten years.' },
})
