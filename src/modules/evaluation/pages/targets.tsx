import { sendFile } from '../../../platform/endpoint.ts'
import { formatDay, formatNumber } from '../../../platform/i18n/format.ts'
import { call } from '../../../platform/operation.ts'
import { can } from '../../../platform/permissions/reach.ts'
import { type Request, redirect } from '../../../platform/request.ts'
import { onlyFor } from '../../../web/only-for.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { downloadAnswerFile } from '../operations/answer-files.ts'
import { extendTarget, returnTarget } from '../operations/assignment-lifecycle.ts'
import { showCycle } from '../operations/cycles.ts'
import { inviteTarget } from '../operations/invite.ts'
import { listTargets, showTarget } from '../operations/targets.ts'
import type { Target } from '../schema.ts'
import { BlankForm } from '../views/blank-form.tsx'
import { TargetAct } from '../views/target-acts.tsx'
import type { TargetPowers } from '../views/target-head.tsx'
import { TargetList } from '../views/target-list.tsx'
import { evaluationWords as words } from '../words.ts'
import { mayInvite } from './board.tsx'

const idOf = (c: Request) => ({ id: c.req.param('id')! })

export async function listPage(c: Request): Promise<Response> {
  const { actor, kernel, viewer } = c.var
  const query = c.req.query()
  const {
    siklus: cycle,
    pihak: side,
    keadaan: state,
    provinsi: province,
    satker: office,
    q,
    saya: mine,
    berjalan: running,
    perjanjian: agreement,
    sesudah: after,
    sebelum: before,
  } = query
  const filter = withoutEmpty({ side, state, province, office, q, mine, running, agreement })
  const page = await call(kernel, actor, listTargets, {
    ...filter,
    ...withoutEmpty({ cycle, after, before }),
    sort: mine ? 'due' : 'office',
  } as never)
  const found = cycle ? await call(kernel, actor, showCycle, { id: cycle }) : null
  const w = words[viewer.locale]
  const url = new URL(c.req.url)
  const api = (format: string) => withQuery(`/api/v1/cycles/${cycle}/responses`, { ...filter, format })
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
    <TargetList
      {...page}
      url={url.pathname + url.search}
      query={query}
      cycle={found}
      exports={found && { csv: api('csv'), xlsx: api('xlsx') }}
      mayInvite={mayInvite(c)}
    />,
  )
}

/** An empty field of a filter is a filter not used. */
const withoutEmpty = (fields: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])))

export async function invite(c: Request): Promise<Response> {
  const { letters } = await call(c.var.kernel, c.var.actor, inviteTarget, idOf(c))
  return redirect(c, `/evaluasi/isian/${idOf(c).id}`, {
    id: words.id.invited(formatNumber('id', letters)),
    en: words.en.invited(formatNumber('en', letters)),
  })
}

export const actPage =
  (act: 'extend' | 'return') =>
  (c: Request): Promise<Response> =>
    actForm(c, act)

export const extend = (c: Request): Promise<Response> =>
  submit(c, extendTarget, {
    add: idOf(c),
    done: ({ extended }) =>
      redirect(c, `/evaluasi/isian/${idOf(c).id}`, {
        id: words.id.extended(formatNumber('id', extended)),
        en: words.en.extended(formatNumber('en', extended)),
      }),
    again: (values, errors, status) => actForm(c, 'extend', values, errors, status),
  })

export const giveBack = (c: Request): Promise<Response> =>
  submit(c, returnTarget, {
    add: idOf(c),
    done: ({ id }) => redirect(c, `/evaluasi/isian/${id}`, { id: words.id.returned, en: words.en.returned }),
    again: (values, errors, status) => actForm(c, 'return', values, errors, status),
  })

async function actForm(
  c: Request,
  act: 'extend' | 'return',
  values: Values = {},
  errors: Errors = {},
  status: 200 | 422 | 409 = 200,
): Promise<Response> {
  const target = await call(c.var.kernel, c.var.actor, showTarget, idOf(c))
  onlyFor(c, 'target.extend', { path: target.office.path })
  const title = words[c.var.viewer.locale][act]
  return show(
    c,
    { title, breadcrumbs: [...crumbsOf(c, target), { label: title }], status },
    <TargetAct target={target} act={act} values={values} errors={errors} />,
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
  const target = await call(kernel, actor, showTarget, idOf(c))
  const w = words[viewer.locale]
  const { instrument, side, obligations, agreement, office, partner } = target
  const facts = [
    { label: w.columns.agreement, value: agreement.title },
    { label: w.columns.number, value: agreement.kpuNumber ?? '–' },
    { label: w.columns.side, value: partner?.name ?? office.name },
    { label: w.period, value: `${formatDay(viewer.locale, target.periodFrom)} – ${formatDay(viewer.locale, target.periodTo)}` },
    { label: w.columns.due, value: formatDay(viewer.locale, target.dueOn) },
  ]
  return show(
    c,
    { title: instrument.title[viewer.locale], breadcrumbs: [...crumbsOf(c, target), { label: w.paper }] },
    <>
      <PageHead title={instrument.title[viewer.locale]} />
      <BlankForm instrument={instrument} side={side} obligations={obligations} facts={facts} />
    </>,
  )
}

/** What the actor may do with a form besides answering; the refusals are the operations'. */
export function powersOver(c: Request, target: Target): TargetPowers {
  const place = { path: target.office.path }
  const waits = target.state !== 'submitted'
  const mayExtend = can(c.var.actor, 'target.extend', place)
  return {
    mayInvite: waits && target.side === 'partner' && mayInvite(c)(target),
    mayExtend: waits && mayExtend,
    mayReturn: !waits && target.phase !== 'closed' && target.given !== null && mayExtend,
  }
}
