import { Hono } from 'hono'
import { show } from '../web/show.tsx'
import type { Endpoint } from './endpoint.ts'
import { openApi } from './openapi.ts'
import { type ApiOperation, operationsOf } from './openapi-operations.ts'
import { ApiOverview, ApiProblems, ApiSubject } from './openapi-views.tsx'
import { words } from './openapi-words.ts'
import { notFound } from './refusal.ts'
import type { Env } from './request.ts'

/** The documentation of the REST door for people, made from the same OpenAPI document that programs read; a subject a page. */
export function apiPages(endpoints: Endpoint[]): Hono<Env> {
  const app = new Hono<Env>()
  let cached: ApiOperation[] | undefined
  const all = (server: string) => (cached ??= operationsOf(openApi(endpoints, server)))

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
