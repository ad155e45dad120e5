import { z } from 'zod'
import { timer } from '../../platform/timers/timer.ts'
import { tellMoved } from './operations/moving.ts'
import { titles } from './words/titles.ts'

export const meetingTimers = [
  timer({
    kind: 'meeting.moved',
    names: titles.tellingMoves,
    deed: 'meetings.tellMoved',
    payload: z.object({}),
    run: (context, { subject }) => tellMoved(context, subject.id),
  }),
]
