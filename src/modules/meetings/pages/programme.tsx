import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { type AnyOperation, call, newId } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { searchPersons } from '../../organisation/operations/persons.ts'
import { checkProgramme } from '../operations/clashes.ts'
import { fillProgramme } from '../operations/filling.ts'
import { releaseProgramme, showProgramme } from '../operations/programmes.ts'
import { addPart, addSession, changeSession, removePart, removeSession } from '../operations/sessions.ts'
import type { ProgrammeView } from '../schema/programmes.ts'
import { FillForm, Parts, ProgrammePage, SessionForm, valuesOfSession } from '../views/programme.tsx'
import { words } from '../words/words.ts'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }
/** Which of the forms of the page of a session was sent. */
type SessionAgain = Again & { of?: 'session' | 'part' }

export async function programmePage(c: Request, { values = {}, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const programme = await load(c)
  const { clashes } = programme.mayWrite
    ? await call(c.var.kernel, c.var.actor, checkProgramme, { meeting: programme.meeting.id })
    : { clashes: [] }
  return show(
    c,
    { title: words[c.var.viewer.locale].programme, breadcrumbs: crumbs(c, programme), status },
    <ProgrammePage programme={programme} clashes={clashes} values={values} errors={errors} />,
  )
}

export async function sessionPage(
  c: Request,
  { values = {}, errors = {}, status = 200, of = 'session' }: SessionAgain = {},
): Promise<Response> {
  const programme = await load(c)
  if (status === 200 && !programme.mayWrite) return c.redirect(`/rapat/${programme.meeting.id}/acara`, 303)
  const wanted = c.req.param('session')
  const session = programme.sessions.find(({ id }) => id === wanted)
  if (wanted && !session) throw notFound()
  const w = words[c.var.viewer.locale]
  const title = session?.title ?? w.addSession
  const kept = session ? valuesOfSession(session, programme.zone) : {}
  const sent = of === 'session' && status !== 200 ? { values, errors } : { values: kept, errors: {} }
  return show(
    c,
    { title, breadcrumbs: crumbs(c, programme, title), status },
    <SessionForm
      programme={programme}
      session={session}
      values={{ ...sent.values, ...(session && status === 409 ? { rev: session.rev } : {}) }}
      errors={sent.errors}
      stored={of === 'session' && status === 409 ? kept : undefined}
      idempotencyKey={newId()}
    >
      {session ? (
        <Parts
          programme={programme}
          session={session}
          values={of === 'part' ? values : { involvement: 'must' }}
          errors={of === 'part' ? errors : {}}
          idempotencyKey={newId()}
        />
      ) : null}
    </SessionForm>,
  )
}

export async function fillPage(c: Request, { errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const programme = await load(c)
  if (status === 200 && !programme.mayWrite) return c.redirect(`/rapat/${programme.meeting.id}/acara`, 303)
  const title = words[c.var.viewer.locale].fill
  return show(
    c,
    { title, breadcrumbs: crumbs(c, programme, title), status },
    <FillForm programme={programme} errors={errors} idempotencyKey={newId()} />,
  )
}

export const fill = (c: Request): Promise<Response> =>
  submit(c, fillProgramme, {
    add: { meeting: c.req.param('id') },
    done: ({ added, known, problems }) =>
      redirect(
        c,
        `/rapat/${c.req.param('id')}/acara`,
        inWords(words, w => w.filled({ added, known, unread: problems.length })),
      ),
    again: (_, errors, status) => fillPage(c, { errors, status }),
  })

export const createSession = (c: Request): Promise<Response> =>
  act(c, addSession, 'addSession', { meeting: c.req.param('id') }, again => sessionPage(c, again))
export const saveSession = (c: Request): Promise<Response> =>
  act(c, changeSession, 'changeSession', { id: c.req.param('session') }, again => sessionPage(c, again))
export const dropSession = (c: Request): Promise<Response> =>
  act(c, removeSession, 'removeSession', { id: c.req.param('session') }, again => sessionPage(c, again))
export const createPart = (c: Request): Promise<Response> =>
  act(c, addPart, 'addPart', { session: c.req.param('session') }, again => sessionPage(c, { ...again, of: 'part' }), true)
export const dropPart = (c: Request): Promise<Response> =>
  act(c, removePart, 'removePart', { id: c.req.param('part') }, again => sessionPage(c, { ...again, of: 'part' }), true)
export const release = (c: Request): Promise<Response> =>
  act(c, releaseProgramme, 'release', { meeting: c.req.param('id') }, again => programmePage(c, again))

/** Leads back to the programme, or to the session whose people were changed (`stays`). */
const act = (
  c: Request,
  operation: AnyOperation,
  said: keyof (typeof words)['id']['done'],
  add: object,
  page: (again: Again) => Promise<Response>,
  stays = false,
) =>
  submit(c, operation, {
    add,
    choices: { person: searchPersons },
    done: () =>
      redirect(
        c,
        `/rapat/${c.req.param('id')}/acara${stays ? `/${c.req.param('session')}` : ''}`,
        inWords(words, w => w.done[said]),
      ),
    again: (values, errors, status) => page({ values, errors, status }),
  })

const load = (c: Request): Promise<ProgrammeView> => call(c.var.kernel, c.var.actor, showProgramme, { meeting: c.req.param('id') ?? '' })

const crumbs = (c: Request, { meeting }: ProgrammeView, here?: string) => {
  const w = words[c.var.viewer.locale]
  return [
    { href: '/rapat', label: w.meetings },
    { href: `/rapat/${meeting.id}`, label: meeting.name },
    { href: here ? `/rapat/${meeting.id}/acara` : undefined, label: w.programme },
    ...(here ? [{ label: here }] : []),
  ]
}
