import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { call } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { askList } from '../../../web/list/ask.ts'
import { plainList } from '../../../web/list/list.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { showMeeting } from '../../meetings/operations/read.ts'
import { allotClasses, changeClass, listClasses, showClass } from '../operations/classes/plan.ts'
import { ClassesPage, ClassForm, ClassPage, classesAddress } from '../views/classes.tsx'
import { classWords as words } from '../words/classes.ts'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }
type Named = { id: string; name: string }

const load = (c: Request) => call(c.var.kernel, c.var.actor, listClasses, { meeting: c.req.param('id') ?? '' })

const crumbs = (c: Request, meeting: Named, here?: string) => [
  { href: `/rapat/${meeting.id}`, label: meeting.name },
  { href: here ? classesAddress(meeting.id) : undefined, label: words[c.var.viewer.locale].classes },
  ...(here ? [{ label: here }] : []),
]

export async function classesPage(c: Request, { errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const list = await load(c)
  return show(
    c,
    { title: words[c.var.viewer.locale].classes, breadcrumbs: crumbs(c, list.meeting), status },
    <ClassesPage list={list} errors={errors} />,
  )
}

export const allot = (c: Request): Promise<Response> =>
  submit(c, allotClasses, {
    add: { meeting: c.req.param('id') },
    done: ({ meeting }) =>
      redirect(
        c,
        classesAddress(meeting.id),
        inWords(words, w => w.allotted),
      ),
    again: (_, errors, status) => classesPage(c, { errors, status }),
  })

export async function classPage(c: Request): Promise<Response> {
  const { asked, answer } = await askList(c, plainList, showClass, () => ({ id: c.req.param('class') }))
  const { meeting, class: of, ...rest } = answer
  if (meeting.id !== c.req.param('id')) throw notFound()
  const { zone } = await call(c.var.kernel, c.var.actor, showMeeting, { id: meeting.id })
  return show(
    c,
    { title: of.name, breadcrumbs: crumbs(c, meeting, of.name) },
    <ClassPage meeting={meeting} of={of} asked={asked} zone={zone} {...rest} />,
  )
}

export async function classForm(c: Request, { values, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const list = await load(c)
  const of = list.classes.find(({ id }) => id === c.req.param('class'))
  if (!of) throw notFound()
  if (status === 200 && !list.mayWrite) return c.redirect(`${classesAddress(list.meeting.id)}/${of.id}`, 303)
  const title = words[c.var.viewer.locale].changeOf({ name: of.name })
  const kept = { capacity: of.capacity ?? '', units: of.units, rev: of.rev }
  return show(
    c,
    { title, breadcrumbs: crumbs(c, list.meeting, title), status },
    <ClassForm
      meeting={list.meeting}
      of={of}
      values={values ? { ...values, ...(status === 409 ? { rev: of.rev } : {}) } : kept}
      errors={errors}
    />,
  )
}

export const changeNow = (c: Request): Promise<Response> =>
  submit(c, changeClass, {
    add: { id: c.req.param('class') },
    done: ({ meeting }) =>
      redirect(
        c,
        classesAddress(meeting.id),
        inWords(words, w => w.saved),
      ),
    again: (values, errors, status) => classForm(c, { values, errors, status }),
  })
