import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('followups.refusals', {
  officeClosed: { id: 'Satuan kerja ini sudah ditutup.', en: 'This office is closed.' },
  noPartnerNameRecorded: { id: 'Mitra dengan nama ini belum tercatat.', en: 'No partner of this name is recorded.' },
  personAlreadyOwns: { id: 'Orang ini sudah menjadi penanggung jawabnya.', en: 'This person already owns it.' },
  presentDueDate: { id: 'Tenggat ini sama dengan yang sekarang.', en: 'This is the present due date.' },
  ownerPresentEarlierCannot: {
    id: 'Penanggung jawab, sekarang atau sebelumnya, tidak dapat membatalkan tindak lanjutnya sendiri.',
    en: 'An owner, present or earlier, cannot cancel their own follow-up.',
  },
  followUpImportantAdd: {
    id: 'Tindak lanjut ini penting: sertakan sedikitnya satu bukti.',
    en: 'This follow-up is important: add at least one piece of evidence.',
  },
  writeWhyReturnedLeast: {
    id: 'Tulis alasan pengembalian, sedikitnya 5 karakter.',
    en: 'Write why it is returned, at least 5 characters.',
  },
  resultVerifiedSomebodyOther: {
    id: 'Hasil harus diperiksa oleh orang lain, bukan oleh penanggung jawab (sekarang atau sebelumnya) atau pelapornya.',
    en: 'The result must be verified by somebody other than its owners, present or earlier, and its reporters.',
  },
  chooseSomebodyWhoWorks: {
    id: 'Pilih orang yang bertugas di satuan kerja ini atau tepat di atasnya.',
    en: 'Choose somebody who works in this office or right above it.',
  },
  dueDateCannotBefore: { id: 'Tenggat tidak boleh sebelum hari ini.', en: 'The due date cannot be before today.' },
  followUp: { id: 'Tindak lanjut ini', en: 'this follow-up' },
  noOfficeNameCode: {
    id: 'Tidak ada satuan kerja dengan nama atau kode itu di wilayah Anda.',
    en: 'No office of that name or code is in your reach.',
  },
  firstDayBeforeLast: { id: 'Tanggal awal harus sebelum tanggal akhir.', en: 'The first day must be before the last.' },
  mostTenYears: { id: 'Paling lama sepuluh tahun.', en: 'At most ten years.' },
})
