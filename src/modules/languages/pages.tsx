import { Hono } from 'hono'
import type { ComponentProps } from 'preact'
import { sendFile } from '../../platform/doors/endpoint.ts'
import type { Env, Request } from '../../platform/doors/request.ts'
import { call } from '../../platform/operation/operation.ts'
import { Refusal } from '../../platform/refusals/refusal.ts'
import { errorsOf, show, submit } from '../../web/show.tsx'
import { exportWords } from './operations/export.ts'
import { importWords } from './operations/import.ts'
import { listLanguages } from './operations/list.ts'
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
  .get('/bahasa/berkas', async c => {
    const bahasa = c.req.query('bahasa') ?? ''
    try {
      return sendFile(c, await call(c.var.kernel, c.var.actor, exportWords, { language: bahasa }))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'invalid')) throw error
      const { language = [] } = errorsOf(error, c.var.viewer.locale)
      return page(c, 422, { asked: { values: { bahasa }, errors: { bahasa: language } } })
    }
  })

type Given = Omit<ComponentProps<typeof LanguagesPage>, 'languages'>

async function page(c: Request, status: 200 | 422 | 409, given: Given = {}) {
  const { languages } = await call(c.var.kernel, c.var.actor, listLanguages, {})
  return show(c, { title: words[c.var.viewer.locale].title, status }, <LanguagesPage languages={languages} {...given} />)
}
