import type { ComponentChild } from 'preact'
import type { Home } from './home.tsx'
import { words } from './home-words.ts'
import { formatNumber } from './platform/i18n/format.ts'
import { daysBetween, isSoon } from './platform/values/clock.ts'
import { Status } from './web/ui/badge.tsx'
import { ButtonLink } from './web/ui/button.tsx'
import { CountLink } from './web/ui/count.tsx'
import { EmptyState } from './web/ui/empty-state.tsx'
import { Notice } from './web/ui/notice.tsx'
import { PageHead, Section } from './web/ui/page-head.tsx'
import { Stat, Stats } from './web/ui/stat.tsx'
import { type Thing, ThingList } from './web/ui/thing-list.tsx'
import { When } from './web/ui/timeline.tsx'
import { useViewer, useWords } from './web/viewer.ts'

type Group = Home['groups'][number]
type Need = Group['needs'][number]

type HomeProps = Home & {
  /** What the modules add beside what waits. */
  sections: readonly ComponentChild[]
  /** Said to administrators: requests come through a proxy that is not believed. */
  proxyUnbelieved: boolean
}

/** How many of each kind are shown, and how many of all come first, with their button. */
const mostOfKind = 5
const mostUrgent = 3

/** What needs this person comes first, with a button; then the figures of their reach, the rest by kind, and what happens around it. */
export function HomeView({ name, office, hasRole, groups, figures, sections, proxyUnbelieved }: HomeProps) {
  const w = useWords(words)
  const { locale, today } = useViewer()
  const waiting = groups.reduce((sum, { total }) => sum + total, 0)
  const late = groups.reduce((sum, { overdue }) => sum + overdue, 0)
  const place = office ? w.at({ office: office.name }) : hasRole ? '' : w.noOffice // a partner's contact serves at no office
  const { first, rest } = inOrder(groups)
  // Where nothing waits beyond what comes first, the first of what is beside takes its place.
  const waits = rest.map(group => <Waiting group={group} />)
  const there = sections.filter(each => each)
  const [main, aside] = waits.length ? [waits, there] : [there.slice(0, 1), there.slice(1)]
  return (
    <>
      <PageHead
        title={waiting ? w.waiting({ count: waiting }) : w.nothing}
        lead={`${w.greeting({ name })} ${place}`.trim()}
        status={late ? <Status tone="danger">{w.late({ count: formatNumber(locale, late) })}</Status> : null}
      />
      {proxyUnbelieved ? <Notice kind="warning">{w.proxyUnbelieved}</Notice> : null}
      {first.length ? (
        <ThingList
          strong
          label={w.first}
          things={first.map(({ need, action }, at) => ({
            ...lineOf(need),
            urgent: need.overdue || isSoon(today, need.due),
            action: <Act need={need} action={action} main={at === 0} />,
          }))}
        />
      ) : (
        <EmptyState title={w.whatWillCome}>{hasRole ? w.nothingText : w.noRole}</EmptyState>
      )}
      {figures.length ? (
        <Stats>
          {figures.map(({ key: _, ...figure }) => (
            <Stat {...figure} />
          ))}
        </Stats>
      ) : null}
      <div class={main.length && aside.length ? 'beside' : undefined}>
        {main.length ? <div class="parts">{main}</div> : null}
        {aside.length ? <div class="parts">{aside}</div> : null}
      </div>
    </>
  )
}

/** The most urgent of all kinds, and the first few of each kind besides. */
export function inOrder(groups: readonly Group[]) {
  const first = groups
    .flatMap(({ action, needs }) => needs.map(need => ({ need, action })))
    .toSorted((a, b) => urgency(a.need).localeCompare(urgency(b.need)))
    .slice(0, mostUrgent)
  const rest = groups
    .map(group => ({ ...group, needs: group.needs.filter(each => !first.some(({ need }) => need === each)).slice(0, mostOfKind) }))
    .filter(({ needs }) => needs.length)
  return { first, rest }
}

/** What is overdue first, then by due date; what has none comes last. */
const urgency = ({ overdue, due }: Need): string => `${overdue ? 0 : 1}${due ?? '9999'}`

const lineOf = ({ href, who, title, note, due, overdue }: Need): Thing => ({
  href,
  head: who || title,
  about: [who ? title : '', note].filter(Boolean).join(' · '),
  aside: due ? <Due due={due} overdue={overdue} /> : undefined,
})

function Act({ need, action, main }: { need: Need; action: string; main: boolean }) {
  return (
    <ButtonLink href={need.href} kind={main ? 'primary' : 'secondary'}>
      {action} <span class="unseen">{need.who || need.title}</span>
    </ButtonLink>
  )
}

function Waiting({ group: { title, needs, total, more } }: { group: Group }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const all = more ? (
    <CountLink href={more} count={total}>
      {w.all({ count: formatNumber(locale, total) })}
    </CountLink>
  ) : undefined
  return (
    <Section title={title} aside={all}>
      <ThingList label={title} things={needs.map(lineOf)} />
    </Section>
  )
}

function Due({ due, overdue }: { due: string; overdue?: boolean | undefined }) {
  const w = useWords(words)
  const { today } = useViewer()
  if (!overdue) return <When on={due} short />
  return <Status tone="danger">{w.overdue({ days: daysBetween(due, today) })}</Status>
}
