import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { type AnyOperation, call, newId } from '../../../platform/operation/operation.ts'
import { everything } from '../../../web/list/list.ts'
import { sectionsOn } from '../../../web/sections.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { Section } from '../../../web/ui/page-head.tsx'
import { listOwners } from '../../followups/operations/create.ts'
import { relatedThings } from '../../things/operations.ts'
import { linkFollowUp, planFollowUp, unlinkFollowUp } from '../operations/follow.ts'
import { listFindings, showFinding } from '../operations/read.ts'
import { dismissFinding, restoreFinding } from '../operations/write.ts'
import type { FindingDetail } from '../schema.ts'
import { DismissFinding, PlanFollowUp } from '../views/forms.tsx'
import { FindingPage } from '../views/show.tsx'
import { FindingTable } from '../views/table.tsx'
import { words } from '../words.ts'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }

export async function showPage(c: Request, { values, errors, status = 200 }: Again = {}): Promise<Response> {
  const finding = await load(c)
  return show(
    c,
    { title: `${words[c.var.viewer.locale].kinds[finding.kind]} ${finding.number}`, breadcrumbs: crumbs(c, finding), status },
    <>
      <FindingPage
        finding={finding}
        things={
          await relatedThings(c, [
            ...finding.partners.map(({ id }) => ({ kind: 'partner', id })),
            { kind: 'office', id: finding.office.id },
          ])
        }
        beside={await besideOf(c, finding)}
        {...(errors ? { values, errors } : {})}
      />
      {await sectionsOn(c, 'finding', { id: finding.id, name: finding.number })}
    </>,
  )
}

/** What else was written in the same form: a solution stands with its obstacle. */
async function besideOf(c: Request, { id, source }: FindingDetail) {
  if (!source) return null
  const { findings, total } = await call(c.var.kernel, c.var.actor, listFindings, { source: source.id, sort: 'created' })
  const w = words[c.var.viewer.locale]
  const others = findings.filter(each => each.id !== id)
  if (!others.length) return null
  return (
    <Section
      title={source.kind === 'assignment' ? w.sameForm : w.samePlace}
      count={total}
      list={`/temuan?sumber=${source.id}&status=${everything}`}
    >
      <FindingTable caption={source.kind === 'assignment' ? w.sameForm : w.samePlace} findings={others.slice(0, 10)} without="agreement" />
    </Section>
  )
}

export async function planPage(c: Request, { values, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const finding = await load(c)
  if (!finding.mayPlan) return c.redirect(`/temuan/${finding.id}`, 303)
  const { owners } = await call(c.var.kernel, c.var.actor, listOwners, { office: finding.office.id })
  const { plan } = words[c.var.viewer.locale]
  return show(
    c,
    { title: plan, breadcrumbs: crumbs(c, finding, plan), status },
    <PlanFollowUp finding={finding} owners={owners} values={values ?? {}} errors={errors} idempotencyKey={newId()} />,
  )
}

export async function dismissPage(c: Request, { values = {}, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const finding = await load(c)
  if (!finding.mayWrite) return c.redirect(`/temuan/${finding.id}`, 303)
  const { dismiss } = words[c.var.viewer.locale]
  return show(
    c,
    { title: dismiss, breadcrumbs: crumbs(c, finding, dismiss), status },
    <DismissFinding finding={finding} values={values} errors={errors} />,
  )
}

export const plan = (c: Request) => act(c, planFollowUp, 'plan', planPage)
export const dismiss = (c: Request) => act(c, dismissFinding, 'dismiss', dismissPage)
export const restore = (c: Request) => act(c, restoreFinding, 'restore', showPage)
export const link = (c: Request) => act(c, linkFollowUp, 'link', showPage)
export const unlink = (c: Request) => act(c, unlinkFollowUp, 'unlink', showPage)

/** Every act leads back to the finding, which shows what came of it. */
const act = (
  c: Request,
  operation: AnyOperation,
  said: keyof (typeof words)['id']['done'],
  page: (c: Request, again: Again) => Promise<Response>,
) =>
  submit(c, operation, {
    add: c.req.param(),
    done: () =>
      redirect(
        c,
        `/temuan/${c.req.param('id')}`,
        inWords(words, w => w.done[said]),
      ),
    again: (values, errors, status) => page(c, { values, errors, status }),
  })

const load = (c: Request): Promise<FindingDetail> => call(c.var.kernel, c.var.actor, showFinding, { id: c.req.param('id') ?? '' })

const crumbs = (c: Request, { id, number }: FindingDetail, here?: string) => [
  { href: '/temuan', label: words[c.var.viewer.locale].findings },
  { href: here ? `/temuan/${id}` : undefined, label: number },
  ...(here ? [{ label: here }] : []),
]
