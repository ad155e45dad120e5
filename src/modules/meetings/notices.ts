import { z } from 'zod'
import { noticeKind } from '../../platform/notices/kind.ts'
import { moveText } from './rules/moves.ts'
import { WhenAndWhere } from './schema/meetings.ts'
import { titles } from './words/titles.ts'
import { words } from './words/words.ts'

export const meetingNotices = [
  noticeKind({
    kind: 'meeting.programme',
    names: titles.programmeChanges,
    mail: 'now',
    params: z.object({ title: z.string(), count: z.int() }),
    say: (locale, { title, count }) => words[locale].released({ title, count }),
    path: (_, id) => `/rapat/${id}/acara`,
  }),
  noticeKind({
    kind: 'meeting.moved',
    names: titles.meetingMoves,
    mail: 'now',
    params: z.object({ title: z.string(), was: WhenAndWhere, is: WhenAndWhere }),
    say: (locale, { title, was, is }) => words[locale].moved({ title, change: moveText(locale, was, is) }),
  }),
  noticeKind({
    kind: 'meeting.state',
    names: titles.meetingChanges,
    mail: 'now',
    params: z.object({ title: z.string(), event: z.enum(['cancelled', 'restored']) }),
    say: (locale, { title, event }) => words[locale].told[event]({ title }),
  }),
]
