import { Hono } from 'hono'
import { type Env, type FormValues, type Request, redirect } from '../../platform/doors/request.ts'
import { call } from '../../platform/operation/operation.ts'
import { show, submit } from '../../web/show.tsx'
import type { Errors } from '../../web/ui/form-state.ts'
import { search } from './operations/list.ts'
import { listSavedSearches, removeSavedSearch, renameSavedSearch, saveSearch } from './operations/saved.ts'
import { longest, type SearchAnswer } from './schema.ts'
import { type SearchAddress, SearchView } from './views.tsx'
import { receipts } from './words/receipts.ts'
import { words } from './words.ts'

export const searchPages = new Hono<Env>()
  .get('/cari', c => showSearch(c, askedBy(new URL(c.req.url).searchParams)))
  .post('/cari/tersimpan', c =>
    submit(c, saveSearch, {
      asked: ['name'],
      done: ({ address }) => redirect(c, address, receipts.saved),
      again: (values, errors, status) => showSearch(c, askedAt(values.address), { values, errors, status }),
    }),
  )
  .post('/cari/tersimpan/:id', c =>
    submit(c, renameSavedSearch, {
      add: { id: c.req.param('id') },
      asked: ['name'],
      done: () => redirect(c, '/cari', receipts.renamed),
      again: (values, errors, status) => showSearch(c, askedAt(''), { id: c.req.param('id'), values, errors, status }),
    }),
  )
  .post('/cari/tersimpan/:id/penghapusan', c =>
    submit(c, removeSavedSearch, {
      add: { id: c.req.param('id') },
      done: () => redirect(c, '/cari', receipts.removed),
      again: (values, errors, status) => showSearch(c, askedAt(''), { id: c.req.param('id'), values, errors, status }),
    }),
  )

type Again = { id?: string; values: FormValues; errors: Errors; status: 422 | 409 }

async function showSearch(c: Request, asked: SearchAddress, again?: Again) {
  const w = words[c.var.viewer.locale]
  const { kernel, actor } = c.var
  const isLong = asked.q.length > longest
  const answer: SearchAnswer = isLong ? { outcome: 'empty', exact: [], groups: [] } : await call(kernel, actor, search, asked)
  const { saved } = asked.q === '' || again ? await call(kernel, actor, listSavedSearches, {}) : { saved: [] }
  return show(
    c,
    { title: asked.q ? w.titleOf({ words: asked.q.slice(0, 60) }) : w.title, ...(again && { status: again.status }) },
    <SearchView asked={asked} answer={answer} isLong={isLong} saved={saved} again={again} />,
  )
}

/** What an address asks for; what it does not say rightly is not asked. */
function askedBy(parameters: URLSearchParams): SearchAddress {
  const kind = parameters.get('jenis') ?? undefined
  const page = Number(parameters.get('halaman'))
  return {
    q: (parameters.get('q') ?? '').trim(),
    ...(kind && kind.length <= 50 ? { kind } : {}),
    page: Number.isInteger(page) && page >= 1 && page <= 20 ? page : 1,
  }
}

const askedAt = (address: unknown): SearchAddress =>
  askedBy(typeof address === 'string' && address.startsWith('/cari?') ? new URLSearchParams(address.slice(6)) : new URLSearchParams())
