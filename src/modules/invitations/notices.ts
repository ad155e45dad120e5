import { z } from 'zod'
import { noticeKind } from '../../platform/notices/kind.ts'
import { timesText } from '../meetings/rules/times-text.ts'
import { WhenAndWhere } from '../meetings/schema/meetings.ts'
import { classWords } from './words/classes.ts'
import { titles } from './words/titles.ts'
import { words } from './words/words.ts'

export const invitationNotices = [
  noticeKind({
    kind: 'meeting.class',
    names: titles.classes,
    mail: 'now',
    params: z.object({ title: z.string(), class: z.string(), event: z.enum(['placed', 'removed', 'allotted', 'queued']) }),
    say: (locale, { event, ...params }) => classWords[locale].told[event](params),
  }),
  noticeKind({
    kind: 'meeting.proxy',
    names: titles.proxies,
    mail: 'now',
    params: z.object({ principal: z.string(), title: z.string() }),
    say: (locale, { principal, title }) => words[locale].proxyTo({ principal, title }),
  }),
  noticeKind({
    kind: 'meeting.invitationMoved',
    names: titles.invitationMoves,
    // The letter moves the entry of their calendar.
    mail: 'off',
    params: z.object({ title: z.string(), is: WhenAndWhere }),
    say: (locale, { title, is }) =>
      words[locale].invitationMoved({ title, when: timesText(locale, is), where: [is.place, is.link].filter(Boolean).join(', ') }),
    path: (_, id) => `/undangan/${id}`,
  }),
  noticeKind({
    kind: 'meeting.invitation',
    names: titles.invitations,
    // The letter with the personal link and the entry for the calendar is one of its own.
    mail: 'off',
    params: z.object({ title: z.string() }),
    say: (locale, { title }) => words[locale].invitedTo({ title }),
    path: (_, id) => `/undangan/${id}`,
  }),
]
