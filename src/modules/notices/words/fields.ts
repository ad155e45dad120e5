import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'

const names = define('notices.fields', {
  id: {
    digestHour: 'Jam ringkasan',
    quietFrom: 'Jam tenang mulai',
    quietTo: 'Jam tenang selesai',
    noticeMail: 'Surel pemberitahuan',
  },
  en: {
    digestHour: 'Summary time',
    quietFrom: 'Quiet hours from',
    quietTo: 'Quiet hours until',
    noticeMail: 'Notification e-mails',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
}
