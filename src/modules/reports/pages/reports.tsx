import { Hono } from 'hono'
import { can, canAnywhere, nationally } from '../../../platform/authority/reach.ts'
import { sendFile } from '../../../platform/doors/endpoint.ts'
import { type Env, type FormValues, type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords, type Localized } from '../../../platform/i18n/words.ts'
import { call, newId } from '../../../platform/operation/operation.ts'
import { inputWords } from '../../../platform/refusals/input-words.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { chosenName, chosenText } from '../../../platform/values/choices.ts'
import { askList } from '../../../web/list/ask.ts'
import { plainList } from '../../../web/list/list.ts'
import { onlyFor } from '../../../web/only-for.ts'
import { sectionsOn } from '../../../web/sections.ts'
import { show, submit } from '../../../web/show.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { listCycles } from '../../evaluation/operations/cycles.ts'
import { listScores } from '../../evaluation/operations/scores.ts'
import { searchOffices } from '../../organisation/operations/offices.ts'
import { retry } from '../../runs/operations/moving.ts'
import { relatedThings } from '../../things/operations.ts'
import { cancelReport, createReport, listReports, newReport, showDashboard, showReport } from '../operations/reports.ts'
import { listSharedReports, shareReport, showSharedReport, withdrawReport } from '../operations/sharing.ts'
import { downloadTemplate, retireTemplate, showTemplate, uploadTemplate } from '../operations/templates.ts'
import { Dashboard } from '../views/dashboard.tsx'
import { ReportForm, ReportList, type ReportOffice, ReportPage } from '../views/reports.tsx'
import { ItemScores } from '../views/scores.tsx'
import { SharedPartPage } from '../views/shared.tsx'
import { TemplatePage } from '../views/template.tsx'
import { words } from '../words.ts'

