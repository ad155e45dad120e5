import { z } from 'zod'
import { timer } from '../../platform/timers/timer.ts'
import { closeWhenOver } from './operations/closing.ts'

export const evaluationTimers = [
  timer({
    kind: 'cycle.close',
    deed: 'cycles.closeDue',
    payload: z.object({}),
    run: (context, { subject }) => closeWhenOver(context, subject.id),
  }),
]
