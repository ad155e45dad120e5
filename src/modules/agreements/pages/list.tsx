import { Hono } from 'hono'
import { canAnywhere, reachOf } from '../../../platform/authority/reach.ts'
import type { Env } from '../../../platform/doors/request.ts'
import { askList } from '../../../web/list/ask.ts'
import { bulkChoices } from '../../../web/list/selection.tsx'
import { show } from '../../../web/show.tsx'
import { searchPartners } from '../../partners/operations/read.ts'
import { listAgreements, searchOffices } from '../operations/read.ts'
import { AgreementListView } from '../views/list.tsx'
import { agreementList } from '../views/listing.ts'
import { words } from '../words.ts'

export const listPages = new Hono<Env>()

listPages.get('/perjanjian', async c => {
  const { actor, viewer } = c.var
  const { asked, answer } = await askList(c, agreementList, listAgreements, undefined, { satker: searchOffices, mitra: searchPartners })
  const reach = reachOf(actor, 'agreement.read')
  return show(
    c,
    { title: words[viewer.locale].agreements },
    <AgreementListView
      {...answer}
      asked={asked}
      mayExport={canAnywhere(actor, 'agreement.export')}
      bulk={bulkChoices(c, 'agreement')}
      mayAdd={canAnywhere(actor, 'agreement.write')}
      offices={reach.everywhere || reach.below.length + reach.at.length > 1 || (reach.below.length > 0 && actor.office?.kind !== 'regency')}
      forPartner={!reach.everywhere && reach.below.length + reach.at.length === 0}
    />,
  )
})
