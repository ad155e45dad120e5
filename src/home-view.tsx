import type { ComponentChild } from 'preact'
import type { Home } from './home.tsx'
import { words } from './home-words.ts'
import { formatNumber } from './platform/i18n/format.ts'
import { Status } from './web/ui/badge.tsx'
import { CountLink } from './web/ui/count.tsx'
import { EmptyState } from './web/ui/empty-state.tsx'
import { Notice } from './web/ui/notice.tsx'
import { PageHead, Section } from './web/ui/page-head.tsx'
import { Stat, Stats } from './web/ui/stat.tsx'
import { Table } from './web/ui/table.tsx'
import { When } from './web/ui/timeline.tsx'
import { useViewer, useWords } from './web/viewer.ts'

type Group = Home['groups'][number]

type HomeProps = Home & {
  /** What the modules add below what waits. */
  sections: readonly ComponentChild[]
  /** Said to administrators: requests come through a proxy that is not believed. */
  proxyUnbelieved: boolean
}

export function HomeView({ name, office, hasRole, groups, figures, sections, proxyUnbelieved }: HomeProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  const waiting = groups.reduce((sum, { total }) => sum + total, 0)
  const late = groups.flatMap(({ needs }) => needs).filter(({ overdue }) => overdue).length
  const n = (value: number) => formatNumber(locale, value)
  const status = waiting ? (
    <Status tone={late ? 'warning' : 'info'}>
      {[w.waiting({ count: waiting }), ...(late ? [w.late({ count: n(late) })] : [])].join(', ')}
    </Status>
  ) : null
  const place = office ? w.at({ office: office.name }) : hasRole ? '' : w.noOffice // a partner's contact serves at no office
  return (
    <>
      <PageHead title={w.title} lead={`${w.greeting({ name })} ${place}`.trim()} status={status} />
      {proxyUnbelieved ? <Notice kind="warning">{w.proxyUnbelieved}</Notice> : null}
      {figures.length ? (
        <Section title={w.numbers}>
          <Stats>
            {figures.map(({ key: _, ...figure }) => (
              <Stat {...figure} />
            ))}
          </Stats>
        </Section>
      ) : null}
      {groups.map(group => (
        <Waiting group={group} />
      ))}
      {groups.length ? null : <EmptyState title={w.nothing}>{hasRole ? w.nothingText : w.noRole}</EmptyState>}
      {sections}
    </>
  )
}

function Waiting({ group }: { group: Group }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const { title, needs, total, more } = group
  const dated = needs.some(({ due }) => due)
  const noted = needs.some(({ note }) => note)
  return (
    <Section
      title={title}
      aside={
        more ? (
          <CountLink href={more} count={total}>
            {w.all({ count: formatNumber(locale, total) })}
          </CountLink>
        ) : undefined
      }
    >
      <Table
        caption={title}
        quiet
        rows={needs}
        columns={[
          { key: 'thing', label: w.thing, kind: 'main', value: need => <a href={need.href}>{need.title}</a> },
          ...(noted ? [{ key: 'about', label: w.about, value: (need: Group['needs'][number]) => need.note }] : []),
          ...(dated
            ? [
                {
                  key: 'due',
                  label: w.due,
                  kind: 'status' as const,
                  value: (need: Group['needs'][number]) => <Due due={need.due} overdue={need.overdue} />,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function Due({ due, overdue }: { due?: string | null | undefined; overdue?: boolean | undefined }) {
  const w = useWords(words)
  if (!due) return <>–</>
  return (
    <span>
      <When on={due} short /> {overdue ? <Status tone="danger">{w.overdue}</Status> : null}
    </span>
  )
}
