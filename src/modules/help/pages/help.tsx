import { Hono } from 'hono'
import { signedInOnly } from '../../../platform/auth/signed-in.ts'
import { canAnywhere } from '../../../platform/authority/reach.ts'
import type { Power } from '../../../platform/authority/roles.ts'
import type { Env, Request } from '../../../platform/doors/request.ts'
import type { StatusKind } from '../../../platform/guidance/status.ts'
import type { Task } from '../../../platform/guidance/task.ts'
import { call } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { show } from '../../../web/show.tsx'
import { invitersAt } from '../../organisation/operations/offices.ts'
import { showFirstDays } from '../operations/first-days.ts'
import { type Guide, guidesOf, hasWords, isRole, type LocalTask, localTask, nearestWords, termPowers } from '../rules/guides.ts'
import { furtherTasks, longest } from '../schema/guides.ts'
import { FurtherView } from '../views/further.tsx'
import { GuideView } from '../views/guide.tsx'
import { HelpView } from '../views/help.tsx'
import { type ExplainedKind, StatusesView } from '../views/statuses.tsx'
import { type Term, TermsView } from '../views/terms.tsx'
import { VisitorHelp } from '../views/visitor.tsx'
import { termWords } from '../words/terms.ts'
import { words } from '../words/words.ts'

/** The help, out of what the modules say of themselves. */
export function helpPages(tasks: () => readonly Task[], kinds: () => readonly StatusKind[]): Hono<Env> {
  const byKey = () => new Map(tasks().map(task => [task.key, task]))
  const said = (c: Request) => words[c.var.viewer.locale]
  const above = (c: Request) => ({ href: '/bantuan', label: said(c).title })

  return new Hono<Env>()
    .get('/bantuan', async (c, next) => {
      if (c.var.actor.kind === 'person') return next()
      return show(c, { title: said(c).title }, <VisitorHelp />)
    })
    .use('/bantuan/*', signedInOnly)
    .get('/bantuan', async c => {
      const asked = askedWords(c)
      const guides = guidesFor(c, byKey())
      const further = localTasks(c, byKey(), furtherTasks)
      const own = guides.filter(({ role }) => holdsRole(c, role))
      const everything = new Map([...guides.flatMap(guide => guide.tasks), ...further].map(task => [task.key, task]))
      const found = asked && asked.length <= longest ? lookUp(c, asked, [...everything.values()], statusesFor(c, kinds())) : null
      const others = guides.filter(guide => !own.includes(guide))
      return show(
        c,
        { title: said(c).title },
        <HelpView
          firstDays={await call(c.var.kernel, c.var.actor, showFirstDays, {})}
          asked={asked}
          found={found}
          own={own}
          others={others}
          further={further}
          ask={await whomToAsk(c)}
        />,
      )
    })
    .get('/bantuan/istilah', c => {
      const asked = askedWords(c)
      const title = said(c).terms
      const { terms, isNear } = asked && asked.length <= longest ? lookUp(c, asked) : { terms: termsFor(c), isNear: false }
      return show(c, { title, breadcrumbs: [above(c), { label: title }] }, <TermsView terms={terms} asked={asked} isNear={isNear} />)
    })
    .get('/bantuan/status', c => {
      const title = said(c).statuses
      return show(c, { title, breadcrumbs: [above(c), { label: title }] }, <StatusesView kinds={statusesFor(c, kinds())} />)
    })
    .get('/bantuan/semua', c => {
      const title = said(c).further
      return show(c, { title, breadcrumbs: [above(c), { label: title }] }, <FurtherView tasks={localTasks(c, byKey(), furtherTasks)} />)
    })
    .get('/bantuan/panduan/:role', c => {
      const role = isRole(c.req.param('role'))
      const guide = guidesFor(c, byKey()).find(each => each.role === role)
      if (!guide) throw notFound()
      const title = said(c).guideOf({ role: guide.name })
      return show(c, { title, breadcrumbs: [above(c), { label: title }] }, <GuideView guide={guide} />)
    })
}

