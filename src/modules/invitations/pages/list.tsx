import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { call } from '../../../platform/operation/operation.ts'
import { askList } from '../../../web/list/ask.ts'
import { show, submit } from '../../../web/show.tsx'
import { searchOffices } from '../../organisation/operations/offices.ts'
import { listInvitees, showInvitations } from '../operations/read.ts'
import { resolveInvitations } from '../operations/rules.ts'
import type { InvitationsView } from '../schema/invitations.ts'
import { addressOf } from '../views/address.ts'
import { InviteeList } from '../views/list.tsx'
import { inviteeList } from '../views/listing.ts'
import { words } from '../words/words.ts'

export async function listPage(c: Request): Promise<Response> {
  const view = await load(c)
  const { asked, answer } = await askList(c, inviteeList, listInvitees, () => ({ meeting: view.meeting.id }), { wilayah: searchOffices })
  return show(
    c,
    { title: words[c.var.viewer.locale].invitations, breadcrumbs: crumbs(c, view) },
    <InviteeList view={view} asked={asked} {...answer} />,
  )
}

export const refresh = (c: Request): Promise<Response> =>
  submit(c, resolveInvitations, {
    add: { meeting: c.req.param('id') },
    done: () => back(c, 'resolve'),
    again: () => listPage(c),
  })

export const load = (c: Request): Promise<InvitationsView> =>
  call(c.var.kernel, c.var.actor, showInvitations, { meeting: c.req.param('id') ?? '' })

export const back = (c: Request, done: keyof (typeof words)['id']['done']): Response =>
  redirect(
    c,
    addressOf(c.req.param('id') ?? ''),
    inWords(words, w => w.done[done]),
  )

export const crumbs = (c: Request, { meeting }: Pick<InvitationsView, 'meeting'>, here?: string) => [
  { href: `/rapat/${meeting.id}`, label: meeting.name },
  { href: here ? addressOf(meeting.id) : undefined, label: words[c.var.viewer.locale].invitations },
  ...(here ? [{ label: here }] : []),
]
