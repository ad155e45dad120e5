import { z } from 'zod'
import { timer } from '../../platform/timers/timer.ts'
import { remindOwner } from './operations/reminding.ts'

export const followUpTimers = [
  timer({
    kind: 'followup.remind',
    deed: 'followups.remind',
    payload: z.object({}),
    run: (context, { subject }) => remindOwner(context, subject.id),
  }),
]
