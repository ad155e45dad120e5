import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('notices.refusals', {
  preferenceMalformed: {
    id: 'Tulis jenis dan cara seperti followup.due:digest.',
    en: 'Give a kind and a way, such as followup.due:digest.',
  },
  quietHourMissing: { id: 'Isi kedua jam tenang, atau kosongkan keduanya.', en: 'Give both quiet hours, or neither.' },
  noticeKindUnknown: { id: 'Jenis pemberitahuan ini tidak dikenal.', en: 'There is no such kind of notice.' },
  noticeKindRequired: {
    id: 'Surat tentang "{names}" tidak dapat dimatikan karena ada pekerjaan yang menunggu Anda.',
    en: 'Letters about "{names}" cannot be turned off, since work waits for you.',
  },
})
