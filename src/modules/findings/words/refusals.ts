import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('findings.refusals', {
  findingIsSetAside: { id: 'Temuan ini sudah dikesampingkan.', en: 'This finding was set aside already.' },
  followUpUnderWay: {
    id: 'Temuan ini sedang ditindaklanjuti. Batalkan atau lepaskan tindak lanjutnya lebih dahulu.',
    en: 'A follow-up of this finding is under way. Cancel or unlink it first.',
  },
  findingNotSetAside: { id: 'Temuan ini tidak sedang dikesampingkan.', en: 'This finding is not set aside.' },
  followUpNotFound: {
    id: 'Tidak ada tindak lanjut dengan nomor itu di wilayah Anda.',
    en: 'No follow-up of that number is in your reach.',
  },
  followUpIsLinked: { id: 'Tindak lanjut ini sudah dikaitkan.', en: 'This follow-up is linked already.' },
  findingToRestore: { id: 'Temuan ini dikesampingkan. Pulihkan lebih dahulu.', en: 'This finding was set aside. Restore it first.' },
  officeUnknown: {
    id: 'Tidak ada satuan kerja dengan nama atau kode itu di wilayah Anda.',
    en: 'No office of that name or code is in your reach.',
  },
})
