import { consume } from '../../../platform/auth/throttle.ts'
import { anonymous } from '../../../platform/authority/actor.ts'
import { canAnywhere } from '../../../platform/authority/reach.ts'
import { type Request, redirect } from '../../../platform/doors/request.ts'
import { asVisit, countPlace } from '../../../platform/doors/visitors.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { call } from '../../../platform/operation/operation.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { answerByLink, answerInvitation, linkProblem, listOwnInvitations, showOwnInvitation } from '../operations/answers.ts'
import { findInvitation, type InvitationRow, ownFrom } from '../queries/own.ts'
import { readLinkToken } from '../rules/links.ts'
import type { OwnInvitation } from '../schema/answers.ts'
import { InvitationPage, OwnInvitations, VoidLink } from '../views/own.tsx'
import { words } from '../words/words.ts'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }

export async function minePage(c: Request): Promise<Response> {
  const { invitations } = await call(c.var.kernel, c.var.actor, listOwnInvitations, {})
  return show(c, { title: words[c.var.viewer.locale].mine }, <OwnInvitations invitations={invitations} />)
}

export async function ownPage(c: Request, again: Again = {}): Promise<Response> {
  const invitation = await call(c.var.kernel, c.var.actor, showOwnInvitation, { id: c.req.param('id') ?? '' })
  return page(c, invitation, `/undangan/${invitation.id}`, canAnywhere(c.var.actor, 'meeting.read'), again)
}

export const answerOwn = (c: Request): Promise<Response> => {
  const id = c.req.param('id')
  return submit(c, answerInvitation, {
    add: { id },
    done: () => answered(c, `/undangan/${id}`),
    again: (values, errors, status) => ownPage(c, { values, errors, status }),
  })
}

/** What a personal link opens, signed in or not. Links that lead nowhere are counted by where they are tried, each link by how often. */
export const linkPage = (c: Request): Promise<Response> => byLink(c, row => linked(c, row, {}))

export const answerLink = (c: Request): Promise<Response> =>
  byLink(c, row => {
    const token = c.req.param('token') ?? ''
    if (c.var.actor.kind === 'anonymous') c.set('actor', { ...anonymous(c.var.viewer.locale), name: row.name })
    return submit(c, answerByLink, {
      add: { token, key: c.var.kernel.secret },
      done: () => answered(c, `/jawab/${token}`),
      again: async (values, errors, status) => linked(c, (await findInvitation(kernelOf(c), row.id)) ?? row, { values, errors, status }),
    })
  })

async function byLink(c: Request, answer: (row: InvitationRow) => Response | Promise<Response>): Promise<Response> {
  const { kernel } = c.var
  const token = c.req.param('token') ?? ''
  c.set('isForEverybody', true)
  c.header('x-robots-tag', 'noindex, nofollow')
  let response: Response | undefined
  await asVisit(c, async () => {
    const said = readLinkToken(kernel.secret, token)
    const row = said ? await findInvitation(kernelOf(c), said.invitee) : undefined
    if (!row) {
      await countPlace(c, 'invitationPlace')
      response = await voidPage(c, 'unknown')
      return
    }
    await consume(c, 'invitation', row.id)
    const problem = linkProblem(row, token)
    response = problem ? await voidPage(c, problem) : await answer(row)
  })
  return response!
}

const kernelOf = (c: Request) => ({ db: c.var.kernel.store.db })

function linked(c: Request, row: InvitationRow, again: Again): Promise<Response> {
  const invitation = ownFrom(row, c.var.kernel.clock.now())
  return page(c, invitation, `/jawab/${c.req.param('token')}`, false, again)
}

/** 410: there was, or could have been, something here; asking again does not help. */
async function voidPage(c: Request, why: 'unknown' | 'replaced' | 'revoked'): Promise<Response> {
  return show(c, { title: words[c.var.viewer.locale].linkVoid, status: 410 }, <VoidLink why={why} />)
}

async function page(c: Request, invitation: OwnInvitation, action: string, mayRead: boolean, { values, errors = {}, status = 200 }: Again) {
  const kept: Values = { answer: invitation.answer, reason: invitation.reason, rev: invitation.rev }
  return show(
    c,
    { title: invitation.meeting.title, status },
    <InvitationPage
      invitation={invitation}
      action={action}
      values={values ? { ...values, rev: status === 409 ? invitation.rev : values.rev } : kept}
      errors={errors}
      mayRead={mayRead}
    />,
  )
}

const answered = (c: Request, to: string): Response =>
  redirect(
    c,
    to,
    inWords(words, w => w.done.answer),
  )
