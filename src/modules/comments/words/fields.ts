import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { words } from '../words.ts'

const names = define('comments.fields', {
  id: {
    text: 'Komentar',
    audience: 'Pembaca',
    mentions: 'Diberi tahu',
    attachments: 'Lampiran',
  },
  en: {
    text: 'Comment',
    audience: 'Readers',
    mentions: 'Notified',
    attachments: 'Attachments',
  },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: { audience: locale => words[locale].audiences },
}
