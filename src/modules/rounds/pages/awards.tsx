import { sendFile } from '../../../platform/doors/endpoint.ts'
import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { type AnyOperation, call, newId } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { searchPersons } from '../../organisation/operations/persons.ts'
import { addToJury, openAward, planAward, removeFromJury, showAward, stopAward } from '../operations/awards.ts'
import { certify } from '../operations/certificate.ts'
import { castVote, giveMarks } from '../operations/giving.ts'
import type { Award } from '../schema/awards.ts'
import { AwardPage, WinnersPage } from '../views/award.tsx'
import { MarkForm, mostCriteria, PlanForm } from '../views/award-forms.tsx'
import { words } from '../words/words.ts'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }
type Saying = keyof (typeof words)['id']['doneAward']

export async function awardPage(c: Request, form = '', { values = {}, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const award = await load(c)
  const sent = status === 200 ? undefined : { form, values, errors }
  return show(
    c,
    { title: words[c.var.viewer.locale].award, breadcrumbs: crumbs(c, award), status },
    <AwardPage award={award} sent={sent} keys={{ jury: newId() }} />,
  )
}

export async function winnersPage(c: Request): Promise<Response> {
  const award = await load(c)
  if (!award.result) return c.redirect(`/putaran/${award.round.id}/penghargaan`, 303)
  return show(c, { title: words[c.var.viewer.locale].winners }, <WinnersPage award={award} />)
}

export const certificate = async (c: Request): Promise<Response> =>
  sendFile(c, await call(c.var.kernel, c.var.actor, certify, { id: c.req.param('id') ?? '', entry: c.req.param('entry') ?? '' }))

export async function planPage(c: Request, { values = {}, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const award = await load(c)
  if (status === 200 && !award.acts.includes('plan')) return c.redirect(`/putaran/${award.round.id}/penghargaan`, 303)
  const w = words[c.var.viewer.locale]
  const kept = planOf(award, w.plainLevels)
  return show(
    c,
    { title: w.plan, breadcrumbs: crumbs(c, award, w.plan), status },
    <PlanForm
      award={award}
      values={status === 200 ? kept : { ...flat('criteria', values), ...(status === 409 ? { rev: award.rev } : {}) }}
      errors={errors}
      stored={status === 409 ? kept : undefined}
    />,
  )
}

export async function markPage(c: Request, { values = {}, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const award = await load(c)
  const entry = award.entries.find(({ id }) => id === c.req.param('entry'))
  if (!entry) throw notFound()
  const mayMark = award.acts.includes('mark') && entry.isReady && !entry.isExcluded
  if (status === 200 && !mayMark) return c.redirect(`/putaran/${award.round.id}/penghargaan`, 303)
  const kept = Object.fromEntries(award.criteria.map(({ id }, at) => [`points.${at}.points`, String(entry.marks?.points[id] ?? '')]))
  return show(
    c,
    { title: entry.office.name, breadcrumbs: crumbs(c, award, entry.office.name), status },
    <MarkForm
      award={award}
      entry={entry}
      values={status === 200 ? { ...kept, abstain: entry.marks?.abstained ? 'ya' : '' } : flat('points', values)}
      errors={errors}
    />,
  )
}

export const plan = (c: Request) => act(c, planAward, 'plan', {}, again => planPage(c, again))
export const openNow = (c: Request) => act(c, openAward, 'open', {}, again => awardPage(c, 'act', again))
export const stopNow = (c: Request) => act(c, stopAward, 'stop', {}, again => awardPage(c, 'act', again))
export const addJury = (c: Request) => act(c, addToJury, 'addJury', {}, again => awardPage(c, 'jury', again))
export const dropJury = (c: Request) =>
  act(c, removeFromJury, 'removeJury', { person: c.req.param('person') }, again => awardPage(c, 'act', again))
export const mark = (c: Request) => act(c, giveMarks, 'mark', { entry: c.req.param('entry') }, again => markPage(c, again))
export const vote = (c: Request) =>
  act(c, castVote, 'vote', {}, again => awardPage(c, `vote ${String(again.values?.stage ?? '')}`, again), ['entry'])

const act = (
  c: Request,
  operation: AnyOperation,
  said: Saying,
  add: object,
  page: (again: Again) => Promise<Response>,
  asked: readonly string[] = [],
) =>
  submit(c, operation, {
    add: { id: c.req.param('id'), ...add },
    asked,
    choices: { person: searchPersons },
    done: () =>
      redirect(
        c,
        `/putaran/${c.req.param('id')}/penghargaan`,
        inWords(words, w => w.doneAward[said]),
      ),
    again: (values, errors, status) => page({ values, errors, status }),
  })

/** As the form holds it; what was never planned begins with one criterion of five levels. */
const planOf = ({ juryWeight, audienceWeight, tieRule, criteria, rev }: Award, plainLevels: string): Values => ({
  juryWeight,
  audienceWeight,
  tieRule,
  rev,
  ...Object.fromEntries(
    Array.from({ length: Math.max(mostCriteria, criteria.length) }, (_, at) => criteria[at]).flatMap((each, at) => [
      [`criteria.${at}.name`, each?.name],
      [`criteria.${at}.weight`, each?.weight ?? (criteria.length || at ? undefined : 1)],
      [`criteria.${at}.levels`, each?.levels.join('\n') ?? (criteria.length || at ? undefined : plainLevels)],
    ]),
  ),
})

/** The form's own names: `criteria.0.name`. */
const flat = (list: string, values: Values): Values => ({
  ...values,
  ...Object.fromEntries(
    ((values[list] ?? []) as Record<string, unknown>[]).flatMap((each, at) =>
      Object.entries(each ?? {}).map(([name, value]) => [`${list}.${at}.${name}`, value]),
    ),
  ),
})

const load = (c: Request): Promise<Award> => call(c.var.kernel, c.var.actor, showAward, { id: c.req.param('id') ?? '' })

const crumbs = (c: Request, { round }: Award, here?: string) => {
  const { award } = words[c.var.viewer.locale]
  return [
    { href: `/putaran/${round.id}`, label: round.name },
    { href: here ? `/putaran/${round.id}/penghargaan` : undefined, label: award },
    ...(here ? [{ label: here }] : []),
  ]
}
