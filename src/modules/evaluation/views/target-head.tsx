import { formatDay, formatNumber, formatTime } from '../../../platform/i18n/format.ts'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Target } from '../schema.ts'
import { evaluationWords } from '../words.ts'
import { InviteButton } from './invite-button.tsx'
import { StateStatus } from './status.tsx'

/** What the actor may do with this form besides answering. */
export type TargetPowers = { mayInvite: boolean; mayExtend: boolean; mayReturn: boolean }

/** Which agreement, who answers, until when, and where the other side is. */
export function TargetHead({ target, powers }: { target: Target; powers: TargetPowers }) {
  const w = useWords(evaluationWords)
  const { locale, zone } = useViewer()
  const { agreement, office, partner, counterparts } = target
  const waits = target.state !== 'submitted'
  return (
    <>
      <PageHead
        title={agreement.title}
        status={<StateStatus target={target} />}
        lead={waits && target.canAnswer ? target.instrument.intro?.[locale] : undefined}
      >
        {powers.mayInvite ? <InviteButton target={{ id: target.id, lastLetterAt: target.lastLetterAt, partner }} /> : null}
        {powers.mayExtend ? <ButtonLink href={`/evaluasi/isian/${target.id}/perpanjangan`}>{w.extend}</ButtonLink> : null}
        {powers.mayReturn ? <ButtonLink href={`/evaluasi/isian/${target.id}/pengembalian`}>{w.return}</ButtonLink> : null}
        {waits && target.canAnswer ? (
          <ButtonLink href={`/evaluasi/isian/${target.id}/cetak`} kind="quiet">
            {w.paper}
          </ButtonLink>
        ) : null}
      </PageHead>
      <Definitions
        items={[
          { term: w.columns.number, value: agreement.kpuNumber },
          { term: w.columns.side, value: partner ? `${partner.name} (${w.sides.partner})` : office.name },
          { term: w.columns.partner, value: partner ? null : agreement.partnerNames },
          { term: w.period, value: `${formatDay(locale, target.periodFrom)} – ${formatDay(locale, target.periodTo)}` },
          {
            term: w.columns.due,
            value: waits ? `${formatDay(locale, target.dueOn)} (${w.closesOn(formatDay(locale, lastDay(target)))})` : null,
          },
          {
            term: w.columns.submitted,
            value: target.submittedAt
              ? [formatTime(locale, target.submittedAt, zone), target.submittedBy].filter(Boolean).join(', ')
              : null,
          },
          { term: w.columns.score, value: target.score === null ? null : formatNumber(locale, target.score, 2) },
          {
            term: w.other,
            value: counterparts.map(({ name, submittedAt }) => (
              <div>{submittedAt ? w.otherSent(name) : target.phase === 'closed' ? w.otherNever(name) : w.otherWaiting(name)}</div>
            )),
          },
        ].filter(({ value }) => !(Array.isArray(value) && value.length === 0))}
      />
    </>
  )
}

export const lastDay = ({ closesOn, extendedTo }: Pick<Target, 'closesOn' | 'extendedTo'>): string =>
  extendedTo && extendedTo > closesOn ? extendedTo : closesOn
