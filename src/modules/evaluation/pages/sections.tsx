import type { PageSection, Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { CountLink } from '../../../web/ui/count.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { listAssignments } from '../operations/assignments.ts'
import { listScores } from '../operations/scores.ts'
import { AssignmentTable } from '../views/assignment-table.tsx'
import { LastScores, ScoreHistory } from '../views/score-history.tsx'
import { evaluationWords } from '../words.ts'

/** How an agreement, or all with a partner, were evaluated by both sides; what an office still has to fill in. Nothing before the first. */
export const evaluationSections: PageSection[] = [
  {
    on: 'agreement',
    order: 10,
    power: 'assignment.read',
    async render(c, { id }) {
      const { assignments, total } = await call(c.var.kernel, c.var.actor, listAssignments, { agreement: id, sort: '-due' })
      if (total === 0) return null
      return evaluated(c, { agreement: id }, total, `/evaluasi/isian?perjanjian=${id}`, w => (
        <AssignmentTable caption={w.title} assignments={assignments.slice(0, 6)} ofOne="agreement" with={['score']} empty={null} />
      ))
    },
  },
  {
    on: 'partner',
    order: 20,
    power: 'assignment.read',
    async render(c, { id }) {
      const { assignments, total } = await call(c.var.kernel, c.var.actor, listAssignments, { partner: id, sort: '-due' })
      if (total === 0) return null
      return evaluated(c, { partner: id }, total, `/evaluasi/isian?mitra=${id}`, w => (
        <AssignmentTable caption={w.title} assignments={assignments.slice(0, 4)} ofOne="partner" with={['cycle', 'score']} empty={null} />
      ))
    },
  },
  {
    on: 'office',
    order: 20,
    power: 'assignment.read',
    async render(c, { code = '' }) {
      const w = evaluationWords[c.var.viewer.locale]
      const { kernel, actor } = c.var
      const all = await call(kernel, actor, listAssignments, { province: code, sort: '-due' })
      if (all.total === 0) return null
      const waiting = await call(kernel, actor, listAssignments, { province: code, running: 'ya', state: 'waiting', sort: 'due' })
      return (
        <Section
          title={w.title}
          id="evaluasi"
          count={all.total}
          list={`/evaluasi/isian?provinsi=${code}`}
          lead={w.waitingThere({ count: waiting.total })}
          gist={
            waiting.total ? (
              <CountLink href={`/evaluasi/isian?provinsi=${code}&berjalan=ya&keadaan=waiting`} count={waiting.total}>
                {w.waitingGist({ count: waiting.total })}
              </CountLink>
            ) : null
          }
        >
          {waiting.total ? (
            <AssignmentTable caption={w.waiting} assignments={waiting.assignments.slice(0, 5)} with={['office']} empty={null} />
          ) : null}
        </Section>
      )
    },
  },
]

type Words = (typeof evaluationWords)['id']

async function evaluated(
  c: Request,
  of: { agreement: string } | { partner: string },
  total: number,
  list: string,
  forms: (w: Words) => ReturnType<typeof AssignmentTable>,
) {
  const w = evaluationWords[c.var.viewer.locale]
  const { scores } = await call(c.var.kernel, c.var.actor, listScores, of)
  return (
    <Section title={w.title} id="evaluasi" count={total} list={list} gist={<LastScores scores={scores} list={list} />}>
      <ScoreHistory scores={scores} />
      {forms(w)}
    </Section>
  )
}
