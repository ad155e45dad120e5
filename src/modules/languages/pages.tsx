import { Hono } from 'hono'
import { sendFile } from '../../platform/doors/endpoint.ts'
import type { Env, Request } from '../../platform/doors/request.ts'
import { call } from '../../platform/operation/operation.ts'
import { show, submit } from '../../web/show.tsx'
import type { Errors } from '../../web/ui/form-state.ts'
import { exportWords } from './operations/export.ts'
import { importWords } from './operations/import.ts'
import { listLanguages } from './operations/list.ts'
import type { Imported } from './schema.ts'
import { LanguagesPage } from './views.tsx'
import { words } from './words.ts'

export const languagePages = new Hono<Env>()
  .get('/bahasa', c => page(c, 200))
  .post('/bahasa', c =>
    submit(c, importWords, {
      done: imported => page(c, 200, { imported }),
      again: (_values, errors, status) => page(c, status, { errors }),
    }),
  )
  .get('/bahasa/berkas', async c =>
    sendFile(c, await call(c.var.kernel, c.var.actor, exportWords, { language: c.req.query('bahasa') ?? '' })),
  )

async function page(c: Request, status: 200 | 422 | 409, given: { imported?: Imported; errors?: Errors } = {}) {
  const { languages } = await call(c.var.kernel, c.var.actor, listLanguages, {})
  return show(c, { title: words[c.var.viewer.locale].title, status }, <LanguagesPage languages={languages} {...given} />)
}
