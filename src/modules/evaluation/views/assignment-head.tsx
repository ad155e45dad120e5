import { formatDay, formatScore, formatTime } from '../../../platform/i18n/format.ts'
import { textIn } from '../../../platform/i18n/words.ts'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { gap } from '../../../web/ui/gap.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Thing } from '../../things/schema.ts'
import { Linked } from '../../things/views.tsx'
import type { Assignment } from '../schema.ts'
import { evaluationWords } from '../words.ts'
import { InviteButton } from './invite-button.tsx'
import { StateStatus } from './status.tsx'
import { useTwoTimes } from './two-times.ts'

/** What the actor may do with this form besides answering. */
export type AssignmentPowers = { mayInvite: boolean; mayExtend: boolean; mayReturn: boolean }

type Props = {
  assignment: Assignment
  powers: AssignmentPowers
  /** The things that it belongs to and the reader may open. */
  things: readonly Thing[]
  /** What is known of the form is folded, so that its first question stands on the first screen. */
  folded: boolean
}

/** Which agreement, who answers, until when, and where the other side is: each said once, with the way there. */
export function AssignmentHead({ assignment, powers, things, folded }: Props) {
  const w = useWords(evaluationWords)
  const { locale, zone } = useViewer()
  const { agreement, office, partner, counterparts } = assignment
  const waits = assignment.state !== 'submitted'
  const isOnly = partner !== null && partner.name === agreement.partnerNames
  const linked = (id: string, text: string) => (
    <Linked things={things} id={id}>
      {text}
    </Linked>
  )
  const submission = assignment.events.find(({ kind }) => kind === 'submitted')
  const cameLater = useTwoTimes()(assignment.submittedAt ?? new Date(0), submission?.capturedAt ?? null)
  const intro = waits && assignment.canAnswer && textIn(assignment.instrument.intro, locale)
  const facts = (
    <>
      {intro ? <p>{intro}</p> : null}
      <Definitions
        items={[
          { term: w.columns.agreement, value: linked(agreement.id, agreement.kpuNumber ?? agreement.title) },
          {
            term: w.columns.side,
            value: !partner ? w.sides.kpu : isOnly ? w.sides.partner : linked(partner.id, `${partner.name} (${w.sides.partner})`),
          },
          { term: w.cycle, value: linked(assignment.cycle.id, assignment.cycle.name) },
          { term: w.period, value: `${formatDay(locale, assignment.periodFrom)} – ${formatDay(locale, assignment.periodTo)}` },
          { term: w.fields.closesOn, value: waits ? formatDay(locale, lastDay(assignment)) : null },
          {
            term: w.columns.submitted,
            value: assignment.submittedAt
              ? [cameLater ?? formatTime(locale, assignment.submittedAt, zone), assignment.submittedBy].filter(Boolean).join(', ')
              : null,
          },
          { term: w.columns.score, value: assignment.score === null ? null : formatScore(locale, assignment.score) },
          {
            term: w.other,
            value: counterparts.map(({ id, name, submittedAt }) => (
              <div>
                {linked(
                  id,
                  submittedAt ? w.otherSent({ name }) : assignment.phase === 'closed' ? w.otherNever({ name }) : w.otherWaiting({ name }),
                )}
              </div>
            )),
          },
        ].filter(({ value }) => !(Array.isArray(value) && value.length === 0))}
      />
      {waits && assignment.canAnswer ? <a href={`/evaluasi/isian/${assignment.id}/cetak`}>{w.paper}</a> : null}
    </>
  )
  return (
    <>
      <PageHead
        title={agreement.title}
        status={
          <>
            {assignment.canAnswer && assignment.state === 'not_started' ? (
              <>
                <span data-when="unsaved">
                  <StateStatus assignment={assignment} explained />
                </span>
                <span data-when="saved" hidden>
                  <StateStatus assignment={{ ...assignment, state: 'draft' }} explained />
                </span>
              </>
            ) : (
              <StateStatus assignment={assignment} explained />
            )}
            {waits ? `${gap}${w.columns.due}: ${formatDay(locale, assignment.dueOn, 'short')}` : ''}
          </>
        }
        lead={
          <>
            {agreement.partnerNames ? w.evaluates : w.evaluatesAlone} {linked(office.id, office.name)}{' '}
            {agreement.partnerNames ? w.evaluatesWith : null} {isOnly ? linked(partner.id, partner.name) : agreement.partnerNames}
          </>
        }
      >
        {powers.mayInvite ? <InviteButton assignment={assignment} /> : null}
        {powers.mayExtend ? <ButtonLink href={`/evaluasi/isian/${assignment.id}/perpanjangan`}>{w.extend}</ButtonLink> : null}
        {powers.mayReturn ? <ButtonLink href={`/evaluasi/isian/${assignment.id}/pengembalian`}>{w.return}</ButtonLink> : null}
      </PageHead>
      {folded ? (
        <details>
          <summary>{w.aboutForm}</summary>
          {facts}
        </details>
      ) : (
        facts
      )}
    </>
  )
}

export const lastDay = ({ closesOn, extendedTo }: Pick<Assignment, 'closesOn' | 'extendedTo'>): string =>
  extendedTo && extendedTo > closesOn ? extendedTo : closesOn
