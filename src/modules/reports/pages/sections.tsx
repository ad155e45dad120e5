import type { VNode } from 'preact'
import type { PageSection, Request } from '../../../platform/doors/request.ts'
import { formatTime } from '../../../platform/i18n/format.ts'
import { call } from '../../../platform/operation/operation.ts'
import { Section } from '../../../web/ui/page-head.tsx'
import { ThingList } from '../../../web/ui/thing-list.tsx'
import { listReports } from '../operations/reports.ts'
import { words } from '../words.ts'

/** The reports of a cycle, with the way to its figures as they stand now; those of an office. */
export const reportSections: PageSection[] = [
  {
    on: 'cycle',
    order: 40,
    power: 'report.read',
    render: (c, { id }) => reportsFor(c, { cycle: id }, <a href={`/laporan/dasbor/${id}`}>{words[c.var.viewer.locale].openDashboard}</a>),
  },
  { on: 'office', order: 50, power: 'report.read', render: (c, { id }) => reportsFor(c, { office: id }, null) },
]

/** How many are shown. */
const most = 10

async function reportsFor(c: Request, filter: { cycle: string } | { office: string }, dashboard: VNode | null) {
  const { reports } = await call(c.var.kernel, c.var.actor, listReports, { ...filter, most })
  const { locale, zone } = c.var.viewer
  const w = words[locale]
  if (!reports.length && !dashboard) return null
  return (
    <Section title={w.title} id="laporan" aside={dashboard}>
      {reports.length ? (
        <ThingList
          label={w.title}
          things={reports.map(({ id, number, title, office, createdAt }) => ({
            href: `/laporan/${id}`,
            head: title,
            about: `${number} · ${office.name}`,
            aside: formatTime(locale, createdAt, zone, 'short'),
          }))}
        />
      ) : null}
    </Section>
  )
}