export const reportPages = new Hono<Env>()
  .get('/laporan', async c => {
    const { asked, answer } = await askList(c, plainList, listReports)
    const { reports, makers } = await call(c.var.kernel, c.var.actor, listSharedReports, { above: true })
    const shared = readsAll(c) ? null : reports
    const page = { ...answer, asked, cycles: await resultsFor(c), mayMake: mayMake(c), shared, makers }
    return show(c, { title: said(c).title }, <ReportList {...page} />)
  })
  .get('/laporan/baru', async c => {
    onlyFor(c, 'report.write')
    const begun = await call(c.var.kernel, c.var.actor, newReport, { office: c.req.query('satker') })
    return form(c, begun, {
      cycle: c.req.query('siklus') ?? (await usualCycle(c, begun.reported)),
      office: begun.office.code,
      locale: 'id',
      ...flat({ signatory: begun.signatory }),
      ...drawnFor(begun),
    })
  })
  .post('/laporan', c =>
    submit(c, createReport, {
      asked: ['office'],
      choices: { office: searchOffices },
      first: (meant, values) => withOwnSignatory(c, meant, flat(values)),
      done: report => redirect(c, `/laporan/${report.id}`),
      again: async (values, errors, status) =>
        form(c, await call(c.var.kernel, c.var.actor, newReport, {}), flat(values), byField(errors), status),
    }),
  )
  .get('/laporan/templat', c => template(c))
  .get('/laporan/templat/berkas', async c =>
    sendFile(c, await call(c.var.kernel, c.var.actor, downloadTemplate, { locale: c.var.viewer.locale })),
  )
  .post('/laporan/templat', c =>
    submit(c, uploadTemplate, {
      done: () =>
        redirect(
          c,
          '/laporan/templat',
          inWords(words, w => w.templateKept),
        ),
      again: (_values, errors, status) => template(c, errors, status),
    }),
  )
  .post('/laporan/templat/pencabutan', c =>
    submit(c, retireTemplate, {
      done: () =>
        redirect(
          c,
          '/laporan/templat',
          inWords(words, w => w.templateRetired),
        ),
      again: (_values, errors, status) => template(c, errors, status),
    }),
  )
  .get('/laporan/dasbor/:cycle', async c => {
    const figures = await call(c.var.kernel, c.var.actor, showDashboard, { cycle: c.req.param('cycle') })
    return show(
      c,
      {
        title: said(c).dashboardOf({ name: figures.cycle.name }),
        breadcrumbs: crumbs(c, said(c).dashboardOf({ name: figures.cycle.name })),
      },
      <Dashboard figures={figures} mayMake={mayMake(c)} />,
    )
  })
  .get('/laporan/dasbor/:cycle/butir', async c => {
    const figures = await call(c.var.kernel, c.var.actor, showDashboard, { cycle: c.req.param('cycle') })
    const [title, dashboard] = [said(c).scoresByItem, said(c).dashboardOf({ name: figures.cycle.name })]
    const [reports] = crumbs(c, title)
    const above = { href: `/laporan/dasbor/${figures.cycle.id}`, label: dashboard }
    return show(
      c,
      { title, breadcrumbs: [reports!, above, { label: title }] },
      <>
        <PageHead title={title} lead={dashboard} />
        {figures.scoresByItem.length ? <ItemScores figures={figures} /> : <EmptyState title={said(c).noScores} />}
      </>,
    )
  })
  .get('/laporan/:id', async c => {
    const report = await reportOf(c).catch(partInstead(c))
    if (report === null) return c.redirect(`/laporan/${c.req.param('id')}/bagian`, 303)
    return show(
      c,
      { title: `${report.number}, ${report.title}`, breadcrumbs: crumbs(c, report.number) },
      <>
        <ReportPage
          report={report}
          mayMake={can(c.var.actor, 'report.write', { path: report.office.path })}
          things={
            await relatedThings(c, [
              { kind: 'cycle', id: report.cycle.id },
              { kind: 'office', id: report.office.id },
            ])
          }
        />
        {await sectionsOn(c, 'report', { id: report.id, name: report.title })}
      </>,
    )
  })
  .get('/laporan/:id/bagian', async c => {
    const part = await call(c.var.kernel, c.var.actor, showSharedReport, { id: c.req.param('id') })
    const title = said(c).partOf({ number: part.number })
    return show(c, { title, breadcrumbs: crumbs(c, title) }, <SharedPartPage part={part} />)
  })
  .post('/laporan/:id/pembagian', c =>
    act(
      c,
      shareReport,
      inWords(words, w => w.sharedNow),
    ),
  )
  .post('/laporan/:id/penarikan', c =>
    act(
      c,
      withdrawReport,
      inWords(words, w => w.withdrawnNow),
    ),
  )
  .post('/laporan/:id/pembatalan', c => act(c, cancelReport))
  .post('/laporan/:id/pengulangan', async c =>
    act(
      c,
      retry,
      inWords(words, w => w.retried),
      { id: (await reportOf(c)).runId },
    ),
  )

const said = (c: Request) => words[c.var.viewer.locale]
const crumbs = (c: Request, here: string) => [{ href: '/laporan', label: said(c).title }, { label: here }]
const mayMake = (c: Request) => canAnywhere(c.var.actor, 'report.write')
/** Whoever reads the reports of the whole country has none above them. */
const readsAll = (c: Request) => can(c.var.actor, 'report.read', nationally)
/** What is done to a report with one button; where that can be done no more, as after a second press, its page says so. */
const act = (c: Request, operation: Parameters<typeof submit>[1], receipt?: Localized, add: object = { id: c.req.param('id') }) => {
  const address = `/laporan/${c.req.param('id')}`
  return submit(c, operation, {
    add,
    done: () => redirect(c, address, receipt),
    again: (_values, _errors, _status, refusal) => redirect(c, address, refusal.localized, 'warning'),
  })
}
/** Of a report out of reach that is shared with the one who asks now, their part is read; of all others nothing, alike. */
const partInstead = (c: Request) => async (refusal: unknown) => {
  if (!(refusal instanceof Refusal && refusal.code === 'not_found')) throw refusal
  await call(c.var.kernel, c.var.actor, showSharedReport, { id: c.req.param('id')! })
  return null
}
const reportOf = (c: Request) => call(c.var.kernel, c.var.actor, showReport, { id: c.req.param('id')! })
const cyclesFor = async (c: Request) =>
  (await call(c.var.kernel, c.var.actor, listCycles, {})).cycles
    .filter(cycle => cycle.openedAt)
    .map(({ id, name, phase, submitted, assignments }) => ({ id, name, phase, submitted, assignments }))
