import { consume } from '../../../platform/auth/throttle.ts'
import { anonymous } from '../../../platform/authority/actor.ts'
import { type Request, redirect } from '../../../platform/doors/request.ts'
import { asVisit, countPlace } from '../../../platform/doors/visitors.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { linkProblem } from '../../invitations/operations/answers.ts'
import { findInvitation, type InvitationRow } from '../../invitations/queries/own.ts'
import { readLinkToken } from '../../invitations/rules/links.ts'
import { VoidLink } from '../../invitations/views/own.tsx'
import { words as invitations } from '../../invitations/words/words.ts'
import { checkInByLink } from '../operations/codes.ts'
import { CheckInForm } from '../views/codes.tsx'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }

/** Where whoever has a personal link checks in by the code of the minute, signed in or not. */
export const linkCheckInPage = (c: Request): Promise<Response> => byLink(c, row => form(c, row))

export const linkCheckIn = (c: Request): Promise<Response> =>
  byLink(c, row => {
    const token = c.req.param('token') ?? ''
    const { locale } = c.var.viewer
    if (c.var.actor.kind === 'anonymous') c.set('actor', { ...anonymous(locale), name: row.name })
    return submit(c, checkInByLink, {
      add: { token, key: c.var.kernel.secret },
      asked: ['code'],
      done: ({ outcome, session }, values) => {
        const message = outcome === 'tooMany' ? refusals.tooManyTries : refusals.wrongCode
        if (!session) return form(c, row, { values, errors: { code: [message[locale]] }, status: 422 })
        return redirect(
          c,
          `/jawab/${token}`,
          inWords(words, w => (outcome === 'in' ? w.checkedIn : w.checkedInBefore)({ session: session.title })),
        )
      },
      again: (values, errors, status) => form(c, row, { values, errors, status }),
    })
  })

function form(c: Request, row: InvitationRow, { values = {}, errors = {}, status = 200 }: Again = {}) {
  const action = `/jawab/${c.req.param('token')}`
  return show(
    c,
    { title: words[c.var.viewer.locale].checkIn, status },
    <CheckInForm
      meeting={{ id: row.meetingId, name: row.title }}
      action={`${action}/hadir`}
      back={action}
      mode={row.meetingMode}
      values={{ mode: 'onsite', ...values }}
      errors={errors}
    />,
  )
}

/** Links that lead nowhere are counted by where they are tried, each link by how often; 410, since asking again does not help. */
async function byLink(c: Request, answer: (row: InvitationRow) => Response | Promise<Response>): Promise<Response> {
  const { kernel, viewer } = c.var
  const token = c.req.param('token') ?? ''
  c.set('isForEverybody', true)
  c.header('x-robots-tag', 'noindex, nofollow')
  const voidPage = async (why: 'unknown' | 'replaced' | 'revoked') =>
    show(c, { title: invitations[viewer.locale].linkVoid, status: 410 }, <VoidLink why={why} />)
  let response: Response | undefined
  await asVisit(c, async () => {
    const said = readLinkToken(kernel.secret, token)
    const row = said ? await findInvitation({ db: kernel.store.db }, said.invitee) : undefined
    if (!row) {
      await countPlace(c, 'invitationPlace')
      response = await voidPage('unknown')
      return
    }
    await consume(c, 'invitation', row.id)
    const problem = linkProblem(row, token)
    response = problem ? await voidPage(problem) : await answer(row)
  })
  return response!
}
