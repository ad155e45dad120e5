import { can, canAnywhere } from '../../../platform/authority/reach.ts'
import { type FormValues, type Request, redirect } from '../../../platform/doors/request.ts'
import { formatNumber } from '../../../platform/i18n/format.ts'
import { inWords, textIn } from '../../../platform/i18n/words.ts'
import { call, newId } from '../../../platform/operation/operation.ts'
import { askList } from '../../../web/list/ask.ts'
import { plainList } from '../../../web/list/list.ts'
import { onlyFor } from '../../../web/only-for.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { listOffices } from '../../organisation/operations/offices.ts'
import { listInstruments } from '../../questionnaires/operations.ts'
import { listAssignments } from '../operations/assignments.ts'
import { showBoard } from '../operations/board.ts'
import { changeCycle, createCycle, listCycles, showCycle } from '../operations/cycles.ts'
import { isTaking } from '../rules/phase.ts'
import type { Cycle } from '../schema.ts'
import { CycleForm } from '../views/cycle-form.tsx'
import { CyclesView } from '../views/cycles.tsx'
import { evaluationWords as words } from '../words.ts'

export async function cyclesPage(c: Request): Promise<Response> {
  const { actor, kernel, viewer } = c.var
  const mine = await call(kernel, actor, listAssignments, { mine: true, state: 'waiting', sort: 'due' })
  const { asked, answer } = await askList(c, plainList, listCycles)
  const running = answer.cycles.find(({ phase }) => isTaking(phase))
  const board = running ? await call(kernel, actor, showBoard, { id: running.id }) : null
  return show(
    c,
    { title: words[viewer.locale].title },
    <CyclesView
      {...answer}
      mine={mine.assignments.slice(0, 10)}
      mineTotal={mine.total}
      board={board}
      asked={asked}
      mayPlan={canAnywhere(actor, 'cycle.write')}
    />,
  )
}

export async function newPage(c: Request): Promise<Response> {
  onlyFor(c, 'cycle.write')
  return form(c, null, { 'scope.kinds': ['mou', 'pks'] })
}

export const create = (c: Request): Promise<Response> =>
  submit(c, createCycle, {
    done: ({ id }) =>
      redirect(
        c,
        `/evaluasi/${id}`,
        inWords(words, w => w.saved),
      ),
    again: (values, errors, status) => form(c, null, flat(values), errors, status),
  })

export async function changePage(c: Request): Promise<Response> {
  onlyFor(c, 'cycle.write')
  const cycle = await call(c.var.kernel, c.var.actor, showCycle, { id: c.req.param('id')! })
  return form(c, cycle, valuesOf(cycle))
}

export async function change(c: Request): Promise<Response> {
  const id = c.req.param('id')!
  return submit(c, changeCycle, {
    add: { id },
    done: () =>
      redirect(
        c,
        `/evaluasi/${id}`,
        inWords(words, w => w.saved),
      ),
    again: async (values, errors, status) => {
      const cycle = await call(c.var.kernel, c.var.actor, showCycle, { id })
      return form(c, cycle, { ...flat(values), ...(status === 409 ? { rev: cycle.rev } : {}) }, errors, status)
    },
  })
}

async function form(
  c: Request,
  cycle: Cycle | null,
  values: Values,
  errors: Errors = {},
  status: 200 | 422 | 409 = 200,
): Promise<Response> {
  const { actor, kernel, viewer } = c.var
  const w = words[viewer.locale]
  const { instruments } = await call(kernel, actor, listInstruments, {})
  const { offices: tops } = await call(kernel, actor, listOffices, { top: true })
  const offices = tops.filter(({ path }) => can(actor, 'cycle.write', { path }))
  const above = cycle?.office.id ?? String(values.officeId ?? offices[0]?.id ?? '')
  const { offices: regions } = above ? await call(kernel, actor, listOffices, { parent: above }) : { offices: [] }
  const title = cycle ? w.changeCycle : w.newCycle
  const n = (version: number) => formatNumber(viewer.locale, version)
  const crumbs = [
    { href: '/evaluasi', label: w.title },
    ...(cycle ? [{ href: `/evaluasi/${cycle.id}`, label: cycle.name }] : []),
    { label: title },
  ]
  return show(
    c,
    { title, breadcrumbs: crumbs, status },
    <CycleForm
      id={cycle?.id}
      values={{ officeId: offices[0]?.id, instrumentId: instruments[0]?.id, ...values }}
      errors={errors}
      instruments={instruments.map(({ id, title, version }) => ({ value: id, label: `${textIn(title, viewer.locale)} (${n(version)})` }))}
      offices={offices.map(({ id, name }) => ({ value: id, label: name }))}
      regions={regions.map(({ code, name }) => ({ value: code, label: name }))}
      idempotencyKey={newId()}
      stored={cycle && status === 409 ? valuesOf(cycle) : undefined}
    />,
  )
}

/** The form's own names: `scope.kinds`. */
const flat = ({ scope, ...values }: FormValues): Values => ({ ...values, ...scopeValues((scope ?? {}) as Record<string, unknown>) })
const scopeValues = (scope: Record<string, unknown>): Values =>
  Object.fromEntries(Object.entries(scope).map(([name, value]) => [`scope.${name}`, value]))
const valuesOf = ({ scope, instrument, ...cycle }: Cycle): Values => ({ ...cycle, instrumentId: instrument.id, ...scopeValues(scope) })