const askedWords = (c: Request): string => (c.req.query('cari') ?? '').trim()
const holdsRole = (c: Request, role: string): boolean => c.var.actor.grants.some(grant => grant.role === role)
/** Whoever only speaks for a partner reads the guide for partners alone. */
const isAtOffice = (c: Request): boolean => canAnywhere(c.var.actor, 'office.read')

function guidesFor(c: Request, tasks: ReadonlyMap<string, Task>): Guide[] {
  const own = c.var.actor.grants.map(({ role }) => role)
  const guides = guidesOf(tasks, c.var.viewer.locale, own, mayIn(c))
  return isAtOffice(c) ? guides : guides.filter(({ role }) => own.includes(role))
}

const mayIn =
  (c: Request) =>
  (power: Power): boolean =>
    canAnywhere(c.var.actor, power)

const localTasks = (c: Request, tasks: ReadonlyMap<string, Task>, keys: readonly string[]): LocalTask[] =>
  keys
    .flatMap(key => tasks.get(key) ?? [])
    .map(task => localTask(task, c.var.viewer.locale, mayIn(c)))
    .filter(({ href }) => href !== null)

/** The terms of what somebody may read, in the order of the alphabet of their language. */
function termsFor(c: Request): Term[] {
  const { locale } = c.var.viewer
  return Object.entries(termWords[locale])
    .filter(([key]) => !termPowers[key] || canAnywhere(c.var.actor, termPowers[key]))
    .map(([key, { term, text }]) => ({ key, term, text }))
    .sort((a, b) => a.term.localeCompare(b.term, locale))
}

/** The statuses of what somebody may read, in their language. */
function statusesFor(c: Request, kinds: readonly StatusKind[]): ExplainedKind[] {
  const { locale } = c.var.viewer
  return kinds
    .filter(({ power }) => !power || canAnywhere(c.var.actor, power))
    .toSorted((a, b) => a.order - b.order)
    .map(({ kind, name, statuses, labels, meanings }) => ({
      kind,
      name: name[locale],
      statuses: statuses.map(status => ({ key: `${kind}-${status}`, label: labels(locale)[status]!, ...meanings(locale)[status]! })),
    }))
}

type Parts = { tasks: readonly LocalTask[]; terms: readonly Term[]; kinds: readonly ExplainedKind[] }
const textOfTask = ({ title, page, steps }: LocalTask): string => [title, page, ...steps].join(' ')
const textOfTerm = ({ term, text }: Term): string => `${term} ${text}`
const textOfStatus = ({ label, means, next }: ExplainedKind['statuses'][number]): string => `${label} ${means} ${next}`

/** What has the words; where nothing has, what has those that come nearest. */
function lookUp(c: Request, asked: string, tasks: readonly LocalTask[] = [], kinds: readonly ExplainedKind[] = []) {
  const all: Parts = { tasks, terms: termsFor(c), kinds }
  const found = withWords(all, asked)
  if (found.tasks.length || found.terms.length || found.kinds.length) return { ...found, isNear: false }
  const statuses = kinds.flatMap(kind => kind.statuses)
  const near = nearestWords([...tasks.map(textOfTask), ...all.terms.map(textOfTerm), ...statuses.map(textOfStatus)], asked)
  return { ...(near ? withWords(all, near) : found), isNear: near !== null }
}

const withWords = ({ tasks, terms, kinds }: Parts, asked: string) => ({
  tasks: tasks.filter(task => hasWords(textOfTask(task), asked)),
  terms: terms.filter(term => hasWords(textOfTerm(term), asked)),
  kinds: kinds.flatMap(kind => {
    const statuses = kind.statuses.filter(status => hasWords(textOfStatus(status), asked))
    return statuses.length ? [{ ...kind, statuses }] : []
  }),
})

async function whomToAsk(c: Request) {
  const { actor } = c.var
  if (actor.grants.length === 0) return []
  if (!isAtOffice(c)) return 'partner' as const
  if (canAnywhere(actor, 'person.write')) return 'self' as const
  return (await invitersAt(c, actor.office?.id)) ?? []
}
