import { Hono } from 'hono'
import { type Env, type Request, redirect } from '../../../platform/doors/request.ts'
import { inEach, type Localized } from '../../../platform/i18n/words.ts'
import { readEntries } from '../../../platform/intake/entries.ts'
import { call } from '../../../platform/operation/operation.ts'
import { askList } from '../../../web/list/ask.ts'
import { plainList } from '../../../web/list/list.ts'
import { readList } from '../../../web/list/read.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { isRead } from '../../imports/schema/batches.ts'
import { CancelPage } from '../../imports/views/cancel.tsx'
import { rowList } from '../../imports/views/listing.ts'
import { words as importWords } from '../../imports/words.ts'
import { words as organisationWords } from '../../organisation/words.ts'
import { retry } from '../../runs/operations/moving.ts'
import { correctPersonRow, decidePersonRows } from '../operations/deciding.ts'
import { listPersonImports, listPersonRows, showPersonImport, showPersonRow } from '../operations/listing.ts'
import { uploadPersons } from '../operations/reading.ts'
import { cancelPersons, confirmPersons } from '../operations/running.ts'
import { cellsOfPerson } from '../rules/person-rows.ts'
import { type PersonBatch, personFields } from '../schema.ts'
import { PersonBatchPage } from '../views/batch.tsx'
import { PersonImportList } from '../views/list.tsx'
import { PersonRowPage } from '../views/row.tsx'
import { receipts } from '../words/receipts.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words.ts'

export const personnelPages = new Hono<Env>()
  .get('/impor-orang', c => list(c))
  .post('/impor-orang', c =>
    submit(c, uploadPersons, {
      done: batch => redirect(c, `/impor-orang/${batch.id}`),
      again: (_values, errors, status) => list(c, errors, status),
    }),
  )
  .get('/impor-orang/:id', async c => {
    const batch = await batchOf(c)
    const list = isRead(batch) ? await askList(c, rowList, listPersonRows, () => ({ id: batch.id })) : null
    const { rows, next, waiting } = list?.answer ?? { rows: [], next: null, waiting: 0 }
    return show(
      c,
      { title: batch.name, breadcrumbs: [...crumbs(c), { label: batch.name }] },
      <PersonBatchPage
        batch={batch}
        rows={rows}
        next={next}
        asked={list?.asked ?? readList(rowList, new URL(c.req.url))}
        waiting={waiting}
      />,
    )
  })
  .post('/impor-orang/:id/konfirmasi', c =>
    act(c, confirmPersons, after => ((after as PersonBatch).state === 'preview' ? refusals.registerChanged : refusals.importStarted)),
  )
  .get('/impor-orang/:id/pembatalan', async c => {
    const batch = await batchOf(c)
    const [path, title] = [`/impor-orang/${batch.id}`, importWords[c.var.viewer.locale].cancelTitle]
    return show(
      c,
      { title, breadcrumbs: [...crumbs(c), { href: path, label: batch.name }, { label: title }] },
      <CancelPage batch={batch} path={path} />,
    )
  })
  .post('/impor-orang/:id/pembatalan', c => act(c, cancelPersons, refusals.importCancelled))
  .post('/impor-orang/:id/pengulangan', async c => {
    const address = `/impor-orang/${c.req.param('id')}`
    return submit(c, retry, {
      add: { id: (await batchOf(c)).runId ?? '' },
      done: () => redirect(c, address, refusals.importRetried),
      again: (_values, _errors, _status, refusal) => redirect(c, address, refusal.localized, 'warning'),
    })
  })
  .post('/impor-orang/:id/keputusan', c => act(c, decidePersonRows, refusals.decisionSaved))
  .get('/impor-orang/:id/baris/:row', async c => rowPage(c))
  .post('/impor-orang/:id/baris/:row', async c => {
    const [batch, row] = [await batchOf(c), await rowOf(c)]
    const typed = new Map((await readEntries(c)).texts)
    // An emptied cell counts as typed: a form leaves it out of its values, so it is told from what was there.
    const cells = cellsOfPerson(batch.headers)(row)
    const correction = Object.fromEntries(
      personFields
        .map(field => [field, typed.get(`correction.${field}`) ?? ''] as const)
        .filter(([field, text]) => text !== (cells[field] ?? '').replace(/\s*\n\s*/g, ' ') && text !== (cells[field] ?? '')),
    )
    return submit(c, correctPersonRow, {
      add: { ...c.req.param(), correction },
      done: after => redirect(c, `/impor-orang/${batch.id}/baris/${after.place}`, receipts.rowJudged({ row: after.row })),
      again: (_values, errors, status) => rowPage(c, Object.fromEntries(typed), errors, status),
    })
  })

const batchOf = (c: Request) => call(c.var.kernel, c.var.actor, showPersonImport, { id: c.req.param('id')! })
const rowOf = (c: Request) => call(c.var.kernel, c.var.actor, showPersonRow, c.req.param() as { id: string; row: string })
const crumbs = (c: Request) => [
  { href: '/orang', label: organisationWords[c.var.viewer.locale].people },
  { href: '/impor-orang', label: words[c.var.viewer.locale].title },
]

async function list(c: Request, errors?: Errors, status: 200 | 422 | 409 = 200) {
  const { asked, answer } = await askList(c, plainList, listPersonImports)
  const most = `${Math.floor(c.var.kernel.files.limit / 1024 / 1024)} MB`
  const [people, here] = crumbs(c)
  return show(
    c,
    { title: words[c.var.viewer.locale].title, status, breadcrumbs: [people!, { label: here!.label }] },
    <PersonImportList {...answer} asked={asked} most={most} {...(errors ? { errors } : {})} />,
  )
}

async function rowPage(c: Request, values?: Record<string, string>, errors?: Errors, status: 200 | 422 | 409 = 200) {
  const [batch, row] = [await batchOf(c), await rowOf(c)]
  const title = words[c.var.viewer.locale].rowNumber(row)
  return show(
    c,
    { title, status, breadcrumbs: [...crumbs(c), { href: `/impor-orang/${batch.id}`, label: batch.name }, { label: title }] },
    <PersonRowPage batch={batch} row={row} isStale={status === 409} {...(values && { values })} {...(errors && { errors })} />,
  )
}

/** One button on the page of the import; a refusal is said there. */
const act = (c: Request, operation: Parameters<typeof submit>[1], said: Localized | ((after: unknown) => Localized)) =>
  submit(c, operation, {
    add: c.req.param(),
    done: after =>
      redirect(
        c,
        `/impor-orang/${c.req.param('id')}`,
        typeof said === 'function' ? said(after) : said,
        (after as { state?: string }).state === 'preview' ? 'warning' : undefined,
      ),
    again: (_values, errors) => {
      const text = Object.values(errors).flat().join(' ')
      return redirect(
        c,
        `/impor-orang/${c.req.param('id')}`,
        inEach(() => text),
        'warning',
      )
    },
  })
