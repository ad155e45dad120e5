import { z } from 'zod'
import { timer } from '../../platform/timers/timer.ts'
import { closeWhenOver } from './operations/closing.ts'
import { remindThisMorning } from './operations/reminding.ts'
import { titles } from './words/titles.ts'

export const evaluationTimers = [
  timer({
    kind: 'cycle.close',
    names: titles.closingCycle,
    deed: 'cycles.closeDue',
    payload: z.object({}),
    run: (context, { subject }) => closeWhenOver(context, subject.id),
  }),
  timer({
    kind: 'cycle.remind',
    names: titles.remindingEvaluation,
    deed: 'assignments.remind',
    payload: z.object({}),
    run: (context, { subject }) => remindThisMorning(context, subject.id),
  }),
]
