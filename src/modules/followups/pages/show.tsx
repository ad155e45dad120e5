import { sendFile } from '../../../platform/doors/endpoint.ts'
import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { type AnyOperation, call } from '../../../platform/operation/operation.ts'
import { sectionsOn } from '../../../web/sections.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { relatedThings } from '../../things/operations.ts'
import { cancelFollowUp, reassignFollowUp, reopenFollowUp, rescheduleFollowUp } from '../operations/change.ts'
import { listOwners } from '../operations/create.ts'
import { readEvidence, showFollowUp } from '../operations/read.ts'
import { reportFollowUp } from '../operations/report.ts'
import { verifyFollowUp } from '../operations/verify.ts'
import { aboutOf } from '../rules.ts'
import type { Act, FollowUp, FollowUpDetail } from '../schema.ts'
import { ActPage } from '../views/act-form.tsx'
import { FollowUpPage } from '../views/show.tsx'
import { words } from '../words.ts'

const operations: Record<Act, AnyOperation> = {
  report: reportFollowUp,
  verify: verifyFollowUp,
  reassign: reassignFollowUp,
  reschedule: rescheduleFollowUp,
  cancel: cancelFollowUp,
  reopen: reopenFollowUp,
}

export async function showPage(c: Request): Promise<Response> {
  const followUp = await load(c)
  return show(
    c,
    { title: followUp.action, breadcrumbs: crumbs(c, followUp) },
    <>
      <FollowUpPage
        followUp={followUp}
        address={`${c.var.kernel.baseUrl}/tindak-lanjut/${followUp.id}`}
        things={await thingsOf(c, followUp)}
      />
      {
        await sectionsOn(c, 'follow_up', {
          id: followUp.id,
          name: followUp.number,
          stands: new Set(followUp.grounds ? [followUp.grounds.path] : []),
        })
      }
    </>,
  )
}

/** What it belongs to, as far as one reads it. */
function thingsOf(c: Request, followUp: FollowUpDetail) {
  const { agreement, partner } = aboutOf(followUp)
  return relatedThings(c, [
    agreement && { kind: 'agreement', id: agreement.id },
    partner && { kind: 'partner', id: partner.id },
    { kind: 'office', id: followUp.office.id },
    { kind: 'person', id: followUp.owner.id },
  ])
}

export const actPage = (act: Act) => (c: Request) => form(c, act)

export const actNow = (act: Act) => (c: Request) =>
  submit(c, operations[act], {
    add: { id: c.req.param('id') },
    done: output => {
      const said = doneBy(act, (output as FollowUp).state)
      return redirect(
        c,
        `/tindak-lanjut/${c.req.param('id')}`,
        inWords(words, w => w.done[said]),
      )
    },
    again: (values, errors, status) => form(c, act, values, errors, status),
  })

export const evidence = async (c: Request): Promise<Response> =>
  sendFile(c, await call(c.var.kernel, c.var.actor, readEvidence, c.req.param() as never), true)

const doneBy = (act: Act, state: FollowUp['state']) => (act === 'verify' ? (state === 'verified' ? 'accept' : 'return') : act)
const load = (c: Request): Promise<FollowUpDetail> => call(c.var.kernel, c.var.actor, showFollowUp, { id: c.req.param('id') ?? '' })

async function form(c: Request, act: Act, values: Values = {}, errors: Errors = {}, status: 200 | 422 | 409 = 200): Promise<Response> {
  const followUp = await load(c)
  if (status === 200 && !followUp.acts.includes(act)) return c.redirect(`/tindak-lanjut/${followUp.id}`, 303)
  const owners = act === 'reassign' ? (await call(c.var.kernel, c.var.actor, listOwners, { office: followUp.office.id })).owners : []
  const label = words[c.var.viewer.locale].acts[act]
  return show(
    c,
    { title: label, breadcrumbs: [...crumbs(c, followUp, true), { label }], status },
    <ActPage
      followUp={followUp}
      things={await thingsOf(c, followUp)}
      act={act}
      owners={owners}
      values={{ ...values, rev: status === 409 ? followUp.rev : (values.rev ?? followUp.rev) }}
      errors={errors}
      stored={status === 409 ? storedOf(followUp) : undefined}
    />,
  )
}

/** What another may have done meanwhile, by the names that the fields have. */
const storedOf = ({ dueOn, events }: FollowUpDetail): Values => {
  const note = events.at(-1)?.note
  return { dueOn, note, reason: note }
}

const crumbs = (c: Request, { id, number }: FollowUpDetail, linked = false) => [
  { href: '/tindak-lanjut', label: words[c.var.viewer.locale].followUps },
  { href: linked ? `/tindak-lanjut/${id}` : undefined, label: number },
]
