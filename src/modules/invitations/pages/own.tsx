import { consume } from '../../../platform/auth/throttle.ts'
import { anonymous } from '../../../platform/authority/actor.ts'
import { canAnywhere } from '../../../platform/authority/reach.ts'
import { type Request, redirect } from '../../../platform/doors/request.ts'
import { asVisit, countPlace } from '../../../platform/doors/visitors.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { call } from '../../../platform/operation/operation.ts'
import { sectionsOn } from '../../../web/sections.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { answerByLink, answerInvitation, linkProblem, listOwnInvitations, showOwnInvitation } from '../operations/answers.ts'
import { choicesOf, chooseByLink, chooseClass, showClassChoices } from '../operations/classes/choose.ts'
import { appointByLink, appointProxy, endProxy, proxyChoices, showProxies } from '../operations/proxies.ts'
import { findInvitation, type InvitationRow, ownFrom } from '../queries/own.ts'
import { readLinkToken } from '../rules/links.ts'
import type { OwnInvitation } from '../schema/answers.ts'
import type { ClassChoices } from '../schema/classes.ts'
import { InvitationPage, OwnInvitations, VoidLink } from '../views/own.tsx'
import type { ProxyChoices } from '../views/proxy.tsx'
import { words } from '../words/words.ts'

/** Which of the forms of the page was sent. */
type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409; of?: 'answer' | 'proxy' | 'class' }

export async function minePage(c: Request): Promise<Response> {
  const { invitations } = await call(c.var.kernel, c.var.actor, listOwnInvitations, {})
  return show(c, { title: words[c.var.viewer.locale].mine }, <OwnInvitations invitations={invitations} />)
}

export async function ownPage(c: Request, again: Again = {}): Promise<Response> {
  const invitation = await call(c.var.kernel, c.var.actor, showOwnInvitation, { id: c.req.param('id') ?? '' })
  const choices = await call(c.var.kernel, c.var.actor, showProxies, { id: invitation.id })
  const classes = await call(c.var.kernel, c.var.actor, showClassChoices, { id: invitation.id })
  return page(
    c,
    {
      invitation,
      choices,
      classes,
      action: `/undangan/${invitation.id}`,
      checkIn: `/rapat/${invitation.meeting.id}/hadir`,
      mayRead: canAnywhere(c.var.actor, 'meeting.read'),
    },
    again,
  )
}

export const appointOwn = (c: Request): Promise<Response> => {
  const id = c.req.param('id')
  return submit(c, appointProxy, {
    add: { id },
    done: () => answered(c, `/undangan/${id}`, 'proxy'),
    again: (values, errors, status) => ownPage(c, { values, errors, status, of: 'proxy' }),
  })
}

export const chooseOwn = (c: Request): Promise<Response> => {
  const id = c.req.param('id')
  return submit(c, chooseClass, {
    add: { id },
    done: () => answered(c, `/undangan/${id}`, 'class'),
    again: (_, errors, status) => ownPage(c, { errors, status, of: 'class' }),
  })
}

export const endOwn = (c: Request): Promise<Response> =>
  submit(c, endProxy, {
    add: { id: c.req.param('proxy'), how: 'withdrawn' },
    done: () => answered(c, `/undangan/${c.req.param('id')}`, 'endProxy'),
    again: (_, errors, status) => ownPage(c, { errors, status }),
  })

export const answerOwn = (c: Request): Promise<Response> => {
  const id = c.req.param('id')
  return submit(c, answerInvitation, {
    add: { id },
    done: () => answered(c, `/undangan/${id}`, 'answer'),
    again: (values, errors, status) => ownPage(c, { values, errors, status }),
  })
}

/** What a personal link opens, signed in or not. Links that lead nowhere are counted by where they are tried, each link by how often. */
export const linkPage = (c: Request): Promise<Response> => byLink(c, row => linked(c, row, {}))

