import { z } from 'zod'
import { sendDigest } from '../../platform/notices/digest.ts'
import { timer } from '../../platform/timers/timer.ts'
import { titles } from './words/titles.ts'

export const noticeTimers = [
  timer({
    kind: 'notices.digest',
    names: titles.summary,
    deed: 'notices.digest',
    payload: z.object({}),
    run: (context, { subject }) => sendDigest(context, subject.id),
  }),
]
