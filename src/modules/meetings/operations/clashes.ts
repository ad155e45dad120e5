import { z } from 'zod'
import { authorize } from '../../../platform/authority/reach.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { clashesOf } from '../queries/clashes.ts'
import { draftOf } from '../queries/programmes.ts'
import { findMeeting } from '../queries/visible.ts'
import { MeetingClash } from '../schema/clashes.ts'

export const listClashes = operation({
  name: 'clashes.list',
  summary:
    'Who of the draft of a programme is wanted elsewhere at the same time, over the released programmes of all offices; of those that you may not read only that somebody is busy',
  power: 'meeting.write',
  reads: true,
  input: z.object({ meeting: id }),
  output: z.object({ clashes: z.array(MeetingClash) }),
  example: { meeting: example.meeting },
  async run(context, { meeting: meetingId }) {
    const meeting = await findMeeting(context, meetingId)
    authorize(context, 'meeting.write', { path: meeting.path })
    return { clashes: await clashesOf(context, meeting, await draftOf(context, meetingId)) }
  },
})
