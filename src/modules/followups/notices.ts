import { z } from 'zod'
import { formatDay } from '../../platform/i18n/format.ts'
import { noticeKind } from '../../platform/notices/kind.ts'
import { letterWords } from './words/letters.ts'

const letters = Object.keys(letterWords.id.subjects) as [keyof typeof letterWords.id.subjects]
const Happened = z.object({ number: z.string(), action: z.string(), letter: z.enum(letters) })
const happened = {
  params: Happened,
  mail: 'now' as const,
  say: (locale: 'id' | 'en', { number, action, letter }: z.output<typeof Happened>) =>
    `${letterWords[locale].subjects[letter]}: ${number} ${action}`,
}

export const followUpNotices = [
  noticeKind({
    kind: 'followup.work',
    names: { id: 'Tindak lanjut untuk Anda kerjakan', en: 'Follow-ups for you to do' },
    isRequired: true,
    ...happened,
  }),
  noticeKind({
    kind: 'followup.verify',
    names: { id: 'Tindak lanjut untuk Anda periksa', en: 'Follow-ups for you to verify' },
    isRequired: true,
    ...happened,
  }),
  noticeKind({
    kind: 'followup.news',
    names: { id: 'Perubahan pada tindak lanjut Anda', en: 'Changes of your follow-ups' },
    ...happened,
  }),
  noticeKind({
    kind: 'followup.due',
    names: { id: 'Tenggat tindak lanjut Anda', en: 'Due dates of your follow-ups' },
    mail: 'digest',
    params: z.object({ number: z.string(), action: z.string(), dueOn: z.string(), stands: z.enum(['soon', 'today', 'late']) }),
    say: (locale, { number, action, dueOn, stands }) =>
      letterWords[locale].due({ stands: letterWords[locale].stands[stands], number, action, due: formatDay(locale, dueOn) }),
  }),
]
