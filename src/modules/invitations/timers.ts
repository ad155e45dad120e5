import { z } from 'zod'
import { timer } from '../../platform/timers/timer.ts'
import { remindBefore } from './operations/following.ts'
import { titles } from './words/titles.ts'

export const invitationTimers = [
  timer({
    kind: 'meeting.remindInvitees',
    names: titles.remindingInvitees,
    deed: 'invitations.remind',
    payload: z.object({}),
    run: (context, { subject }) => remindBefore(context, subject.id),
  }),
]
