import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { call } from '../../../platform/operation/operation.ts'
import { forbidden } from '../../../platform/refusals/refusal.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { showMeeting } from '../../meetings/operations/read.ts'
import { checkIn, showCode } from '../operations/codes.ts'
import { showAttendance } from '../operations/read.ts'
import { CheckInForm, CodePage } from '../views/codes.tsx'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'
import { crumbs } from './list.tsx'

/** Asked for anew as the minute ends, with or without a script. */
export async function codePage(c: Request): Promise<Response> {
  const asked = { meeting: c.req.param('id') ?? '', session: c.req.param('session') ?? '' }
  const { code, session, seconds } = await call(c.var.kernel, c.var.actor, showCode, asked)
  const meeting = await call(c.var.kernel, c.var.actor, showMeeting, { id: asked.meeting })
  c.header('refresh', String(seconds + 1))
  c.header('cache-control', 'no-store')
  const title = words[c.var.viewer.locale].code
  return show(
    c,
    { title, breadcrumbs: crumbs(c, { id: meeting.id, name: meeting.title }, title) },
    <CodePage title={session.title} code={code} />,
  )
}

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }

export async function checkInPage(c: Request, { values = {}, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const { kernel, actor, viewer } = c.var
  const view = await call(kernel, actor, showAttendance, { meeting: c.req.param('id') ?? '' })
  if (!view.acts) throw forbidden()
  const { mode } = await call(kernel, actor, showMeeting, { id: view.meeting.id })
  const title = words[viewer.locale].checkIn
  return show(
    c,
    { title, breadcrumbs: [{ href: `/rapat/${view.meeting.id}`, label: view.meeting.name }, { label: title }], status },
    <CheckInForm meeting={view.meeting} mode={mode} values={{ mode: 'onsite', ...values }} errors={errors} />,
  )
}

export const checkInNow = (c: Request): Promise<Response> => {
  const meeting = c.req.param('id') ?? ''
  const locale = c.var.viewer.locale
  return submit(c, checkIn, {
    add: { meeting },
    asked: ['code'],
    done: ({ outcome, session }, values) => {
      if (!session) {
        const message = outcome === 'tooMany' ? refusals.tooManyTries : refusals.wrongCode
        return checkInPage(c, { values, errors: { code: [message[locale]] }, status: 422 })
      }
      return redirect(
        c,
        `/rapat/${meeting}`,
        inWords(words, w => (outcome === 'in' ? w.checkedIn : w.checkedInBefore)({ session: session.title })),
      )
    },
    again: (values, errors, status) => checkInPage(c, { values, errors, status }),
  })
}
