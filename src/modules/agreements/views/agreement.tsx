import type { ComponentChildren } from 'preact'
import { formatDay, formatNumber } from '../../../platform/i18n/format.ts'
import type { Fields } from '../../../platform/subject/fields.ts'
import { daysBetween } from '../../../platform/values/clock.ts'
import { Badge } from '../../../web/ui/badge.tsx'
import { Actions, ButtonLink } from '../../../web/ui/button.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Changes } from '../../../web/ui/history.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Timeline } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { HistoryLine } from '../../audit/schema.ts'
import { HistoryList } from '../../audit/views/history.tsx'
import { changesIn } from '../../audit/views/telling.ts'
import { tellOnce } from '../rules/told.ts'
import { type Transition, transitionPaths } from '../rules/transitions.ts'
import type { AgreementDetail } from '../schema.ts'
import { formWords } from '../words/form.ts'
import { words } from '../words.ts'
import { Documents, Obligations, Parties } from './parts.tsx'
import { Related } from './related.tsx'
import { StatusOf } from './status.tsx'

/** `steps` are what may happen next, the most likely first. */
export type AgreementPowers = { write: boolean; steps: readonly Transition[] }
type Props = { agreement: AgreementDetail; may: AgreementPowers; lines: readonly HistoryLine[]; fields: Fields }
type PageProps = Props & { sections: ComponentChildren }

/** `sections` are what other modules know of it. */
export function AgreementView({ agreement, may, lines, fields, sections }: PageProps) {
  const w = useWords(words)
  const { id } = agreement
  return (
    <>
      <PageHead
        title={agreement.title}
        status={
          <>
            <Badge>{w.kinds[agreement.kind]}</Badge> <StatusOf status={agreement.status} />
          </>
        }
      >
        {may.write ? <ButtonLink href={`/perjanjian/${id}/ubah`}>{w.show.change}</ButtonLink> : null}
      </PageHead>
      <Summary agreement={agreement} />
      {may.steps.length ? <Next id={id} status={agreement.status} steps={may.steps} /> : null}
      <Parties parties={agreement.parties} warn={may.write} />
      <Section title={w.show.scope} id="ruang-lingkup">
        {agreement.scope.length ? (
          <ul>
            {agreement.scope.map(item => (
              <li>{item}</li>
            ))}
          </ul>
        ) : (
          <EmptyState title={w.show.noScope} />
        )}
      </Section>
      <Obligations agreement={agreement} mayWrite={may.write} />
      <Documents agreement={agreement} mayWrite={may.write} />
      <Related agreement={agreement} mayWrite={may.write} />
      {sections}
      <Section title={w.show.history} id="riwayat">
        <History agreement={agreement} lines={lines} fields={fields} />
      </Section>
    </>
  )
}

/** What happened, each with what it changed for those who may read it; then the changes that were no step. */
function History({ agreement, lines, fields }: Omit<Props, 'may'>) {
  const w = useWords(words)
  const viewer = useViewer()
  const { told, rest } = tellOnce(agreement.events, lines)
  return (
    <>
      <Timeline
        label={w.show.history}
        items={told.map(({ kind, on, by, note, line }) => ({
          on,
          title: w.events[kind],
          ...(by ? { by } : {}),
          children: (
            <>
              {note ? <blockquote>{note}</blockquote> : null}
              {line ? <Changes changes={changesIn(line, viewer, fields)} /> : null}
            </>
          ),
        }))}
      />
      <HistoryList label={w.show.changes} lines={rest} fields={fields} />
    </>
  )
}

function Summary({ agreement }: { agreement: AgreementDetail }) {
  const w = useWords(words)
  const { openness, exclusionReason } = agreement
  const open =
    openness === 'excluded'
      ? `${w.opennesses.excluded}: ${exclusionReason}`
      : `${w.opennesses[openness]}. ${openness === 'public' ? w.show.publicHint : w.show.requestHint}`
  return (
    <Definitions
      items={[
        { term: w.show.term, value: <Term agreement={agreement} /> },
        { term: w.signedOn, value: agreement.signedOn && <Day day={agreement.signedOn} /> },
        { term: w.place, value: agreement.place },
        { term: w.openness, value: open },
        { term: w.show.keptBy, value: agreement.office.name },
      ]}
    />
  )
}

const Day = ({ day }: { day: string }) => {
  const { locale } = useViewer()
  return <time datetime={day}>{formatDay(locale, day)}</time>
}

/** From when to when, and how long that still is. */
function Term({ agreement: { startsOn, endsOn, endedHow, endedOn, status } }: { agreement: AgreementDetail }) {
  const w = useWords(words)
  const { locale, today } = useViewer()
  if (!startsOn && !endsOn) return <>{w.show.noTerm}</>
  const from = startsOn ? formatDay(locale, startsOn) : '–'
  const days = endsOn ? daysBetween(today, endsOn) : 0
  const counts = status === 'active' || status === 'expiring' || status === 'expired' || status === 'in_renewal'
  const left =
    days > 0
      ? w.show.daysLeft({ days: formatNumber(locale, days) })
      : days === 0
        ? w.show.endsToday
        : w.show.expiredSince({ days: formatNumber(locale, -days) })
  const early = endedHow && endedOn && endedOn > today ? ` ${w.show.endsEarly({ day: formatDay(locale, endedOn) })}` : ''
  return (
    <>
      {endsOn ? `${w.show.until({ from, to: formatDay(locale, endsOn) })}.` : `${w.show.since({ from })}.`}
      {endsOn && counts ? ` ${left}` : ''}
      {early}
    </>
  )
}

/** The first step is the main one, unless it ends the agreement, or renews one that is far from its end. */
function Next({ id, status, steps }: { id: string; status: AgreementDetail['status']; steps: readonly Transition[] }) {
  const w = useWords(words)
  const f = useWords(formWords)
  const isNear = status === 'expiring' || status === 'expired' || status === 'in_renewal'
  const later: readonly Transition[] = isNear ? ['termination', 'completion'] : ['termination', 'completion', 'renewal', 'term']
  return (
    <Section title={w.show.next} id="langkah">
      <Actions>
        {steps.map((step, at) => (
          <ButtonLink
            href={`/perjanjian/${id}/${transitionPaths[step]}`}
            kind={at === 0 && !later.includes(step) ? 'primary' : 'secondary'}
          >
            {f.steps[step].title}
          </ButtonLink>
        ))}
      </Actions>
    </Section>
  )
}
