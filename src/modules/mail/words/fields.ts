import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { words } from '../words.ts'

const names = define('mail.fields', {
  id: {
    letters: 'Surel',
    recipient: 'Penerima',
    subject: 'Perihal',
  },
  en: {
    letters: 'E-mails',
    recipient: 'Recipient',
    subject: 'Subject',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: { state: locale => words[locale].states },
  silent: ['sentAs'],
}
