import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { type AnyOperation, call, newId } from '../../../platform/operation/operation.ts'
import { firstLine } from '../../../platform/values/cut.ts'
import { askList } from '../../../web/list/ask.ts'
import { sectionsOn } from '../../../web/sections.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { listOwners } from '../../followups/operations/create.ts'
import { searchOffices } from '../../organisation/operations/offices.ts'
import { searchPartners } from '../../partners/operations/read.ts'
import { relatedThings } from '../../things/operations.ts'
import { addDecision, changeDecision, removeDecision, searchAddressees, searchDecisions } from '../operations/decisions.ts'
import { listDecisions, showDecision } from '../operations/decisions-read.ts'
import { linkDecision, planDecision, unlinkDecision } from '../operations/follow.ts'
import type { DecisionDetail } from '../schema/decisions.ts'
import { DecisionForm, DecisionPage, PlanDecision } from '../views/decision.tsx'
import { DecisionList } from '../views/decision-list.tsx'
import { decisionList } from '../views/listing.ts'
import { decisionWords as words } from '../words/decisions.ts'
import { loadMinutes, crumbs as minutesCrumbs } from './minutes.tsx'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }

export async function listPage(c: Request): Promise<Response> {
  const { asked, answer } = await askList(c, decisionList, listDecisions, undefined, { satker: searchOffices })
  return show(c, { title: words[c.var.viewer.locale].decisions }, <DecisionList {...answer} asked={asked} />)
}

export async function showPage(c: Request, { values, errors, status = 200 }: Again = {}): Promise<Response> {
  const decision = await load(c)
  const { addressee, referredTo } = decision
  const things = await relatedThings(c, [
    addressee?.id ? { kind: addressee.kind, id: addressee.id } : null,
    referredTo && { kind: 'office', id: referredTo.id },
  ])
  return show(
    c,
    { title: `${words[c.var.viewer.locale].kinds[decision.kind]} ${decision.number}`, breadcrumbs: crumbs(c, decision), status },
    <>
      <DecisionPage decision={decision} things={things} {...(errors ? { values, errors } : {})} />
      {await sectionsOn(c, 'decision', { id: decision.id, name: decision.number })}
    </>,
  )
}

export async function addPage(c: Request, { values = {}, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const minutes = await loadMinutes(c)
  if (status === 200 && !minutes.acts.includes('write')) return c.redirect(`/notula/${minutes.id}`, 303)
  const title = words[c.var.viewer.locale].add
  return show(
    c,
    { title, breadcrumbs: minutesCrumbs(c, minutes, title), status },
    <DecisionForm
      action={`/notula/${minutes.id}/keputusan`}
      back={`/notula/${minutes.id}`}
      title={title}
      lead={minutes.title}
      values={values}
      errors={errors}
      idempotencyKey={newId()}
    />,
  )
}

const choices = { office: searchAddressees, referredTo: searchAddressees, partner: searchPartners, continues: searchDecisions }

export const add = (c: Request): Promise<Response> =>
  submit(c, addDecision, {
    add: { minutes: c.req.param('id') },
    choices,
    done: () => redirect(c, `/notula/${c.req.param('id')}#keputusan`, said('create')),
    again: (values, errors, status) => addPage(c, { values, errors, status }),
  })

export async function changePage(c: Request, { values, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const decision = await load(c)
  if (status === 200 && !decision.mayWrite) return c.redirect(`/keputusan/${decision.id}`, 303)
  const w = words[c.var.viewer.locale]
  const kept = valuesOf(decision)
  return show(
    c,
    { title: w.change, breadcrumbs: crumbs(c, decision, w.change), status },
    <DecisionForm
      action={`/keputusan/${decision.id}/ubah`}
      back={`/keputusan/${decision.id}`}
      title={w.change}
      lead={decision.number}
      decision={decision}
      values={{ ...(values ?? kept), rev: status === 409 ? decision.rev : (values?.rev ?? decision.rev) }}
      errors={errors}
      stored={status === 409 ? kept : undefined}
    />,
  )
}

/** As its form holds it: things by what they are called. */
const valuesOf = ({ addressee, referredTo, postponedTo, continues, ...decision }: DecisionDetail): Values => ({
  ...decision,
  office: addressee?.kind === 'office' ? addressee.name : null,
  partner: addressee?.kind === 'partner' ? addressee.name : null,
  body: addressee?.kind === 'body' ? addressee.name : null,
  referredTo: referredTo?.name ?? null,
  postponedTo: postponedTo?.name.split(':')[0] ?? null,
  continues: continues?.name.split(':')[0] ?? null,
})

export const change = (c: Request): Promise<Response> =>
  submit(c, changeDecision, {
    add: { id: c.req.param('id') },
    choices,
    done: ({ id }) => redirect(c, `/keputusan/${id}`, said('change')),
    again: (values, errors, status) => changePage(c, { values, errors, status }),
  })

export const remove = (c: Request): Promise<Response> =>
  submit(c, removeDecision, {
    add: { id: c.req.param('id') },
    done: ({ minutes }) => redirect(c, `/notula/${minutes}#keputusan`, said('remove')),
    again: (_, errors, status) => changePage(c, { errors, status }),
  })

export async function planPage(c: Request, { values, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const decision = await load(c)
  if (!decision.mayPlan) return c.redirect(`/keputusan/${decision.id}`, 303)
  const { owners } = await call(c.var.kernel, c.var.actor, listOwners, { office: decision.office.id })
  const { plan } = words[c.var.viewer.locale]
  return show(
    c,
    { title: plan, breadcrumbs: crumbs(c, decision, plan), status },
    <PlanDecision
      decision={decision}
      owners={owners}
      values={values ?? proposed(decision, owners, c.var.viewer.today)}
      errors={errors}
      idempotencyKey={newId()}
    />,
  )
}

/** What was decided, by when, and the first of those who could do it: one press is enough. */
const proposed = ({ text, dueOn }: DecisionDetail, owners: readonly { id: string }[], today: string): Values => ({
  action: firstLine(text, 300),
  detail: firstLine(text, 300) === text ? null : text,
  dueOn: dueOn && dueOn >= today ? dueOn : null,
  ownerId: owners[0]?.id,
})

export const plan = (c: Request) => act(c, planDecision, 'plan', planPage)
export const link = (c: Request) => act(c, linkDecision, 'link', showPage)
export const unlink = (c: Request) => act(c, unlinkDecision, 'unlink', showPage)

/** Every act leads back to the decision, which shows what came of it. */
const act = (
  c: Request,
  operation: AnyOperation,
  what: keyof (typeof words)['id']['done'],
  page: (c: Request, again: Again) => Promise<Response>,
) =>
  submit(c, operation, {
    add: c.req.param(),
    done: () => redirect(c, `/keputusan/${c.req.param('id')}`, said(what)),
    again: (values, errors, status) => page(c, { values, errors, status }),
  })

const said = (what: keyof (typeof words)['id']['done']) => inWords(words, w => w.done[what])

const load = (c: Request): Promise<DecisionDetail> => call(c.var.kernel, c.var.actor, showDecision, { id: c.req.param('id') ?? '' })

const crumbs = (c: Request, { id, number }: DecisionDetail, here?: string) => [
  { href: '/keputusan', label: words[c.var.viewer.locale].decisions },
  { href: here ? `/keputusan/${id}` : undefined, label: number },
  ...(here ? [{ label: here }] : []),
]
