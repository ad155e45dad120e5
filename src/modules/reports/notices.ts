import { z } from 'zod'
import { noticeKind } from '../../platform/notices/kind.ts'
import { titles } from './words/titles.ts'
import { words } from './words.ts'

export const reportNotices = [
  noticeKind({
    kind: 'report.shared',
    names: titles.sharedReports,
    mail: 'digest',
    params: z.object({ number: z.string(), title: z.string(), office: z.string() }),
    say: (locale, params) => words[locale].sharedWithYou(params),
  }),
]
