import { z } from 'zod'
import { timer } from '../../platform/timers/timer.ts'
import { remindOwner } from './operations/reminding.ts'
import { titles } from './words/titles.ts'

export const followUpTimers = [
  timer({
    kind: 'followup.remind',
    names: titles.reminding,
    deed: 'followups.remind',
    payload: z.object({}),
    run: (context, { subject }) => remindOwner(context, subject.id),
  }),
]
