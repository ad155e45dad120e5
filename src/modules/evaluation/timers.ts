import { z } from 'zod'
import { timer } from '../../platform/timers/timer.ts'
import { closeWhenOver } from './operations/closing.ts'
import { remindThisMorning } from './operations/reminding.ts'

export const evaluationTimers = [
  timer({
    kind: 'cycle.close',
    deed: 'cycles.closeDue',
    payload: z.object({}),
    run: (context, { subject }) => closeWhenOver(context, subject.id),
  }),
  timer({
    kind: 'cycle.remind',
    deed: 'assignments.remind',
    payload: z.object({}),
    run: (context, { subject }) => remindThisMorning(context, subject.id),
  }),
]