export const answerLink = (c: Request): Promise<Response> =>
  byLink(c, row => {
    const token = c.req.param('token') ?? ''
    asInvitee(c, row)
    return submit(c, answerByLink, {
      add: { token, key: c.var.kernel.secret },
      done: () => answered(c, `/jawab/${token}`, 'answer'),
      again: async (values, errors, status) => linked(c, (await findInvitation(kernelOf(c), row.id)) ?? row, { values, errors, status }),
    })
  })

export const chooseLink = (c: Request): Promise<Response> =>
  byLink(c, row => {
    const token = c.req.param('token') ?? ''
    asInvitee(c, row)
    return submit(c, chooseByLink, {
      add: { token, key: c.var.kernel.secret },
      done: () => answered(c, `/jawab/${token}`, 'class'),
      again: async (_, errors, status) => linked(c, (await findInvitation(kernelOf(c), row.id)) ?? row, { errors, status, of: 'class' }),
    })
  })

export const appointLink = (c: Request): Promise<Response> =>
  byLink(c, row => {
    const token = c.req.param('token') ?? ''
    asInvitee(c, row)
    return submit(c, appointByLink, {
      add: { token, key: c.var.kernel.secret },
      done: () => answered(c, `/jawab/${token}`, 'proxy'),
      again: async (values, errors, status) =>
        linked(c, (await findInvitation(kernelOf(c), row.id)) ?? row, { values, errors, status, of: 'proxy' }),
    })
  })

/** Who answers by a link without being signed in is named in the trail as who was invited. */
function asInvitee(c: Request, { name }: InvitationRow): void {
  if (c.var.actor.kind === 'anonymous') c.set('actor', { ...anonymous(c.var.viewer.locale), name })
}

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

async function linked(c: Request, row: InvitationRow, again: Again): Promise<Response> {
  const invitation = ownFrom(row, c.var.kernel.clock.now())
  const choices = await proxyChoices(kernelOf(c), row)
  const classes = await choicesOf({ ...kernelOf(c), clock: c.var.kernel.clock }, row)
  return page(
    c,
    {
      invitation,
      choices,
      classes,
      action: `/jawab/${c.req.param('token')}`,
      checkIn: `/jawab/${c.req.param('token')}/hadir`,
      mayRead: false,
    },
    again,
  )
}

/** 410: there was, or could have been, something here; asking again does not help. */
async function voidPage(c: Request, why: 'unknown' | 'replaced' | 'revoked'): Promise<Response> {
  return show(c, { title: words[c.var.viewer.locale].linkVoid, status: 410 }, <VoidLink why={why} />)
}

type Opened = { invitation: OwnInvitation; choices: ProxyChoices; classes: ClassChoices; action: string; mayRead: boolean; checkIn: string }
async function page(c: Request, { invitation, checkIn, ...more }: Opened, { values, errors = {}, status = 200, of = 'answer' }: Again) {
  const kept: Values = { answer: invitation.answer, reason: invitation.reason, rev: invitation.rev }
  return show(
    c,
    { title: invitation.meeting.title, status },
    <>
      <InvitationPage
        invitation={invitation}
        {...more}
        checkIn={isDue(c, invitation) ? checkIn : null}
        of={of}
        values={values ? { ...values, rev: status === 409 ? invitation.rev : values.rev } : kept}
        errors={errors}
      />
      {await sectionsOn(c, 'meeting_invitee', { id: invitation.id, name: invitation.meeting.title })}
    </>,
  )
}

/** An hour before it begins people come. */
const isDue = (c: Request, { problem, meeting }: OwnInvitation): boolean =>
  problem === null && Date.parse(meeting.startsAt) - 3_600_000 <= c.var.kernel.clock.now().getTime()

const answered = (c: Request, to: string, done: 'answer' | 'proxy' | 'endProxy' | 'class'): Response =>
  redirect(
    c,
    to,
    inWords(words, w => w.done[done]),
  )
