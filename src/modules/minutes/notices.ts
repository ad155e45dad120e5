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
  noticeKind({
    kind: 'minutes.correction',
    names: titles.corrections,
    mail: 'now',
    params: z.object({ title: z.string(), event: z.enum(['sent', 'taken', 'declined']) }),
    say: (locale, { title, event }) => words[locale].toldOfCorrection[event]({ title }),
    path: (_, id) => `/notula/${id}#koreksi`,
  }),
]
