import { Hono } from 'hono'
import type { z } from 'zod'
import { type Env, type Request, redirect } from '../../../platform/doors/request.ts'
import { inEach, type Localized } from '../../../platform/i18n/words.ts'
import { readEntries } from '../../../platform/intake/entries.ts'
import { call } from '../../../platform/operation/operation.ts'
import { problemsIn } from '../../../platform/refusals/input-problems.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { askList } from '../../../web/list/ask.ts'
import { plainList } from '../../../web/list/list.ts'
import { readList } from '../../../web/list/read.ts'
import { errorsOf, show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { searchOffices } from '../../organisation/operations/offices.ts'
import { retry } from '../../runs/operations/moving.ts'
import { acceptProposals } from '../operations/accepting.ts'
import { correctRow, decideRows } from '../operations/deciding.ts'
import { listImports, listRows, showColumns, showImport, showRow, showUnread } from '../operations/listing.ts'
import { leaveOutHidden, mapImport, uploadImport } from '../operations/reading.ts'
import { confirmImport } from '../operations/running.ts'
import { separateRows } from '../operations/separating.ts'
import { cancelImport } from '../operations/stopping.ts'
import { chosenColumns } from '../rules/chosen-columns.ts'
import { readKind } from '../rules/kinds.ts'
import { type Batch, isRead } from '../schema/batches.ts'
import { fields } from '../schema/codes.ts'
import { BatchPage } from '../views/batch.tsx'
import { CancelPage } from '../views/cancel.tsx'
import { ColumnsPage } from '../views/columns.tsx'
import { ImportList } from '../views/list.tsx'
import { rowList } from '../views/listing.ts'
import { RowPage } from '../views/row.tsx'
import { receipts } from '../words/receipts.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words.ts'

export const importPages = new Hono<Env>()
  .get('/impor', c => list(c))
  .post('/impor', c =>
    submit(c, uploadImport, {
      done: batch => redirect(c, `/impor/${batch.id}`),
      again: (_values, errors, status) => list(c, errors, status),
    }),
  )
  .get('/impor/:id', async c => {
    const batch = await batchOf(c)
    const list = isRead(batch) && batch.state !== 'mapping' ? await askList(c, rowList, listRows, () => ({ id: batch.id })) : null
    const { rows, next, waiting } = list?.answer ?? { rows: [], next: null, waiting: { open: 0, proposals: 0 } }
    const { columns } = batch.state === 'mapping' ? await ask(c, showColumns, { id: batch.id }) : { columns: [] }
    return show(
      c,
      { title: batch.name, breadcrumbs: [...crumbs(c), { label: batch.name }] },
      <BatchPage
        batch={batch}
        rows={rows}
        next={next}
        asked={list?.asked ?? readList(rowList, new URL(c.req.url))}
        waiting={waiting}
        columns={columns}
        unread={await ask(c, showUnread, { id: batch.id })}
      />,
    )
  })
  .get('/impor/:id/kolom', c => columnsPage(c))
  .post('/impor/:id/kolom', async c => {
    const { headers } = await batchOf(c)
    const { texts, chosen } = await readEntries(c)
    const typed = new Map(texts)
    const values = { ...Object.fromEntries(texts), ...chosen }
    const { columns, errors } = chosenColumns(typed, headers, words[c.var.viewer.locale])
    if (errors) {
      // What else is wrong is said together with it.
      const rest = Object.fromEntries(
        ['office', 'kind', 'partnerClass'].flatMap(name => (typed.get(name) ? [[name, typed.get(name)]] : [])),
      )
      const parsed = mapImport.input.safeParse({ id: c.req.param('id'), rev: typed.get('rev'), ...rest })
      const others = parsed.success
        ? {}
        : errorsOf(new Refusal('invalid', refusals.text, problemsIn(parsed.error, rest)), c.var.viewer.locale)
      return columnsPage(c, values, { ...errors, ...others }, 422)
    }
    const emptied = Object.fromEntries(['office', 'kind', 'partnerClass'].flatMap(name => (typed.get(name) === '' ? [[name, '']] : [])))
    return submit(c, mapImport, {
      add: { id: c.req.param('id'), columns, ...emptied },
      done: ({ id }) => redirect(c, `/impor/${id}`, receipts.columnsRead),
      choices: { office: searchOffices },
      again: (_values, errors, status) => columnsPage(c, values, errors, status),
    })
  })
  .post('/impor/:id/tersembunyi', c => act(c, leaveOutHidden, refusals.rowsLooked))
  .post('/impor/:id/konfirmasi', c => act(c, confirmImport, refusals.importStarted, refusals.registerChanged))
  .get('/impor/:id/pembatalan', async c => {
    const batch = await batchOf(c)
    const [path, title] = [`/impor/${batch.id}`, words[c.var.viewer.locale].cancelTitle]
    return show(
      c,
      { title, breadcrumbs: [...crumbs(c), { href: path, label: batch.name }, { label: title }] },
      <CancelPage batch={batch} path={path} />,
    )
  })
  .post('/impor/:id/pembatalan', c => act(c, cancelImport, refusals.importCancelled))
  .post('/impor/:id/pengulangan', async c => {
    const address = `/impor/${c.req.param('id')}`
    return submit(c, retry, {
      add: { id: (await batchOf(c)).runId ?? '' },
      done: () => redirect(c, address, refusals.importRetried),
      again: (_values, _errors, _status, refusal) => redirect(c, address, refusal.localized, 'warning'),
    })
  })
  .post('/impor/:id/usulan', c =>
    act(c, acceptProposals, after => {
      const { accepted } = after as z.output<typeof acceptProposals.output>
      return refusals.proposalsAccepted({ accepted })
    }),
  )
  .post('/impor/:id/pemisahan', c => act(c, separateRows, refusals.rowsApart))
  .post('/impor/:id/keputusan', c => act(c, decideRows, refusals.decisionSaved))
  .get('/impor/:id/baris/:row', async c => {
    const batch = await batchOf(c)
    const row = await ask(c, showRow, c.req.param())
    return show(
      c,
      {
        title: words[c.var.viewer.locale].rowNumber(row),
        breadcrumbs: [
          ...crumbs(c),
          { href: `/impor/${batch.id}`, label: batch.name },
          { label: words[c.var.viewer.locale].rowNumber(row) },
        ],
      },
      <RowPage batch={batch} row={row} headers={batch.headers} />,
    )
  })
  .post('/impor/:id/baris/:row', async c => {
    const [batch, row] = [await batchOf(c), await ask(c, showRow, c.req.param())]
    const typed = new Map((await readEntries(c)).texts)
    // An emptied cell counts as typed: a form leaves it out of its values, so it is told from what was there.
    const correction = Object.fromEntries(
      fields
        .map(field => [field, typed.get(`correction.${field}`) ?? ''] as const)
        .filter(
          ([field, text]) =>
            text !==
            (row.correction[field] ?? row.original[batch.headers[batch.mapping[field] ?? -1] ?? ''] ?? '').replaceAll('\n', '\r\n'),
        ),
    )
    const w = words[c.var.viewer.locale]
    const again = async (errors: Errors, status: 422 | 409) =>
      show(
        c,
        { title: w.rowNumber(row), status },
        <RowPage
          batch={await batchOf(c)}
          row={await ask(c, showRow, c.req.param())}
          headers={batch.headers}
          values={Object.fromEntries(typed)}
          errors={errors}
          isStale={status === 409}
        />,
      )
    if (correction.kind && !readKind(correction.kind)) return again({ 'correction.kind': w.problems.kind_unknown }, 422)
    return submit(c, correctRow, {
      add: { ...c.req.param(), correction },
      done: after => redirect(c, `/impor/${batch.id}/baris/${after.place}`, receipts.rowJudged({ row: after.row })),
      again: (_values, errors, status) => again(errors, status),
    })
  })

const ask = <T extends Parameters<typeof call>[2]>(c: Request, operation: T, input: object) =>
  call(c.var.kernel, c.var.actor, operation, input) as Promise<Awaited<ReturnType<T['run']>>>
const batchOf = (c: Request) => call(c.var.kernel, c.var.actor, showImport, { id: c.req.param('id')! })
const crumbs = (c: Request) => [{ href: '/impor', label: words[c.var.viewer.locale].title }]

async function columnsPage(c: Request, values?: Values, errors?: Errors, status: 200 | 422 | 409 = 200) {
  const batch = await batchOf(c)
  const w = words[c.var.viewer.locale]
  const { columns } = await ask(c, showColumns, { id: batch.id })
  return show(
    c,
    {
      title: w.columnsTitle,
      status,
      breadcrumbs: [...crumbs(c), { href: `/impor/${batch.id}`, label: batch.name }, { label: w.columnsTitle }],
    },
    <ColumnsPage batch={batch} columns={columns} values={values} errors={errors} isStale={status === 409} />,
  )
}

async function list(c: Request, errors?: Errors, status: 200 | 422 | 409 = 200) {
  const { asked, answer } = await askList(c, plainList, listImports)
  return show(
    c,
    { title: words[c.var.viewer.locale].title, status },
    <ImportList
      {...answer}
      asked={asked}
      most={`${Math.floor(c.var.kernel.files.limit / 1024 / 1024)} MB`}
      {...(errors ? { errors } : {})}
    />,
  )
}

const act = (
  c: Request,
  operation:
    | typeof leaveOutHidden
    | typeof acceptProposals
    | typeof separateRows
    | typeof confirmImport
    | typeof cancelImport
    | typeof decideRows,
  message: Localized | ((after: unknown) => Localized),
  /** When the import is a preview afterwards, though it was to start. */
  saidStill?: Localized,
) =>
  submit<Batch | unknown>(c, operation as never, {
    add: c.req.param(),
    done: after =>
      saidStill && (after as Batch).state === 'preview'
        ? redirect(c, `/impor/${c.req.param('id')}`, saidStill, 'warning')
        : redirect(c, `/impor/${c.req.param('id')}`, typeof message === 'function' ? message(after) : message),
    again: (_values, errors) =>
      redirect(
        c,
        `/impor/${c.req.param('id')}`,
        inEach(() => Object.values(errors).flat().join(' ')),
        'warning',
      ),
  })
