import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { type AnyOperation, call, newId } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { onlyFor } from '../../../web/only-for.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { searchOffices } from '../../organisation/operations/offices.ts'
import { deferEntry, moveEntry, pauseTurn, resumeTurn, returnEntry, skipEntry, startTurn, stopTurn } from '../operations/acts.ts'
import { listRounds, showRound } from '../operations/read.ts'
import { addEntry, changeEntry, createRound } from '../operations/write.ts'
import type { Entry, Round } from '../schema/rounds.ts'
import { EntryForm, PrepareForm } from '../views/forms.tsx'
import { type Act, RoundPage } from '../views/round.tsx'
import { BigScreen, OwnClock } from '../views/screen.tsx'
import { words } from '../words/words.ts'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }
/** Which of the forms of the page of an entry was sent. */
type EntryAgain = Again & { of?: 'entry' | 'place' }

const operations = {
  started: startTurn,
  paused: pauseTurn,
  resumed: resumeTurn,
  stopped: stopTurn,
  deferred: deferEntry,
  skipped: skipEntry,
  readded: returnEntry,
} satisfies Record<Act, AnyOperation>

export async function preparePage(c: Request, { values = {}, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  onlyFor(c, 'round.write')
  const meeting = c.req.param('id') ?? ''
  const { unprepared } = await call(c.var.kernel, c.var.actor, listRounds, { meeting })
  const w = words[c.var.viewer.locale]
  const [only] = unprepared.length === 1 ? unprepared : []
  return show(
    c,
    { title: w.prepare, breadcrumbs: [{ href: `/rapat/${meeting}`, label: w.rounds }, { label: w.prepare }], status },
    <PrepareForm
      meeting={meeting}
      sessions={unprepared}
      values={status === 200 ? { minutes: 10, session: only?.session } : values}
      errors={errors}
      idempotencyKey={newId()}
    />,
  )
}

export const prepare = (c: Request): Promise<Response> =>
  submit<Round>(c, createRound as never, {
    add: { meeting: c.req.param('id') },
    done: ({ id }) =>
      redirect(
        c,
        `/putaran/${id}`,
        inWords(words, w => w.done.prepare),
      ),
    again: (values, errors, status) => preparePage(c, { values, errors, status }),
  })

export async function roundPage(c: Request, { errors, status = 200 }: Again = {}): Promise<Response> {
  const round = await load(c)
  return show(c, { title: round.title, breadcrumbs: crumbs(c, round), status }, <RoundPage round={round} errors={errors} />)
}

export async function screenPage(c: Request): Promise<Response> {
  const round = await load(c)
  return show(c, { title: round.title }, <BigScreen round={round} />)
}

export async function clockPage(c: Request): Promise<Response> {
  const round = await load(c)
  return show(c, { title: words[c.var.viewer.locale].ownClock }, <OwnClock round={round} />)
}

/** Every act leads back to the queue, which shows what came of it; whoever was too late is told there. */
export const act = (name: Act) => (c: Request) =>
  submit(c, operations[name] as AnyOperation, {
    add: { id: c.req.param('id') },
    done: () =>
      redirect(
        c,
        `/putaran/${c.req.param('id')}`,
        inWords(words, w => w.done[name]),
      ),
    again: (_, errors, status) => roundPage(c, { errors, status }),
  })

export const move = (c: Request): Promise<Response> =>
  submit(c, moveEntry, {
    add: { id: c.req.param('id'), entry: c.req.param('entry') },
    done: ({ id }) =>
      redirect(
        c,
        `/putaran/${id}`,
        inWords(words, w => w.done.moved),
      ),
    again: (values, errors, status) => entryPage(c, { values, errors, status, of: 'place' }),
  })

export async function entryPage(c: Request, { values = {}, errors = {}, status = 200, of = 'entry' }: EntryAgain = {}): Promise<Response> {
  const round = await load(c)
  const wanted = c.req.param('entry')
  const entry = round.entries.find(({ id }) => id === wanted)
  if (wanted && !entry) throw notFound()
  const mayOpen = entry ? entry.mayChange || entry.acts.length > 0 : round.mayRun
  if (status === 200 && !mayOpen) return c.redirect(`/putaran/${round.id}`, 303)
  const w = words[c.var.viewer.locale]
  const title = entry?.office.name ?? w.add
  const kept = entry ? valuesOf(entry) : {}
  const isSent = of === 'entry' && status !== 200
  return show(
    c,
    { title, breadcrumbs: [...crumbs(c, round, true), { label: title }], status },
    <EntryForm
      round={round}
      entry={entry}
      values={isSent ? { ...values, ...(entry && status === 409 ? { rev: entry.rev } : {}) } : kept}
      errors={isSent ? errors : {}}
      stored={isSent && entry && status === 409 ? kept : undefined}
      place={of === 'place' && status !== 200 ? { values, errors } : undefined}
      idempotencyKey={newId()}
    />,
  )
}

export const createEntry = (c: Request): Promise<Response> =>
  submit(c, addEntry, {
    add: { round: c.req.param('id') },
    choices: { office: searchOffices },
    done: ({ id }) =>
      redirect(
        c,
        `/putaran/${id}`,
        inWords(words, w => w.done.add),
      ),
    again: (values, errors, status) => entryPage(c, { values, errors, status }),
  })

export const saveEntry = (c: Request): Promise<Response> =>
  submit(c, changeEntry, {
    add: { id: c.req.param('entry') },
    done: ({ id }) =>
      redirect(
        c,
        `/putaran/${id}`,
        inWords(words, w => w.done.change),
      ),
    again: (values, errors, status) => entryPage(c, { values, errors, status }),
  })

const valuesOf = ({ stage, topic, minutes, rev }: Entry): Values => ({ stage, topic, minutes, rev })

export const load = (c: Request): Promise<Round> => call(c.var.kernel, c.var.actor, showRound, { id: c.req.param('id') ?? '' })

export const crumbs = (c: Request, round: Round, within = false) => [
  { href: '/rapat', label: words[c.var.viewer.locale].rounds },
  { href: within ? `/putaran/${round.id}` : undefined, label: round.title },
]
