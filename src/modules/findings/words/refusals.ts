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
    en: 'No follow-up of that number is in your area.',
  },
  followUpIsLinked: { id: 'Tindak lanjut ini sudah dikaitkan.', en: 'This follow-up is linked already.' },
  findingToRestore: { id: 'Temuan ini dikesampingkan. Pulihkan lebih dahulu.', en: 'This finding was set aside. Restore it first.' },
  partnerUnknown: { id: 'Mitra dengan nama ini belum tercatat.', en: 'No partner of this name is recorded.' },
  agreementUnknown: {
    id: 'Tidak ada perjanjian dengan nomor itu yang dapat Anda baca.',
    en: 'You can read no agreement of that number.',
  },
  agreementsSeveral: {
    id: 'Beberapa perjanjian bernomor sama. Pilih salah satu dari daftar yang muncul saat Anda mengetik.',
    en: 'Several agreements have this number. Choose one from the list that appears as you type.',
  },
  partnerElsewhere: { id: 'Mitra ini bukan pihak dalam perjanjian itu.', en: 'This partner is not a party to that agreement.' },
})
