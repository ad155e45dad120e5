import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'

const names = define('notices.fields', {
  id: {
    digestHour: 'Jam ringkasan',
    quietFrom: 'Jam tenang mulai',
    quietTo: 'Jam tenang selesai',
    noticeMail: 'Surat pemberitahuan',
  },
  en: {
    digestHour: 'Hour of the summary',
    quietFrom: 'Quiet hours from',
    quietTo: 'Quiet hours until',
    noticeMail: 'Letters of notices',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
}
