import { z } from 'zod'
import { noticeKind } from '../../platform/notices/kind.ts'
import { titles } from './words/titles.ts'
import { words } from './words.ts'

/** What was written is not in it: it is read where it is still for the reader to read. */
export const commentNotices = [
  noticeKind({
    kind: 'comment.mention',
    names: titles.mentions,
    mail: 'now',
    params: z.object({ author: z.string(), about: z.string() }),
    say: (locale, params) => words[locale].mentioned(params),
  }),
]
