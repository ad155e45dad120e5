import { Hono } from 'hono'
import { can, canAnywhere } from '../../../platform/authority/reach.ts'
import { type Env, type Request, redirect } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { askList, comingNear } from '../../../web/list/ask.ts'
import { readList } from '../../../web/list/read.ts'
import { onlyFor } from '../../../web/only-for.ts'
import { sectionsOn } from '../../../web/sections.ts'
import { show, submit } from '../../../web/show.tsx'
import { showHistory } from '../../audit/operations.ts'
import { HistorySection } from '../../audit/views/history.tsx'
import { countsOf } from '../../things/operations.ts'
import { listGrants } from '../operations/grants.ts'
import { changeOffice, countOffices, createOffice, listInviters, listOffices, searchOffices, showOffice } from '../operations/offices.ts'
import { listPersons } from '../operations/persons.ts'
import type { Office } from '../schema.ts'
import { officeList } from '../views/listings.ts'
import { OfficeForm, OfficeView } from '../views/office.tsx'
import { type OfficeBranch, OfficesPage } from '../views/offices.tsx'
import { receipts } from '../words/receipts.ts'
import { words } from '../words.ts'

export const officePages = new Hono<Env>()

/** A tree has no pages to turn. */
const unturned = new Set(['after', 'before'])

officePages.get('/satuan-kerja', async c => {
  const { kernel, actor, viewer } = c.var
  const w = words[viewer.locale]
  const { counts } = await call(kernel, actor, countOffices, {})
  const url = new URL(c.req.url)
  const wanted = readList(officeList, url).asks
  const list = wanted.q || wanted.parent ? await askList(c, officeList, listOffices) : null
  const asked = list?.asked ?? readList(officeList, url, unturned)
  const isFound = asked.asks.q || asked.asks.parent
  const tree = isFound ? null : await treeOf(c, asked.values.buka, !!asked.values.tutup)
  return show(
    c,
    { title: w.offices },
    <OfficesPage
      asked={asked}
      counts={counts}
      tree={tree}
      tallies={await countsOf(c, 'office', isFound ? list!.answer.offices : inTree(tree ?? []))}
      found={isFound ? list!.answer : null}
      near={list?.answer.total === 0 ? await comingNear(c, searchOffices, asked.asks.q) : []}
      mayOpen={canAnywhere(actor, 'office.write')}
    />,
  )
})

/** All offices that a tree shows, as many as are counted at once. */
const inTree = (tree: readonly OfficeBranch[]): Office[] => tree.flatMap(office => [office, ...inTree(office.open ?? [])])

/** The top of the reach and what lies below it, and the branch down to the office `open` (a code). */
async function treeOf(c: Request, open: string | undefined, closed: boolean): Promise<OfficeBranch[]> {
  const { kernel, actor } = c.var
  const below = (parent: string) => call(kernel, actor, listOffices, { parent, closed })
  const top: OfficeBranch[] = (await call(kernel, actor, listOffices, { top: true, closed })).offices
  const way = new Set<string>()
  if (open) {
    const office = await call(kernel, actor, showOffice, { id: open }).catch(ifUnreached)
    for (const { id } of office ? [...office.above, office] : []) way.add(id)
  }
  const grow = async (offices: OfficeBranch[], first: boolean): Promise<OfficeBranch[]> => {
    const grown: OfficeBranch[] = []
    for (const office of offices) {
      const opened = office.children > 0 && (way.has(office.id) || (first && offices.length === 1))
      const found = opened ? await below(office.id) : null
      grown.push(found ? { ...office, open: await grow(found.offices, false), more: found.next !== null } : office)
    }
    return grown
  }
  return grow(top, true)
}

/** What is not there, or not for whoever looks, opens no branch; what went wrong otherwise is said. */
function ifUnreached(error: unknown): null {
  if (error instanceof Refusal && (error.code === 'not_found' || error.code === 'invalid' || error.code === 'forbidden')) return null
  throw error
}

/** For the boxes to choose an office in; the code is what people write. */
officePages.get('/satuan-kerja/pilihan', async c => {
  return c.json(await call(c.var.kernel, c.var.actor, searchOffices, { q: c.req.query('q') }))
})

