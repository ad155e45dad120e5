import { Hono } from 'hono'
import { sendFile } from '../../platform/doors/endpoint.ts'
import type { Env } from '../../platform/doors/request.ts'
import { fileForEverybody, forEverybody } from '../../platform/doors/visitors.ts'
import { call } from '../../platform/operation/operation.ts'
import { notFound } from '../../platform/refusals/refusal.ts'
import { askList } from '../../web/list/ask.ts'
import { show } from '../../web/show.tsx'
import { downloadPublicFile, listRegister, searchRegisterOffices, showExclusions, showRegister } from './operations/read.ts'
import { RegisterAgreementView } from './views/agreement.tsx'
import { RegisterListView } from './views/list.tsx'
import { registerList } from './views/listing.ts'
import { words } from './words.ts'

export const registerPages = new Hono<Env>()

registerPages.use('/daftar-publik/:id/naskah/:document', fileForEverybody(false))
registerPages.get('/daftar-publik/:id/naskah/:document', async c => {
  const { kernel, actor } = c.var
  return sendFile(c, await call(kernel, actor, downloadPublicFile, { id: c.req.param('id'), document: c.req.param('document') }))
})

registerPages.use('/daftar-publik/*', forEverybody)

registerPages.get('/daftar-publik', async c => {
  const { kernel, actor, viewer } = c.var
  const { asked, answer } = await askList(c, registerList, listRegister, undefined, { satker: searchRegisterOffices })
  const { office, year } = asked.asks
  const exclusions = await call(kernel, actor, showExclusions, { office, year } as { office?: string; year?: number })
  return show(c, { title: words[viewer.locale].register }, <RegisterListView {...answer} asked={asked} exclusions={exclusions} />)
})

registerPages.get('/daftar-publik/:id', async c => {
  const { kernel, actor, viewer } = c.var
  const agreement = await call(kernel, actor, showRegister, { id: c.req.param('id') })
  const breadcrumbs = [{ href: '/daftar-publik', label: words[viewer.locale].register }, { label: agreement.number ?? agreement.title }]
  return show(c, { title: agreement.title, breadcrumbs }, <RegisterAgreementView agreement={agreement} />)
})

/** Whoever is not signed in is not asked in at an address below that leads nowhere. */
registerPages.all('/daftar-publik/*', () => {
  throw notFound()
})
