import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('findings.refusals', {
  findingIsSetAside: { id: 'Temuan ini sudah dikesampingkan.', en: 'This finding has already been set aside.' },
  followUpUnderWay: {
    id: 'Temuan ini sedang ditindaklanjuti. Batalkan atau lepaskan tindak lanjutnya lebih dahulu.',
    en: 'A follow-up of this finding is under way. Cancel or unlink it first.',
  },
  findingNotSetAside: { id: 'Temuan ini tidak sedang dikesampingkan.', en: 'This finding is not set aside.' },
  followUpNotFound: {
    id: 'Tidak ada tindak lanjut dengan nomor itu di wilayah kerja Anda.',
    en: 'There is no follow-up with that number in your area.',
  },
  followUpIsLinked: { id: 'Tindak lanjut ini sudah dikaitkan.', en: 'This follow-up is already linked.' },
  findingToRestore: { id: 'Temuan ini dikesampingkan. Pulihkan lebih dahulu.', en: 'This finding has been set aside. Restore it first.' },
  agreementsSeveral: {
    id: 'Beberapa perjanjian memakai nomor ini. Pilih salah satu dari daftar yang muncul saat Anda mengetik.',
    en: 'Several agreements have this number. Choose one from the list that appears as you type.',
  },
  partnerElsewhere: { id: 'Mitra ini bukan pihak dalam perjanjian itu.', en: 'This partner is not a party to that agreement.' },
})
