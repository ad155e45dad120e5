import { canAnywhere } from '../../../platform/authority/reach.ts'
import type { Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { show } from '../../../web/show.tsx'
import { listFollowUps, showProgress } from '../operations/read.ts'
import { FollowUpList } from '../views/list.tsx'
import { FollowUpProgress } from '../views/progress.tsx'
import { words } from '../words.ts'

const sorts: Record<string, string> = { tempo: 'due', '-tempo': '-due', dibuat: 'created', '-dibuat': '-created' }

export async function listPage(c: Request): Promise<Response> {
  const { actor, kernel, viewer } = c.var
  const query = c.req.query()
  const page = await call(kernel, actor, listFollowUps, {
    ...withoutEmpty({
      state: query.status,
      active: query.semua || query.status ? undefined : 'ya',
      overdue: query.terlambat,
      important: query.penting,
      office: query.satker,
      owner: query.pemilik,
      partner: query.mitra,
      mine: query.saya,
      toVerify: query.periksa,
      soon: query.segera,
      cycle: query.siklus,
      q: query.q,
      after: query.sesudah,
      before: query.sebelum,
    }),
    sort: sorts[query.urut ?? ''] ?? 'due',
  } as never)
  const url = new URL(c.req.url)
  const { followUps: title } = words[viewer.locale]
  return show(
    c,
    { title, breadcrumbs: [] },
    <FollowUpList
      {...page}
      {...tabs(c)}
      current={query.periksa ? 'toVerify' : query.saya ? 'mine' : query.semua || query.status ? 'all' : 'active'}
      url={url.pathname + url.search}
      query={{ ...query, satker: page.office?.id }}
      office={page.office?.name}
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
/** An empty field of a filter is a filter not used. */
const withoutEmpty = (fields: Record<string, string | undefined>) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value))
