import { canAnywhere } from '../../../platform/authority/reach.ts'
import type { Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { show } from '../../../web/show.tsx'
import { listFindings } from '../operations/read.ts'
import { FindingList } from '../views/list.tsx'
import { words } from '../words.ts'

export async function listPage(c: Request): Promise<Response> {
  const { actor, kernel, viewer } = c.var
  const query = c.req.query()
  const asked = {
    status: query.status,
    kind: query.jenis,
    category: query.kategori,
    office: query.satker,
    partner: query.mitra,
    agreement: query.perjanjian,
    cycle: query.siklus,
    q: query.q,
    sort: query.urut === 'dibuat' ? 'created' : undefined,
    after: query.sesudah,
    before: query.sebelum,
  }
  // An empty field of a filter is a filter not used.
  const input = Object.fromEntries(Object.entries(asked).filter(([, value]) => value))
  const page = await call(kernel, actor, listFindings, input as never)
  const url = new URL(c.req.url)
  return show(
    c,
    { title: words[viewer.locale].findings },
    <FindingList
      {...page}
      url={url.pathname + url.search}
      query={{ ...query, satker: page.office?.id }}
      office={page.office?.name}
      mayAdd={canAnywhere(actor, 'finding.write')}
    />,
  )
}
