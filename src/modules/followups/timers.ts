import { z } from 'zod'
import { timer } from '../../platform/timers/timer.ts'
import { escalateFollowUp } from './operations/escalating.ts'
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
  timer({
    kind: 'followup.escalate',
    names: titles.escalating,
    deed: 'followups.escalate',
    payload: z.object({}),
    run: (context, { subject }) => escalateFollowUp(context, subject.id),
  }),
]
