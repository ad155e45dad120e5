import { z } from 'zod'
import { noticeKind } from '../../platform/notices/kind.ts'
import { states } from './schema/voices.ts'
import { titles } from './words/titles.ts'
import { words } from './words/words.ts'

export const voiceNotices = [
  noticeKind({
    kind: 'voice.reply',
    names: titles.replies,
    mail: 'now',
    params: z.object({ title: z.string(), meeting: z.string(), state: z.enum(states) }),
    say: (locale, { title, state }) => words[locale].told[state]({ title }),
    path: ({ meeting }) => `/rapat/${meeting}/suara/kirim#milik-saya`,
  }),
]
