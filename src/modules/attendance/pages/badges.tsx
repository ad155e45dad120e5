import type { Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { askList } from '../../../web/list/ask.ts'
import { plainList } from '../../../web/list/list.ts'
import { show } from '../../../web/show.tsx'
import { listBadges, showBadge } from '../operations/badges.ts'
import { BadgeSheet, OwnBadgePage } from '../views/badges.tsx'
import { words } from '../words/words.ts'
import { crumbs } from './list.tsx'

export async function ownBadgePage(c: Request): Promise<Response> {
  const { meeting, badge } = await call(c.var.kernel, c.var.actor, showBadge, { meeting: c.req.param('id') ?? '' })
  c.header('cache-control', 'no-store')
  const title = words[c.var.viewer.locale].ownBadge
  return show(
    c,
    { title, breadcrumbs: [{ href: `/rapat/${meeting.id}`, label: meeting.name }, { label: title }] },
    <OwnBadgePage meeting={meeting} badge={badge} />,
  )
}

export async function sheetPage(c: Request): Promise<Response> {
  const { asked, answer } = await askList(c, plainList, listBadges, () => ({ meeting: c.req.param('id') }))
  const title = words[c.var.viewer.locale].badges
  c.header('cache-control', 'no-store')
  return show(c, { title, breadcrumbs: crumbs(c, answer.meeting, title) }, <BadgeSheet {...answer} url={asked.url} />)
}
