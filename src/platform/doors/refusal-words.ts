import { texts } from '../i18n/words.ts'

/** What is refused, and why. */
export const refusals = texts('platform.doors.refusals', {
  fileOfNoObject: { id: 'Berkas ini harus memuat satu objek JSON.', en: 'This file must contain one JSON object.' },
  jsonInvalid: { id: 'Ini bukan JSON yang benar: {message}', en: 'This is not valid JSON: {message}' },
  personUnknown: { id: 'Tidak ada orang dengan surel {email}.', en: 'There is no person with the e-mail address {email}.' },
  n1200Characters: { id: '1 sampai 200 karakter.', en: '1 to 200 characters.' },
})
