import { Hono } from 'hono'
import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { openApi } from '../../platform/doors/openapi.ts'
import type { Env } from '../../platform/doors/request.ts'
import { notFound } from '../../platform/refusals/refusal.ts'
import { show } from '../../web/show.tsx'
import { type ApiOperation, operationsOf } from './rules.ts'
import { ApiOverview, ApiProblems, ApiSubject } from './views.tsx'
import { words } from './words.ts'

/** The documentation of the REST door for people, made from the same OpenAPI document that programs read; a subject a page. */
export function manualPages(endpoints: () => Endpoint[]): Hono<Env> {
  const app = new Hono<Env>()
  let cached: ApiOperation[] | undefined
  const all = (server: string) => (cached ??= operationsOf(openApi(endpoints(), server)))

  app.get('/api', c => {
    const { title } = words[c.var.viewer.locale]
    const server = `${c.var.kernel.baseUrl}/api/v1`
    const operations = all(c.var.kernel.baseUrl)
    const subject = c.req.query('bagian')
    if (!subject) return show(c, { title }, <ApiOverview operations={operations} server={server} />)
    const some = operations.filter(({ tag }) => tag === subject)
    if (!some.length) throw notFound()
    return show(
      c,
      { title: `${title}: ${subject}`, breadcrumbs: [{ href: '/api', label: title }, { label: subject }] },
      <ApiSubject subject={subject} operations={some} server={server} />,
    )
  })

  app.get('/api/problems', c => {
    const { title, problems } = words[c.var.viewer.locale]
    return show(c, { title: problems, breadcrumbs: [{ href: '/api', label: title }, { label: problems }] }, <ApiProblems />)
  })
  return app
}
