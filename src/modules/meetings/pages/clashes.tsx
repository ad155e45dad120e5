import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { call } from '../../../platform/operation/operation.ts'
import { askList } from '../../../web/list/ask.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { searchOffices } from '../../organisation/operations/offices.ts'
import { searchPersons } from '../../organisation/operations/persons.ts'
import { dismissClash, listClashes, restoreClash, showClash } from '../operations/clashes.ts'
import { clashList } from '../views/clash-listing.ts'
import { ClashList, ClashPage } from '../views/clashes.tsx'
import { clashWords } from '../words/clashes.ts'
import { words } from '../words/words.ts'

export async function clashListPage(c: Request): Promise<Response> {
  const { asked, answer } = await askList(c, clashList, listClashes, undefined, { satker: searchOffices, orang: searchPersons })
  return show(c, { title: clashWords[c.var.viewer.locale].title, breadcrumbs: [crumb(c)] }, <ClashList {...answer} asked={asked} />)
}

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }

export async function clashPage(c: Request, { values = {}, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const clash = await call(c.var.kernel, c.var.actor, showClash, { id: c.req.param('id') ?? '' })
  const w = clashWords[c.var.viewer.locale]
  const title = w.ofPerson({ name: clash.person.name })
  return show(
    c,
    { title, breadcrumbs: [crumb(c), { href: '/bentrok', label: w.title }, { label: clash.person.name }], status },
    <ClashPage clash={clash} values={values} errors={errors} />,
  )
}

export const dismiss = (c: Request): Promise<Response> => decide(c, dismissClash, 'ignore')
export const restore = (c: Request): Promise<Response> => decide(c, restoreClash, 'restore')

const decide = (c: Request, operation: typeof dismissClash | typeof restoreClash, said: 'ignore' | 'restore'): Promise<Response> =>
  submit(c, operation, {
    add: { id: c.req.param('id') },
    done: ({ id }) =>
      redirect(
        c,
        `/bentrok/${id}`,
        inWords(clashWords, w => w.done[said]),
      ),
    again: (values, errors, status) => clashPage(c, { values, errors, status }),
  })

const crumb = (c: Request) => ({ href: '/rapat', label: words[c.var.viewer.locale].meetings })
