import { z } from 'zod'
import { formatDay, listOf } from '../../platform/i18n/format.ts'
import type { Locale } from '../../platform/i18n/words.ts'
import { noticeKind } from '../../platform/notices/kind.ts'
import { letterWords } from './words/letters.ts'
import { titles } from './words/titles.ts'

const letters = Object.keys(letterWords.id.subjects) as [keyof typeof letterWords.id.subjects]
const Happened = z.object({ number: z.string(), action: z.string(), letter: z.enum(letters) })
const happened = {
  params: Happened,
  mail: 'now' as const,
  say: (locale: Locale, { number, action, letter }: z.output<typeof Happened>) =>
    `${number} – ${letterWords[locale].subjects[letter]}: ${action}`,
}

export const followUpNotices = [
  noticeKind({
    kind: 'followup.work',
    names: titles.followUps2,
    isRequired: true,
    ...happened,
  }),
  noticeKind({
    kind: 'followup.verify',
    names: titles.followUpsVerify,
    isRequired: true,
    ...happened,
  }),
  noticeKind({
    kind: 'followup.news',
    names: titles.changesFollowUps,
    ...happened,
  }),
  noticeKind({
    kind: 'followup.due',
    names: titles.dueDatesFollowUps,
    mail: 'digest',
    params: z.object({ number: z.string(), action: z.string(), dueOn: z.string(), stands: z.enum(['soon', 'today', 'late']) }),
    say: (locale, { number, action, dueOn, stands }) =>
      letterWords[locale].due({ stands: letterWords[locale].stands[stands], number, action, due: formatDay(locale, dueOn) }),
  }),
  noticeKind({
    kind: 'followup.escalated',
    names: titles.overdueAtOffices,
    mail: 'digest',
    params: z.object({ number: z.string(), action: z.string(), dueOn: z.string(), passed: z.array(z.string()) }),
    say: (locale, { number, action, dueOn, passed }) => {
      const w = letterWords[locale]
      const line = w.escalated({ number, action, due: formatDay(locale, dueOn) })
      return passed.length ? `${line} ${w.passed({ offices: listOf(locale, 'conjunction', passed) })}` : line
    },
  }),
]
