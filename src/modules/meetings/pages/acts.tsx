import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { type AnyOperation, call } from '../../../platform/operation/operation.ts'
import { sectionsOn } from '../../../web/sections.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { relatedThings } from '../../things/operations.ts'
import { cancelMeeting, endMeeting, inviteToMeeting, reportMeeting, restoreMeeting, startMeeting } from '../operations/lifecycle.ts'
import { showMeeting } from '../operations/read.ts'
import { answerObjectives } from '../operations/write.ts'
import type { MeetingDetail } from '../schema/meetings.ts'
import { AnswerForm, ReasonForm } from '../views/forms.tsx'
import { MeetingPage } from '../views/show.tsx'
import { words } from '../words/words.ts'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }

const operations = {
  invite: inviteToMeeting,
  start: startMeeting,
  end: endMeeting,
  report: reportMeeting,
  cancel: cancelMeeting,
  restore: restoreMeeting,
} satisfies Record<string, AnyOperation>

export async function showPage(c: Request, { errors, status = 200 }: Again = {}): Promise<Response> {
  const meeting = await loadMeeting(c)
  const subject = { id: meeting.id, name: meeting.number }
  return show(
    c,
    { title: meeting.title, breadcrumbs: crumbs(c, meeting), status },
    <>
      <MeetingPage
        meeting={meeting}
        things={await relatedThings(c, [{ kind: 'office', id: meeting.office.id }])}
        errors={errors}
        opening={await sectionsOn(c, 'meeting.opening', subject, 'own')}
      />
      {await sectionsOn(c, 'meeting', subject)}
    </>,
  )
}

/** Every act leads back to the meeting, which shows what came of it. */
export const actNow = (act: keyof typeof operations) => (c: Request) =>
  submit<MeetingDetail>(c, operations[act] as AnyOperation & { output: { _zod: { output: MeetingDetail } } }, {
    add: { id: c.req.param('id') },
    done: ({ id }) =>
      redirect(
        c,
        `/rapat/${id}`,
        inWords(words, w => w.done[act]),
      ),
    again: (values, errors, status) =>
      act === 'cancel' || act === 'restore' ? reasonPage(c, act, { values, errors, status }) : showPage(c, { errors, status }),
  })

export async function reasonPage(
  c: Request,
  act: 'cancel' | 'restore',
  { values = {}, errors = {}, status = 200 }: Again = {},
): Promise<Response> {
  const meeting = await loadMeeting(c)
  if (status === 200 && !meeting.acts.includes(act)) return c.redirect(`/rapat/${meeting.id}`, 303)
  const title = words[c.var.viewer.locale].acts[act]
  return show(
    c,
    { title, breadcrumbs: crumbs(c, meeting, title), status },
    <ReasonForm meeting={meeting} act={act} values={{ ...values, rev: revFor(meeting, values, status) }} errors={errors} />,
  )
}

export async function answerPage(c: Request, { values, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const meeting = await loadMeeting(c)
  if (status === 200 && !meeting.acts.includes('answer')) return c.redirect(`/rapat/${meeting.id}`, 303)
  const title = words[c.var.viewer.locale].acts.answer
  const kept = answersOf(meeting)
  return show(
    c,
    { title, breadcrumbs: crumbs(c, meeting, title), status },
    <AnswerForm
      meeting={meeting}
      values={{ ...kept, ...flat(values), rev: revFor(meeting, values ?? {}, status) }}
      errors={errors}
      stored={status === 409 ? kept : undefined}
    />,
  )
}

export const answer = (c: Request): Promise<Response> =>
  submit(c, answerObjectives, {
    add: { id: c.req.param('id') },
    done: ({ id }) =>
      redirect(
        c,
        `/rapat/${id}`,
        inWords(words, w => w.done.answer),
      ),
    again: (values, errors, status) => answerPage(c, { values, errors, status }),
  })

const revFor = (meeting: MeetingDetail, values: Values, status: number) => (status === 409 ? meeting.rev : (values.rev ?? meeting.rev))

const answersOf = ({ objectives }: MeetingDetail): Values =>
  Object.fromEntries(
    objectives.flatMap(({ reached, outcome }, at) => [
      [`objectives.${at}.reached`, reached === null ? undefined : reached ? 'ya' : 'tidak'],
      [`objectives.${at}.outcome`, outcome],
    ]),
  )

/** The form's own names: `objectives.0.reached`. */
const flat = ({ objectives = [] }: Values = {}): Values =>
  Object.fromEntries(
    (objectives as Record<string, unknown>[]).flatMap((each, at) =>
      Object.entries(each).map(([name, value]) => [`objectives.${at}.${name}`, value]),
    ),
  )

export const loadMeeting = (c: Request): Promise<MeetingDetail> =>
  call(c.var.kernel, c.var.actor, showMeeting, { id: c.req.param('id') ?? '' })

export const crumbs = (c: Request, meeting: MeetingDetail | null, here?: string) => [
  { href: '/rapat', label: words[c.var.viewer.locale].meetings },
  ...(meeting ? [{ href: here ? `/rapat/${meeting.id}` : undefined, label: meeting.number }] : []),
  ...(here ? [{ label: here }] : []),
]
