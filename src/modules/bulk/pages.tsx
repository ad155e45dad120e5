import { Hono } from 'hono'
import { safePath } from '../../platform/auth/return-path.ts'
import { canAnywhere } from '../../platform/authority/reach.ts'
import type { AnyBulkKind } from '../../platform/bulk/kind.ts'
import { type Env, type Request, redirect } from '../../platform/doors/request.ts'
import { inEach } from '../../platform/i18n/words.ts'
import { readEntries } from '../../platform/intake/entries.ts'
import { call } from '../../platform/operation/operation.ts'
import { forbidden, notFound, Refusal } from '../../platform/refusals/refusal.ts'
import { askList } from '../../web/list/ask.ts'
import { plainList } from '../../web/list/list.ts'
import { untickedFlag } from '../../web/list/read.ts'
import { selectionId } from '../../web/list/selection.tsx'
import { errorsOf, show, submit } from '../../web/show.tsx'
import type { Errors, Values } from '../../web/ui/form-state.ts'
import { withQuery } from '../../web/ui/url.ts'
import { doBulkAct, planBulkAct, undoBulkAct } from './operations/acts.ts'
import { countMatching, listBulkActs, showBulkAct } from './operations/read.ts'
import { type BulkDetail, BulkRow } from './schema.ts'
import { BulkActPage, BulkForm, BulkList, type ChoosingList } from './views.tsx'
import { refusals } from './words/refusals.ts'
import { words } from './words.ts'

export const bulkPages = new Hono<Env>()
  .get('/massal', async c => {
    const { asked, answer } = await askList(c, plainList, listBulkActs)
    return show(c, { title: said(c).title }, <BulkList {...answer} asked={asked} lists={choosingLists(c)} />)
  })
  .get('/massal/baru', c => {
    const query = new URL(c.req.url).searchParams
    const from = query.get('dari') ?? ''
    const chosen = { ids: query.getAll('id'), all: query.get('semua') === 'ya', filter: query.get('saring') ?? '', from }
    if (chosen.ids.length || chosen.all) return form(c, query.get('tindakan'), chosen, {})
    if (!from) return redirect(c, '/massal', refusals.which, 'warning')
    return redirect(c, `${withQuery(safePath(from), { [untickedFlag]: 'ya' })}#${selectionId}`)
  })
  .post('/massal', async c => {
    const { texts: typed, chosen: named } = await readEntries(c)
    const all = (name: string) => typed.flatMap(([each, value]) => (each === name && value ? [value] : []))
    const chosen = { ids: all('id'), all: all('semua')[0] === 'ya', filter: all('saring')[0] ?? '', from: all('dari')[0] ?? '' }
    const values: Record<string, string> = { ...Object.fromEntries(typed), ...named }
    const kind = kindIn(c, values.tindakan)
    const params = Object.fromEntries(kind.fields.flatMap(({ name }) => (values[name] ? [[name, values[name]]] : [])))
    const which =
      values.baris === 'semua' ? { filter: chosen.filter } : values.baris === 'pilihan' && chosen.ids.length ? { ids: chosen.ids } : {}
    try {
      const { id } = await call(c.var.kernel, c.var.actor, planBulkAct, { kind: kind.operation.name, params, ...which })
      return redirect(c, withQuery(`/massal/${id}`, { dari: chosen.from || null }))
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'invalid') throw error
      const { ids, filter, ...errors } = errorsOf(error, c.var.viewer.locale)
      return form(c, kind.operation.name, chosen, values, { ...errors, ...(ids || filter ? { baris: ids ?? filter } : {}) }, 422)
    }
  })
  .get('/massal/:id', async c => {
    const { asked, answer } = await askList(c, rowPages, showBulkAct, () => ({ id: c.req.param('id') }))
    const title = answer.name
    const kind = c.var.kernel.bulkKinds.get(answer.kind)
    const from = c.req.query('dari')
    return show(
      c,
      { title, breadcrumbs: [{ href: '/massal', label: said(c).title }, { label: title }] },
      <BulkActPage
        act={answer}
        url={asked.url}
        list={from ? safePath(from) : (kind?.list ?? '/massal')}
        subject={kind?.subject ?? ''}
        fields={c.var.kernel.subjects.fields}
      />,
    )
  })
  .post('/massal/:id/pelaksanaan', c => finish(c, doBulkAct))
  .post('/massal/:id/pengembalian', c => finish(c, undoBulkAct))

const said = (c: Request) => words[c.var.viewer.locale]
const rowPages = { filters: [], fields: { after: BulkRow.shape.place } }

/** The lists on which this person can choose rows, each once. */
function choosingLists({ var: { kernel, actor, viewer } }: Request): ChoosingList[] {
  const kinds = actor.scope === 'read' ? [] : [...kernel.bulkKinds.values()].filter(({ power }) => canAnywhere(actor, power))
  return [...new Map(kinds.map(({ list, things }) => [list, things[viewer.locale]]))].map(([href, label]) => ({ href, label }))
}

function kindIn(c: Request, name: unknown): AnyBulkKind {
  const kind = c.var.kernel.bulkKinds.get(String(name))
  if (!kind) throw notFound()
  if (!canAnywhere(c.var.actor, kind.power)) throw forbidden()
  return kind
}

/** Which rows, as the list was left: those that were ticked, all of it, or both, and then this page asks which is meant. */
type Chosen = { ids: string[]; all: boolean; filter: string; from: string }

async function form(c: Request, name: string | null, chosen: Chosen, values: Values, errors: Errors = {}, status: 200 | 422 = 200) {
  const { kernel, actor, viewer } = c.var
  const kind = kindIn(c, name)
  const which = chosen.all ? { filter: chosen.filter } : { ids: chosen.ids }
  const { about, ...counted } = await call(kernel, actor, countMatching, { kind: kind.operation.name, ...which })
  const title = kind.names[viewer.locale]
  return show(
    c,
    { title, status, breadcrumbs: [{ href: '/massal', label: said(c).title }, { label: title }] },
    <BulkForm
      kind={kind}
      {...chosen}
      from={chosen.from ? safePath(chosen.from) : '/massal'}
      matching={chosen.all ? counted : null}
      about={about}
      values={values}
      errors={errors}
    />,
  )
}

/** Done or put back, and said on the page of the act. */
const finish = (c: Request, operation: typeof doBulkAct | typeof undoBulkAct) =>
  submit<BulkDetail>(c, operation, {
    add: { id: c.req.param('id') },
    done: ({ id, state, counts, restorable }) =>
      redirect(
        c,
        `/massal/${id}`,
        inEach(locale =>
          state === 'done'
            ? words[locale].afterDone({ count: counts.done, restorable: String(restorable) })
            : words[locale].afterUndone({ count: counts.undone }),
        ),
      ),
    again: (_values, errors) => {
      const text = Object.values(errors).flat().join(' ')
      return redirect(
        c,
        `/massal/${c.req.param('id')}`,
        inEach(() => text),
        'warning',
      )
    },
  })