officePages.get('/satuan-kerja/baru', async c => {
  onlyFor(c, 'office.write')
  const { kernel, actor, viewer } = c.var
  const parent = c.req.query('induk')
  const above = parent ? await call(kernel, actor, showOffice, { id: parent }) : null
  return opening(c, { parentId: above?.code, zone: above?.zone, openedOn: viewer.today }, above?.name)
})

officePages.post('/satuan-kerja', c =>
  submit(c, createOffice, {
    choices: { parentId: searchOffices },
    done: ({ id, name }) => redirect(c, `/satuan-kerja/${id}`, receipts.officeOpened({ name })),
    again: (values, errors, status) => opening(c, values, undefined, errors, status),
  }),
)

function opening(c: Request, values: object, parentName?: string, errors = {}, status: 200 | 422 | 409 = 200) {
  const w = words[c.var.viewer.locale]
  return show(
    c,
    { title: w.openOffice, breadcrumbs: [{ href: '/satuan-kerja', label: w.offices }, { label: w.openOffice }], status },
    <OfficeForm values={values as never} errors={errors} action="/satuan-kerja" parentName={parentName} opening />,
  )
}

officePages.get('/satuan-kerja/:id', async c => {
  const { kernel, actor } = c.var
  const office = await call(kernel, actor, showOffice, { id: c.req.param('id') })
  const { offices } = await call(kernel, actor, listOffices, { parent: office.id })
  const { persons } = await call(kernel, actor, listPersons, { office: office.id })
  const { grants } = await call(kernel, actor, listGrants, { office: office.id })
  const lines = canAnywhere(actor, 'audit.read') ? (await call(kernel, actor, showHistory, { kind: 'office', id: office.id })).lines : null
  const place = { path: office.path }
  const mayDo = {
    write: can(actor, 'office.write', place),
    register: can(actor, 'person.write', place),
    give: can(actor, 'grant.write', place),
  }
  const inviters = mayDo.register ? null : (await call(kernel, actor, listInviters, { id: office.id })).inviters
  return show(
    c,
    { title: office.name, breadcrumbs: crumbs(c, office) },
    <OfficeView
      office={office}
      below={offices}
      tallies={await countsOf(c, 'office', offices)}
      persons={persons}
      grants={grants}
      may={mayDo}
      inviters={inviters}
      sections={await sectionsOn(c, 'office', { id: office.id, name: office.name, code: office.code }, 'own')}
      shared={await sectionsOn(c, 'office', { id: office.id, name: office.name, code: office.code }, 'shared')}
      history={lines && <HistorySection lines={lines} fields={kernel.subjects.fields} />}
    />,
  )
})

officePages.get('/satuan-kerja/:id/ubah', async c => {
  const office = await call(c.var.kernel, c.var.actor, showOffice, { id: c.req.param('id') })
  onlyFor(c, 'office.write', { path: office.path })
  return changing(c, office, office)
})

officePages.post('/satuan-kerja/:id/ubah', async c => {
  const id = c.req.param('id')
  return submit(c, changeOffice, {
    add: { id },
    done: ({ name }) => redirect(c, `/satuan-kerja/${id}`, receipts.changed({ name })),
    again: async (values, errors, status) => {
      const office = await call(c.var.kernel, c.var.actor, showOffice, { id })
      return changing(c, office, { ...values, ...(status === 409 ? { rev: office.rev } : {}) }, errors, status)
    },
  })
})

type Shown = { id: string; name: string; above: { id: string; name: string; inReach: boolean }[] }

function changing(c: Request, office: Shown, values: object, errors = {}, status: 200 | 422 | 409 = 200) {
  const w = words[c.var.viewer.locale]
  return show(
    c,
    { title: w.changeOffice, breadcrumbs: [...crumbs(c, office), { label: w.changeOffice }], status },
    <OfficeForm
      values={values as never}
      errors={errors}
      action={`/satuan-kerja/${office.id}/ubah`}
      opening={false}
      stored={status === 409 ? { ...office } : undefined}
    />,
  )
}

const crumbs = (c: Request, { above, id, name }: Shown) => [
  { href: '/satuan-kerja', label: words[c.var.viewer.locale].offices },
  ...above.map(office => ({ label: office.name, ...(office.inReach && { href: `/satuan-kerja/${office.id}` }) })),
  { href: `/satuan-kerja/${id}`, label: name },
]
