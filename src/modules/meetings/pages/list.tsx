import { canAnywhere } from '../../../platform/authority/reach.ts'
import type { Request } from '../../../platform/doors/request.ts'
import { textIn } from '../../../platform/i18n/words.ts'
import { call } from '../../../platform/operation/operation.ts'
import { askList } from '../../../web/list/ask.ts'
import { show } from '../../../web/show.tsx'
import { listMeetingKinds, listMeetings } from '../operations/read.ts'
import { MeetingList } from '../views/list.tsx'
import { meetingList } from '../views/listing.ts'
import { words } from '../words/words.ts'

export async function listPage(c: Request): Promise<Response> {
  const { actor, kernel, viewer } = c.var
  const { asked, answer } = await askList(c, meetingList, listMeetings)
  const { kinds } = asked.values.jenis ? await call(kernel, actor, listMeetingKinds, {}) : { kinds: [] }
  const kind = kinds.find(({ id }) => id === asked.values.jenis)
  return show(
    c,
    { title: words[viewer.locale].meetings },
    <MeetingList
      {...answer}
      asked={asked}
      kindName={kind && textIn(kind.names, viewer.locale)}
      mayAdd={canAnywhere(actor, 'meeting.write')}
    />,
  )
}
