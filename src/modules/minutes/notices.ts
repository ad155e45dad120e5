import { z } from 'zod'
import { noticeKind } from '../../platform/notices/kind.ts'
import { titles } from './words/titles.ts'
import { words } from './words/words.ts'

export const minutesNotices = [
  noticeKind({
    kind: 'minutes.state',
    names: titles.minutesChanges,
    mail: 'now',
    params: z.object({ title: z.string(), event: z.enum(['sent', 'returned', 'approved', 'distributed']) }),
    say: (locale, { title, event }) => words[locale].told[event]({ title }),
  }),
]
