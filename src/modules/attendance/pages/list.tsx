import type { Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { askList } from '../../../web/list/ask.ts'
import { show } from '../../../web/show.tsx'
import { searchOffices } from '../../organisation/operations/offices.ts'
import { listAttendance, showAttendance } from '../operations/read.ts'
import { AttendanceList, addressOf } from '../views/list.tsx'
import { attendanceList } from '../views/listing.ts'
import { words } from '../words/words.ts'

export async function listPage(c: Request): Promise<Response> {
  const { kernel, actor, viewer } = c.var
  const meeting = c.req.param('id') ?? ''
  const { asked, answer } = await askList(c, attendanceList, listAttendance, () => ({ meeting }), { wilayah: searchOffices })
  const session = answer.session?.id
  const view = await call(kernel, actor, showAttendance, { meeting, ...(session ? { session } : {}) })
  return show(
    c,
    { title: words[viewer.locale].attendance, breadcrumbs: crumbs(c, view.meeting) },
    <AttendanceList view={view} asked={asked} {...answer} />,
  )
}

export const crumbs = (c: Request, meeting: { id: string; name: string }, here?: string) => [
  { href: `/rapat/${meeting.id}`, label: meeting.name },
  { href: here ? addressOf(meeting.id) : undefined, label: words[c.var.viewer.locale].attendance },
  ...(here ? [{ label: here }] : []),
]
