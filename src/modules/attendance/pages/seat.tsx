import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { call } from '../../../platform/operation/operation.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { showSeat } from '../operations/read.ts'
import { correctAttendance } from '../operations/record.ts'
import { reissueBadge } from '../operations/reissue.ts'
import type { BadgeOf } from '../schema/attendance.ts'
import { NewBadgePage } from '../views/badges.tsx'
import { addressOf } from '../views/list.tsx'
import { SeatPage } from '../views/seat.tsx'
import { words } from '../words/words.ts'
import { crumbs } from './list.tsx'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409; of?: 'seat' | 'badge' }
const askedOf = (c: Request) => ({
  meeting: c.req.param('id') ?? '',
  session: c.req.param('session') ?? '',
  invitee: c.req.param('invitee') ?? '',
})

export async function seatPage(c: Request, { values = {}, errors = {}, status = 200, of = 'seat' }: Again = {}): Promise<Response> {
  const seat = await call(c.var.kernel, c.var.actor, showSeat, askedOf(c))
  return show(
    c,
    { title: seat.row.name, breadcrumbs: crumbs(c, seat.meeting, seat.row.name), status },
    <SeatPage seat={seat} of={of} values={values} errors={errors} />,
  )
}

export const correct = (c: Request): Promise<Response> => {
  const asked = askedOf(c)
  return submit(c, correctAttendance, {
    add: asked,
    asked: ['reason'],
    done: () =>
      redirect(
        c,
        `${addressOf(asked.meeting)}/${asked.session}/${asked.invitee}`,
        inWords(words, w => w.corrected),
      ),
    again: (values, errors, status) => seatPage(c, { values, errors, status }),
  })
}

/** The new badge is shown once, as the answer of what issued it. */
export const reissue = (c: Request): Promise<Response> => {
  const asked = askedOf(c)
  return submit<BadgeOf>(c, reissueBadge, {
    add: { meeting: asked.meeting, invitee: asked.invitee },
    asked: ['reason'],
    done: async badge => {
      const seat = await call(c.var.kernel, c.var.actor, showSeat, asked)
      c.header('cache-control', 'no-store')
      return show(
        c,
        { title: words[c.var.viewer.locale].badgeOf({ name: badge.name }), breadcrumbs: crumbs(c, seat.meeting, seat.row.name) },
        <NewBadgePage badge={badge} />,
      )
    },
    again: (values, errors, status) => seatPage(c, { values, errors, status, of: 'badge' }),
  })
}
