import { texts } from '../../../platform/i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('notices.refusals', {
  preferenceMalformed: {
    id: 'Tulis jenis dan cara seperti followup.due:digest.',
    en: 'Enter a type and a way, such as followup.due:digest.',
  },
  quietHourMissing: { id: 'Isi kedua jam tenang, atau kosongkan keduanya.', en: 'Enter both quiet hours, or neither.' },
  noticeKindUnknown: { id: 'Jenis pemberitahuan ini tidak dikenal.', en: 'There is no such type of notification.' },
  noticeKindRequired: {
    id: 'Surel tentang “{names}” tidak dapat dimatikan karena ada tugas yang menunggu Anda.',
    en: 'You cannot turn off e-mails about “{names}”, as they are about work you have to do.',
  },
})
