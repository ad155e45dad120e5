import { canAnywhere } from '../../../platform/authority/reach.ts'
import type { Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { askList } from '../../../web/list/ask.ts'
import { bulkChoices } from '../../../web/list/selection.tsx'
import { show } from '../../../web/show.tsx'
import { searchOffices } from '../../organisation/operations/offices.ts'
import { searchPartners } from '../../partners/operations/read.ts'
import { searchCycles, searchOwners } from '../operations/choices.ts'
import { listFollowUps, showProgress } from '../operations/read.ts'
import { FollowUpList } from '../views/list.tsx'
import { filterOf, followUpList } from '../views/listing.ts'
import { FollowUpProgress } from '../views/progress.tsx'
import { words } from '../words.ts'

const choices = { satker: searchOffices, pemilik: searchOwners, mitra: searchPartners, siklus: searchCycles }

export async function listPage(c: Request): Promise<Response> {
  const { actor, viewer } = c.var
  const { asked, answer } = await askList(c, followUpList, listFollowUps, filterOf, choices)
  const { saya, periksa, semua, status } = asked.values
  const { followUps: title } = words[viewer.locale]
  return show(
    c,
    { title, breadcrumbs: [] },
    <FollowUpList
      {...answer}
      {...tabs(c)}
      current={periksa ? 'toVerify' : saya ? 'mine' : semua || status ? 'all' : 'active'}
      asked={asked}
      bulk={bulkChoices(c, 'follow_up')}
      mayAdd={canAnywhere(actor, 'followup.write')}
    />,
  )
}

export async function progressPage(c: Request): Promise<Response> {
  const { actor, kernel, viewer } = c.var
  const progress = await call(kernel, actor, showProgress, {})
  const w = words[viewer.locale]
  return show(
    c,
    { title: w.progress.title, breadcrumbs: [{ href: '/tindak-lanjut', label: w.followUps }, { label: w.list.progress }] },
    <FollowUpProgress {...progress} {...tabs(c)} current="progress" />,
  )
}

const tabs = ({ var: { actor } }: Request) => ({
  own: canAnywhere(actor, 'followup.report'),
  judges: canAnywhere(actor, 'followup.verify'),
})
