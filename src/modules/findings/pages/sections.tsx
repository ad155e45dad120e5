import type { PageSection, Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { Section } from '../../../web/ui/page-head.tsx'
import { relatedThings } from '../../things/operations.ts'
import { Related } from '../../things/views.tsx'
import { listFindings } from '../operations/read.ts'
import { FindingTable } from '../views/table.tsx'
import { words } from '../words.ts'

/** The latest findings about an agreement, with a partner, at an office, of a cycle, in a form, or that a follow-up handles; nothing where there are none. */
export const findingSections: PageSection[] = [
  { on: 'agreement', order: 20, power: 'finding.read', render: (c, { id }) => latest(c, { agreement: id }, `/temuan?perjanjian=${id}`) },
  { on: 'partner', order: 30, power: 'finding.read', render: (c, { id }) => latest(c, { partner: id }, `/temuan?mitra=${id}`) },
  { on: 'office', order: 30, power: 'finding.read', render: (c, { id }) => latest(c, { office: id }, `/temuan?satker=${id}`) },
  { on: 'assignment', order: 20, power: 'finding.read', render: (c, { id }) => latest(c, { source: id }, `/temuan?sumber=${id}`) },
  { on: 'follow_up', order: 20, power: 'finding.read', render: (c, { id }) => latest(c, { followUp: id }, `/temuan?tindak-lanjut=${id}`) },
  { on: 'cycle', order: 20, power: 'finding.read', render: (c, { id }) => latest(c, { cycle: id }, `/temuan?siklus=${id}`) },
]

async function latest(c: Request, filter: object, list: string) {
  const { findings, total } = await call(c.var.kernel, c.var.actor, listFindings, filter)
  const w = words[c.var.viewer.locale]
  if (findings.length === 0) return null
  return (
    <Section title={w.findings} id="temuan" count={total} list={list}>
      {'followUp' in filter ? (
        <Related
          things={
            await relatedThings(
              c,
              findings.map(({ agreement }) => agreement && { kind: 'agreement', id: agreement.id }),
            )
          }
        />
      ) : null}
      <FindingTable caption={w.findings} findings={findings.slice(0, 5)} />
    </Section>
  )
}
