import { canAnywhere } from '../../../platform/authority/reach.ts'
import type { Request } from '../../../platform/doors/request.ts'
import { askList } from '../../../web/list/ask.ts'
import { bulkChoices } from '../../../web/list/selection.tsx'
import { show } from '../../../web/show.tsx'
import { searchAgreements } from '../../agreements/operations/read.ts'
import { searchOffices } from '../../organisation/operations/offices.ts'
import { searchPartners } from '../../partners/operations/read.ts'
import { searchCycles } from '../operations/choices.ts'
import { listFindings, listGroups } from '../operations/read.ts'
import { FindingList, GroupList } from '../views/list.tsx'
import { findingList } from '../views/listing.ts'
import { words } from '../words.ts'

const choices = { satker: searchOffices, mitra: searchPartners, perjanjian: searchAgreements, siklus: searchCycles }

export async function listPage(c: Request): Promise<Response> {
  const { actor, viewer } = c.var
  const frame = { title: words[viewer.locale].findings }
  const mayAdd = canAnywhere(actor, 'finding.write')
  const bulk = bulkChoices(c, 'finding')
  if (c.req.query('tampil') === 'kelompok') {
    const { asked, answer } = await askList(c, findingList, listGroups, undefined, choices)
    return show(c, frame, <GroupList {...answer} asked={asked} mayAdd={mayAdd} bulk={bulk} />)
  }
  const { asked, answer } = await askList(c, findingList, listFindings, undefined, choices)
  return show(c, frame, <FindingList {...answer} asked={asked} mayAdd={mayAdd} bulk={bulk} />)
}
