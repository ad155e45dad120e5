import { consume } from '../../../platform/auth/throttle.ts'
import { anonymous } from '../../../platform/authority/actor.ts'
import { type Request, redirect } from '../../../platform/doors/request.ts'
import { asVisit, countPlace } from '../../../platform/doors/visitors.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { newId } from '../../../platform/operation/operation.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { linkProblem } from '../../invitations/operations/answers.ts'
import { findInvitation, type InvitationRow } from '../../invitations/queries/own.ts'
import { readLinkToken } from '../../invitations/rules/links.ts'
import { VoidLink } from '../../invitations/views/own.tsx'
import { sendVoiceByLink, voicesByLink } from '../operations/send.ts'
import { SendVoice } from '../views/send.tsx'
import { words } from '../words/words.ts'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }

/** The form by the personal link of an invitation, signed in or not. Links are counted as those of the invitation are. */
export const linkPage = (c: Request): Promise<Response> => byLink(c, () => page(c))

export const sendByLink = (c: Request): Promise<Response> =>
  byLink(c, ({ name }) => {
    const token = tokenOf(c)
    if (c.var.actor.kind === 'anonymous') c.set('actor', { ...anonymous(c.var.viewer.locale), name })
    return submit(c, sendVoiceByLink, {
      add: { token, key: c.var.kernel.secret },
      done: () =>
        redirect(
          c,
          `/jawab/${token}/suara`,
          inWords(words, w => w.done.send),
        ),
      again: (values, errors, status) => page(c, { values, errors, status }),
    })
  })

async function page(c: Request, { values = {}, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const { kernel, viewer } = c.var
  const token = tokenOf(c)
  const own = await voicesByLink({ db: kernel.store.db, clock: kernel.clock }, token, kernel.secret)
  return show(
    c,
    { title: words[viewer.locale].sendTitle, status },
    <SendVoice
      own={own}
      action={`/jawab/${token}/suara`}
      session={String(values.session ?? c.req.query('sesi') ?? own.current ?? '')}
      values={values}
      errors={errors}
      voiceKey={newId()}
    />,
  )
}

async function byLink(c: Request, answer: (row: InvitationRow) => Promise<Response>): Promise<Response> {
  const { kernel } = c.var
  c.set('isForEverybody', true)
  c.header('x-robots-tag', 'noindex, nofollow')
  let response: Response | undefined
  await asVisit(c, async () => {
    const said = readLinkToken(kernel.secret, tokenOf(c))
    const row = said ? await findInvitation({ db: kernel.store.db }, said.invitee) : undefined
    if (!row) await countPlace(c, 'invitationPlace')
    else await consume(c, 'invitation', row.id)
    const problem = row ? linkProblem(row, tokenOf(c)) : 'unknown'
    response = row && !problem ? await answer(row) : await voidPage(c, problem ?? 'unknown')
  })
  return response!
}

const voidPage = async (c: Request, why: 'unknown' | 'replaced' | 'revoked'): Promise<Response> =>
  show(c, { title: words[c.var.viewer.locale].sendTitle, status: 410 }, <VoidLink why={why} />)

const tokenOf = (c: Request): string => c.req.param('token') ?? ''
