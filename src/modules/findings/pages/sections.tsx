import type { PageSection, Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { everything } from '../../../web/list/list.ts'
import { CountLink } from '../../../web/ui/count.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { relatedThings } from '../../things/operations.ts'
import { Related } from '../../things/views.tsx'
import { latestFindings } from '../operations/read.ts'
import { FindingTable } from '../views/table.tsx'
import { words } from '../words.ts'

type Known = Parameters<typeof FindingTable>[0]['without']
const on = (kind: string, order: number, field: string, parameter: string, without?: Known): PageSection => ({
  on: kind,
  order,
  power: 'finding.read',
  render: (c, { id, stands }) => latest(c, { [field]: id }, `/temuan?${parameter}=${id}`, without, stands),
})

/**
 * Findings about an agreement, with a partner, at an office, of a cycle, in a form, or that a follow-up handles, and how many were set
 * aside; nothing where there are none.
 */
export const findingSections: PageSection[] = [
  on('agreement', 20, 'agreement', 'perjanjian', 'agreement'),
  on('partner', 30, 'partner', 'mitra', 'partner'),
  on('office', 30, 'office', 'satker', 'office'),
  on('assignment', 20, 'source', 'sumber', 'agreement'),
  on('follow_up', 20, 'followUp', 'tindak-lanjut'),
  on('cycle', 20, 'cycle', 'siklus'),
]

/** How many are shown; of a follow-up all are asked for, since their agreements are named. */
const [most, mostHandled] = [5, 50]

/** Those that wait to be followed up first, as many as they are; the latest of all where none does. */
async function latest(c: Request, filter: object, list: string, without: Known, stands?: ReadonlySet<string>) {
  const asked = { about: filter, most: 'followUp' in filter ? mostHandled : most }
  const { findings, counts } = await call(c.var.kernel, c.var.actor, latestFindings, asked)
  const w = words[c.var.viewer.locale]
  const { open, dismissed } = counts.statuses
  if (findings.length === 0 && dismissed === 0) return null
  // The only one is named at the head of the page.
  if (counts.total === 1 && findings[0] && stands?.has(`/temuan/${findings[0].id}`)) return null
  const toDo = (said: string) =>
    open ? (
      <CountLink href={withQuery(list, { status: 'open' })} count={open}>
        {said}
      </CountLink>
    ) : null
  const setAside = dismissed ? (
    <CountLink href={withQuery(list, { status: 'dismissed' })} count={dismissed}>
      {w.dismissedOf({ count: dismissed })}
    </CountLink>
  ) : null
  const agreements =
    'followUp' in filter
      ? await relatedThings(
          c,
          findings.map(({ agreement }) => agreement && { kind: 'agreement', id: agreement.id }),
        )
      : []
  const rows = open ? findings.filter(({ status }) => status === 'open') : findings
  return (
    <Section
      title={w.findings}
      id="temuan"
      count={counts.total}
      list={withQuery(list, { status: everything })}
      aside={
        <>
          {toDo(w.openOf({ count: open }))}
          {setAside}
        </>
      }
      gist={toDo(w.findingsOpen({ count: open }))}
    >
      {agreements.length > 1 ? <Related things={agreements} /> : null}
      {rows.length > 0 ? <FindingTable caption={w.findings} findings={rows.slice(0, most)} without={without} /> : null}
    </Section>
  )
}
