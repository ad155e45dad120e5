import type { Request } from '../../../platform/doors/request.ts'
import { call, newId } from '../../../platform/operation/operation.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { remindInvitees, sendInvitations } from '../operations/letters.ts'
import { addressOf } from '../views/address.ts'
import { SendPage } from '../views/send.tsx'
import { words } from '../words/words.ts'
import { back, crumbs, load } from './list.tsx'

type Letter = 'invitation' | 'reminder'
type Again = { errors?: Errors; status?: 200 | 422 | 409 }

const preview = async (c: Request, letter: Letter, meeting: string) =>
  letter === 'invitation'
    ? (await call(c.var.kernel, c.var.actor, sendInvitations, { meeting, preview: true })).preview
    : (await call(c.var.kernel, c.var.actor, remindInvitees, { meeting, preview: true })).preview

export const lettersPage =
  (letter: Letter) =>
  async (c: Request, { errors = {}, status = 200 }: Again = {}): Promise<Response> => {
    const view = await load(c)
    if (!view.mayWrite) return c.redirect(addressOf(view.meeting.id), 303)
    const w = words[c.var.viewer.locale]
    const title = letter === 'invitation' ? w.sendTitle : w.remindTitle
    return show(
      c,
      { title, breadcrumbs: crumbs(c, view, title), status },
      <SendPage
        meeting={view.meeting}
        letter={letter}
        preview={await preview(c, letter, view.meeting.id)}
        errors={errors}
        idempotencyKey={newId()}
      />,
    )
  }

export const sendLetters = (letter: Letter) => (c: Request) =>
  submit(c, letter === 'invitation' ? sendInvitations : remindInvitees, {
    add: { meeting: c.req.param('id') },
    done: () => back(c, letter === 'invitation' ? 'send' : 'remind'),
    again: (_, errors, status) => lettersPage(letter)(c, { errors, status }),
  })