/** What a report is most likely of: the latest closed cycle that has none yet, else the latest closed one. */
async function usualCycle(c: Request, reported: readonly string[]): Promise<string | undefined> {
  const closed = (await cyclesFor(c)).filter(({ phase }) => phase === 'closed')
  return (closed.find(({ id }) => !reported.includes(id)) ?? closed[0])?.id
}
/** The same with what both sides scored, for whoever may read answers. */
async function resultsFor(c: Request) {
  const cycles = await cyclesFor(c)
  const { scores } = canAnywhere(c.var.actor, 'answer.read') ? await call(c.var.kernel, c.var.actor, listScores, {}) : { scores: [] }
  const of = (cycle: string, side: string) => scores.find(row => row.cycleId === cycle && row.side === side)?.score ?? null
  return cycles.map(cycle => ({ ...cycle, kpu: of(cycle.id, 'kpu'), partner: of(cycle.id, 'partner') }))
}

type Begun = { office: ReportOffice; offices: ReportOffice[] | null }
type Signatory = { name: string; position: string; place: string }

/** For which office a form begins with a signatory, and with which: so that one of another office is told from one that was typed. */
const drawnFor = ({ office, signatory }: { office: ReportOffice; signatory: Signatory }) => ({
  for: office.code,
  ...flat({ drawn: signatory }),
})

/** Where another office was chosen than the form was drawn for, whatever of its signatory was left as it was is that of the chosen one. */
async function withOwnSignatory(c: Request, { office }: FormValues, values: Values): Promise<Response | null> {
  if (!values.for || !office || office === values.for) return null
  const begun = await call(c.var.kernel, c.var.actor, newReport, { office: String(office) }).catch(ifRefused)
  if (!begun || begun.office.code === values.for) return null
  const left = (['name', 'position', 'place'] as const).filter(name => values[`signatory.${name}`] === values[`drawn.${name}`])
  const changed = left.filter(name => begun.signatory[name] !== values[`drawn.${name}`])
  if (!changed.length) return null
  const w = said(c)
  const own = Object.fromEntries(left.map(name => [`signatory.${name}`, begun.signatory[name]]))
  const missing = left.filter(name => !begun.signatory[name]).map(name => [`signatory.${name}`, inputWords[c.var.viewer.locale].required])
  const says = left.length < 3 ? w.signatoryPartlyFollows : missing.length === 3 ? w.signatoryUnknown : w.signatoryFollows
  const again = { ...values, ...own, ...drawnFor(begun), office: begun.office.code, ...chosenAs(values, begun.office) }
  return form(c, begun, again, { '': says({ office: begun.office.name }), ...Object.fromEntries(missing) }, 422)
}
/** As the field of the office says it, where it is one that is sought. */
const chosenAs = (values: Values, { code, name }: ReportOffice) =>
  chosenName('office') in values ? { [chosenName('office')]: chosenText({ value: code, label: `${name} (${code})` }) } : {}
/** What the field of an office cannot mean is refused by the report itself. */
function ifRefused(error: unknown): null {
  if (error instanceof Refusal && error.code !== 'unavailable') return null
  throw error
}

async function form(c: Request, { office, offices }: Begun, values: Values, errors?: Errors, status: 200 | 422 | 409 = 200) {
  return show(
    c,
    { title: said(c).make, breadcrumbs: crumbs(c, said(c).make), status },
    <ReportForm office={office} offices={offices} cycles={await cyclesFor(c)} values={values} errors={errors} once={newId()} />,
  )
}

async function template(c: Request, errors?: Errors, status: 200 | 422 | 409 = 200) {
  const current = await call(c.var.kernel, c.var.actor, showTemplate, {})
  return show(
    c,
    { title: said(c).template, breadcrumbs: crumbs(c, said(c).template), status },
    <TemplatePage {...current} mayChange={mayMake(c)} errors={errors} most={`${Math.floor(c.var.kernel.files.limit / 1024 / 1024)} MB`} />,
  )
}

/** A signatory of whom nothing was said is missing in each field. */
const byField = ({ signatory, ...errors }: Errors): Errors =>
  signatory ? { ...errors, 'signatory.name': signatory, 'signatory.position': signatory, 'signatory.place': signatory } : errors

/** Nested values as the names of the form's fields. */
const flat = (values: object, before = ''): Values =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(flat(value, `${before}${name}.`))
        : [[`${before}${name}`, value]],
    ),
  )
