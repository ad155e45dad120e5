import { problem } from '../../../platform/doors/endpoint.ts'
import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords, type Localized } from '../../../platform/i18n/words.ts'
import { call, newId } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { showDesk } from '../operations/desk.ts'
import { isPlaced, noteOne, recordAttendance } from '../operations/record.ts'
import type { Desk, Recording } from '../schema/attendance.ts'
import { DeskPage } from '../views/desk.tsx'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'
import { crumbs } from './list.tsx'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }

export async function deskPage(c: Request, { values, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const desk = await loadDesk(c)
  const w = words[c.var.viewer.locale]
  const usual = { session: desk.current, kind: 'in', source: c.req.query('meja') ?? w.deskNameFirst }
  return show(
    c,
    { title: w.desk, breadcrumbs: crumbs(c, desk.meeting, w.desk), status },
    <DeskPage desk={desk} eventId={newId()} person={c.var.actor.personId ?? ''} values={values ?? usual} errors={errors} />,
  )
}

const loadDesk = (c: Request): Promise<Desk> => call(c.var.kernel, c.var.actor, showDesk, { meeting: c.req.param('id') ?? '' })
const address = (c: Request): string => `/rapat/${c.req.param('id')}/meja`

/** One person, from the form: a badge that was scanned, or a name of the list. */
export const note = (c: Request): Promise<Response> =>
  submit<Recording>(c, noteOne, {
    add: { meeting: c.req.param('id') },
    asked: ['who'],
    done: ({ events: [event] }, values) => {
      const name = event?.name ?? ''
      const said = inWords(words, w => (event?.outcome === 'recorded' ? w.noted : w.notedKnown)({ name }))
      return redirect(c, `${address(c)}?meja=${encodeURIComponent(String(values.source ?? ''))}`, said)
    },
    again: (values, errors, status) => deskPage(c, { values, errors, status }),
  })

/** What a desk kept, as its device sends it: what could not be placed stays there, with how much that is. */
export const take = (c: Request): Promise<Response> =>
  submit<Recording>(c, recordAttendance, {
    add: { meeting: c.req.param('id') },
    done: ({ events }) => {
      const unplaced = events.filter(({ outcome }) => !isPlaced(outcome)).length
      return unplaced ? unplacedProblem(c, refusals.notPlaced({ count: unplaced })) : redirect(c, address(c))
    },
    again: (_, __, ___, refusal) => problem(c, refusal, c.var.viewer.locale),
  })

const unplacedProblem = (c: Request, message: Localized): Response => problem(c, new Refusal('conflict', message), c.var.viewer.locale)
