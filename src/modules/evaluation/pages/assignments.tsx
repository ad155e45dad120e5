import { can } from '../../../platform/authority/reach.ts'
import { sendFile } from '../../../platform/doors/endpoint.ts'
import { type Request, redirect } from '../../../platform/doors/request.ts'
import { formatDay, formatNumber } from '../../../platform/i18n/format.ts'
import { inWords, textIn } from '../../../platform/i18n/words.ts'
import { call } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { askList } from '../../../web/list/ask.ts'
import { onlyFor } from '../../../web/only-for.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { invitersAt } from '../../organisation/operations/offices.ts'
import { Inviters } from '../../organisation/views/inviters.tsx'
import { BlankForm } from '../../questionnaires/views/blank-form.tsx'
import { downloadAnswerFile } from '../operations/answer-files.ts'
import { extendAssignment, returnAssignment } from '../operations/assignment-lifecycle.ts'
import { listAssignments, showAssignment } from '../operations/assignments.ts'
import { showCycle } from '../operations/cycles.ts'
import { inviteAssignment } from '../operations/invite.ts'
import type { Assignment } from '../schema.ts'
import { AssignmentAct } from '../views/assignment-acts.tsx'
import type { AssignmentPowers } from '../views/assignment-head.tsx'
import { AssignmentList } from '../views/assignment-list.tsx'
import { assignmentList } from '../views/listing.ts'
import { evaluationWords as words } from '../words.ts'
import { mayInvite } from './board.tsx'

const idOf = (c: Request) => ({ id: c.req.param('id')! })

export async function listPage(c: Request): Promise<Response> {
  const { actor, kernel, viewer } = c.var
  const { asked, answer } = await askList(c, assignmentList, listAssignments, ({ asks }) => ({ sort: asks.mine ? 'due' : 'office' }))
  const { cycle, mine } = asked.asks
  const found = cycle ? await call(kernel, actor, showCycle, { id: String(cycle) }).catch(unlessGone) : null
  const inviters = mine ? await invitersAt(c, actor.office?.id) : null
  const w = words[viewer.locale]
  return show(
    c,
    {
      title: w.list,
      breadcrumbs: [
        { href: '/evaluasi', label: w.title },
        ...(found ? [{ href: `/evaluasi/${found.id}`, label: found.name }] : []),
        { label: w.list },
      ],
    },
    <>
      <AssignmentList {...answer} asked={asked} cycle={found} mayInvite={mayInvite(c)} />
      {inviters ? <Inviters inviters={inviters} /> : null}
    </>,
  )
}

/** A cycle that is not there, or not for whoever looks, has no form here. */
function unlessGone(error: unknown): null {
  if (error instanceof Refusal && error.code === 'not_found') return null
  throw error
}

export async function invite(c: Request): Promise<Response> {
  const { letters } = await call(c.var.kernel, c.var.actor, inviteAssignment, idOf(c))
  return redirect(
    c,
    `/evaluasi/isian/${idOf(c).id}`,
    inWords(words, w => w.invited({ count: letters })),
  )
}

export const actPage =
  (act: 'extend' | 'return') =>
  (c: Request): Promise<Response> =>
    actForm(c, act)

export const extend = (c: Request): Promise<Response> =>
  submit(c, extendAssignment, {
    add: idOf(c),
    done: ({ extended }) =>
      redirect(
        c,
        `/evaluasi/isian/${idOf(c).id}`,
        inWords(words, (w, locale) => w.extended({ count: formatNumber(locale, extended) })),
      ),
    again: (values, errors, status) => actForm(c, 'extend', values, errors, status),
  })

export const giveBack = (c: Request): Promise<Response> =>
  submit(c, returnAssignment, {
    add: idOf(c),
    done: ({ id }) =>
      redirect(
        c,
        `/evaluasi/isian/${id}`,
        inWords(words, w => w.returned),
      ),
    again: (values, errors, status) => actForm(c, 'return', values, errors, status),
  })

async function actForm(
  c: Request,
  act: 'extend' | 'return',
  values: Values = {},
  errors: Errors = {},
  status: 200 | 422 | 409 = 200,
): Promise<Response> {
  const assignment = await call(c.var.kernel, c.var.actor, showAssignment, idOf(c))
  onlyFor(c, 'assignment.extend', { path: assignment.office.path })
  const title = words[c.var.viewer.locale][act]
  return show(
    c,
    { title, breadcrumbs: [...crumbsOf(c, assignment), { label: title }], status },
    <AssignmentAct assignment={assignment} act={act} values={values} errors={errors} />,
  )
}

export const crumbsOf = (
  c: Request,
  {
    id,
    cycle,
    partner,
    office,
  }: { id: string; cycle: { id: string; name: string }; partner: { name: string } | null; office: { name: string } },
) => [
  { href: '/evaluasi', label: words[c.var.viewer.locale].title },
  { href: `/evaluasi/${cycle.id}`, label: cycle.name },
  { href: `/evaluasi/isian/${id}`, label: partner?.name ?? office.name },
]

export const file = async (c: Request): Promise<Response> =>
  sendFile(c, await call(c.var.kernel, c.var.actor, downloadAnswerFile, { ...idOf(c), file: c.req.param('file')! }))

/** The same questions to print and fill in by pen. */
export async function paper(c: Request): Promise<Response> {
  const { kernel, actor, viewer } = c.var
  const assignment = await call(kernel, actor, showAssignment, idOf(c))
  const w = words[viewer.locale]
  const { instrument, side, obligations, agreement, office, partner } = assignment
  const facts = [
    { label: w.columns.agreement, value: agreement.title },
    { label: w.columns.number, value: agreement.kpuNumber ?? '–' },
    { label: w.columns.side, value: partner?.name ?? office.name },
    { label: w.period, value: `${formatDay(viewer.locale, assignment.periodFrom)} – ${formatDay(viewer.locale, assignment.periodTo)}` },
    { label: w.columns.due, value: formatDay(viewer.locale, assignment.dueOn) },
  ]
  return show(
    c,
    { title: textIn(instrument.title, viewer.locale), breadcrumbs: [...crumbsOf(c, assignment), { label: w.paper }] },
    <>
      <PageHead title={textIn(instrument.title, viewer.locale)} />
      <BlankForm instrument={instrument} side={side} obligations={obligations} facts={facts} />
    </>,
  )
}

/** What the actor may do with a form besides answering; the refusals are the operations'. */
export function powersOver(c: Request, assignment: Assignment): AssignmentPowers {
  const place = { path: assignment.office.path }
  const waits = assignment.state !== 'submitted'
  const mayExtend = can(c.var.actor, 'assignment.extend', place)
  return {
    mayInvite: waits && assignment.side === 'partner' && mayInvite(c)(assignment),
    mayExtend: waits && mayExtend && !assignment.isCycleClosed,
    mayReturn: !waits && assignment.phase !== 'closed' && assignment.given !== null && mayExtend,
  }
}
