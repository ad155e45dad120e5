import { canAnywhere } from '../../../platform/authority/reach.ts'
import type { Request } from '../../../platform/doors/request.ts'
import { askList } from '../../../web/list/ask.ts'
import { show } from '../../../web/show.tsx'
import { listFindings } from '../operations/read.ts'
import { FindingList } from '../views/list.tsx'
import { findingList } from '../views/listing.ts'
import { words } from '../words.ts'

export async function listPage(c: Request): Promise<Response> {
  const { actor, viewer } = c.var
  const { asked, answer } = await askList(c, findingList, listFindings)
  return show(
    c,
    { title: words[viewer.locale].findings },
    <FindingList {...answer} asked={asked} mayAdd={canAnywhere(actor, 'finding.write')} />,
  )
}
