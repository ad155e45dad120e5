import { Hono } from 'hono'
import { canAnywhere, reachOf } from '../../../platform/authority/reach.ts'
import type { Env } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { show } from '../../../web/show.tsx'
import { listAgreements } from '../operations/read.ts'
import { AgreementListView } from '../views/list.tsx'
import { words } from '../words.ts'
import { exportAddress, queryOf } from './query.ts'

export const listPages = new Hono<Env>()

listPages.get('/perjanjian', async c => {
  const { actor, viewer, kernel } = c.var
  const url = new URL(c.req.url)
  const { values, filter, sort, asked } = queryOf(url.searchParams)
  const answer = await call(kernel, actor, listAgreements, {
    ...filter,
    sort: asked,
    after: url.searchParams.get('sesudah') || undefined,
    before: url.searchParams.get('sebelum') || undefined,
  })
  const reach = reachOf(actor, 'agreement.read')
  const exports = canAnywhere(actor, 'agreement.export')
    ? { csv: exportAddress(filter, asked, 'csv'), xlsx: exportAddress(filter, asked, 'xlsx'), json: exportAddress(filter, asked, 'json') }
    : null
  return show(
    c,
    { title: words[viewer.locale].agreements },
    <AgreementListView
      {...answer}
      url={url.pathname + url.search}
      values={values}
      sort={sort}
      exports={exports}
      mayAdd={canAnywhere(actor, 'agreement.write')}
      offices={reach.everywhere || reach.below.length + reach.at.length > 1 || (reach.below.length > 0 && actor.office?.kind !== 'regency')}
      forPartner={!reach.everywhere && reach.below.length + reach.at.length === 0}
    />,
  )
})
