import type { PageSection, Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { AllOf } from '../../../web/ui/count.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { listFindings } from '../operations/read.ts'
import { FindingTable } from '../views/table.tsx'
import { words } from '../words.ts'

/** The latest findings about an agreement or with a partner; nothing where there are none. */
export const findingSections: PageSection[] = [
  { on: 'agreement', order: 20, power: 'finding.read', render: (c, { id }) => latest(c, { agreement: id }, `/temuan?perjanjian=${id}`) },
  { on: 'partner', order: 30, power: 'finding.read', render: (c, { id }) => latest(c, { partner: id }, `/temuan?mitra=${id}`) },
]

async function latest(c: Request, filter: { agreement: string } | { partner: string }, href: string) {
  const { findings, total } = await call(c.var.kernel, c.var.actor, listFindings, filter)
  const w = words[c.var.viewer.locale]
  if (findings.length === 0) return null
  return (
    <Section title={w.findings} id="temuan">
      <FindingTable caption={w.findings} findings={findings.slice(0, 5)} />
      <AllOf href={href} shown={5} total={total} />
    </Section>
  )
}
