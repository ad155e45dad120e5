import type { PageSection } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { AllOf } from '../../../web/ui/count.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { listAssignments } from '../operations/assignments.ts'
import { AssignmentTable } from '../views/assignment-table.tsx'
import { evaluationWords } from '../words.ts'

/** How an agreement was evaluated, the latest cycle first; nothing before its first. */
export const evaluationSections: PageSection[] = [
  {
    on: 'agreement',
    order: 10,
    power: 'assignment.read',
    async render(c, { id }) {
      const { assignments, total } = await call(c.var.kernel, c.var.actor, listAssignments, { agreement: id, sort: '-due' })
      const w = evaluationWords[c.var.viewer.locale]
      if (assignments.length === 0) return null
      return (
        <Section title={w.title} id="evaluasi">
          <AssignmentTable caption={w.title} assignments={assignments.slice(0, 6)} ofOne with={['score']} empty={null} />
          <AllOf href={`/evaluasi/isian?perjanjian=${id}`} shown={6} total={total} />
        </Section>
      )
    },
  },
]
