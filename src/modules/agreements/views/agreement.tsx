import type { ComponentChild } from 'preact'
import { explanationOf } from '../../../platform/guidance/status.ts'
import { formatDay } from '../../../platform/i18n/format.ts'
import type { Fields } from '../../../platform/subject/fields.ts'
import { addDays, daysBetween } from '../../../platform/values/clock.ts'
import { Badge } from '../../../web/ui/badge.tsx'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Changes } from '../../../web/ui/history.tsx'
import { Anchors, Gist, PageHead, Section } from '../../../web/ui/page-head.tsx'
import { TermLine } from '../../../web/ui/term-line.tsx'
import { Timeline } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frameWords } from '../../../web/words.ts'
import { changesIn } from '../../audit/rules/telling.ts'
import type { HistoryLine } from '../../audit/schema.ts'
import { HistoryList } from '../../audit/views/history.tsx'
import { expiryNotice } from '../rules/status.ts'
import { tellOnce } from '../rules/told.ts'
import { type Transition, transitionPaths } from '../rules/transitions.ts'
import type { AgreementDetail } from '../schema.ts'
import { formWords } from '../words/form.ts'
import { words } from '../words.ts'
import { Documents, Obligations, Parties } from './parts.tsx'
import { hasRelated, Related } from './related.tsx'
import { StatusOf } from './status.tsx'

/** `steps` are what may happen next, the most likely first. */
export type AgreementPowers = { write: boolean; steps: readonly Transition[] }
type Props = { agreement: AgreementDetail; may: AgreementPowers; lines: readonly HistoryLine[]; fields: Fields }
type PageProps = Props & { sections: readonly ComponentChild[]; shared: readonly ComponentChild[] }

/** What was agreed, then what came of it (`sections`, what other modules know of it), then what is said of it (`shared`, on every kind of page). */
export function AgreementView({ agreement, may, lines, fields, sections, shared }: PageProps) {
  const w = useWords(words)
  const { scope, obligations, documents } = agreement
  const own = [
    { id: 'ruang-lingkup', title: w.show.scope },
    { id: 'pihak', title: w.show.parties },
    { id: 'kewajiban', title: w.show.obligations, count: obligations.length },
    { id: 'dokumen', title: w.show.documents, count: documents.length },
    ...(hasRelated(agreement, may.write) ? [{ id: 'terkait', title: w.show.related }] : []),
  ]
  return (
    <>
      <PageHead
        title={agreement.title}
        status={
          <>
            <Badge>{w.kinds[agreement.kind]}</Badge> <StatusOf status={agreement.status} />
          </>
        }
        lead={<Between parties={agreement.parties} />}
      >
        <Next agreement={agreement} may={may} />
      </PageHead>
      <Term agreement={agreement} />
      <Gist parts={sections} />
      <Anchors parts={[...own, ...sections, ...shared, { id: 'riwayat', title: w.show.history }]} />
      <Section title={w.show.scope} id="ruang-lingkup">
        {scope.length ? (
          <ul>
            {scope.map(item => (
              <li>{item}</li>
            ))}
          </ul>
        ) : (
          <EmptyState title={w.show.noScope} />
        )}
      </Section>
      <Parties parties={agreement.parties} warn={may.write} />
      <Obligations agreement={agreement} mayWrite={may.write} />
      <Documents agreement={agreement} mayWrite={may.write} />
      <Related agreement={agreement} mayWrite={may.write} />
      {sections}
      {shared}
      <Section title={w.show.record} id="catatan">
        <Summary agreement={agreement} />
      </Section>
      <Section title={w.show.history} id="riwayat">
        <History agreement={agreement} lines={lines} fields={fields} />
      </Section>
    </>
  )
}

/** With whom: what tells agreements of one title apart. */
function Between({ parties }: { parties: AgreementDetail['parties'] }) {
  return (
    <>
      {parties.map(({ office, partner }, at) => (
        <>
          {at ? ' – ' : ''}
          {partner ? <a href={`/mitra/${partner.id}`}>{partner.name}</a> : office?.name}
        </>
      ))}
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
        items={told.map(({ kind, on, by, note, lines: own }) => ({
          on,
          title: w.events[kind],
          ...(by ? { by } : {}),
          children: (
            <>
              {note ? <blockquote>{note}</blockquote> : null}
              <Changes changes={own.flatMap(line => changesIn(line, viewer, fields))} />
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
  const f = useWords(frameWords)
  const { openness, exclusionReason } = agreement
  const open =
    openness === 'excluded'
      ? `${w.opennesses.excluded}: ${exclusionReason}`
      : `${w.opennesses[openness]}. ${openness === 'public' ? w.show.publicHint : w.show.requestHint}`
  return (
    <Definitions
      items={[
        { term: w.signedOn, value: agreement.signedOn && <Day day={agreement.signedOn} /> },
        { term: w.place, value: agreement.place },
        {
          term: w.openness,
          value: (
            <>
              {open} <a href={explanationOf('openness', openness)}>{f.whatItMeans}</a>
            </>
          ),
        },
        { term: w.show.keptBy, value: agreement.office.name },
      ]}
    />
  )
}

const Day = ({ day }: { day: string }) => {
  const { locale } = useViewer()
  return <time datetime={day}>{formatDay(locale, day)}</time>
}

/** From when to when, and how long that still is: as a line where both ends are known, marked where it begins to expire soon. */
function Term({ agreement }: { agreement: AgreementDetail }) {
  const w = useWords(words)
  const { startsOn, signedOn, endsOn, status } = agreement
  const from = startsOn ?? signedOn
  const text = <TermText agreement={agreement} />
  const { locale } = useViewer()
  const isRunning = status === 'active' || status === 'expiring' || status === 'in_renewal' || status === 'expired'
  if (!from || !endsOn || from >= endsOn || !isRunning) return <p>{text}</p>
  const soon = addDays(endsOn, -expiryNotice)
  return (
    <div class="part">
      <TermLine
        from={from}
        to={endsOn}
        label={w.show.term}
        mark={
          status === 'expired' || soon <= from
            ? undefined
            : { day: soon, label: w.show.soonSince({ day: formatDay(locale, soon, 'short') }) }
        }
        tone={status === 'expiring' ? 'warning' : status === 'expired' ? 'danger' : undefined}
      />
      <p>{text}</p>
    </div>
  )
}

function TermText({ agreement: { startsOn, endsOn, endedHow, endedOn, status } }: { agreement: AgreementDetail }) {
  const w = useWords(words)
  const { locale, today } = useViewer()
  if (!startsOn && !endsOn) return <>{w.show.noTerm}</>
  const from = startsOn ? formatDay(locale, startsOn) : '–'
  const days = endsOn ? daysBetween(today, endsOn) : 0
  const counts = status === 'active' || status === 'expiring' || status === 'expired' || status === 'in_renewal'
  const left = days > 0 ? w.show.daysLeft({ days }) : days === 0 ? w.show.endsToday : w.show.expiredSince({ days: -days })
  const early = endedHow && endedOn && endedOn > today ? ` ${w.show.endsEarly({ day: formatDay(locale, endedOn) })}` : ''
  return (
    <>
      {endsOn ? `${w.show.until({ from, to: formatDay(locale, endsOn) })}.` : `${w.show.since({ from })}.`}
      {endsOn && counts ? ` ${left}` : ''}
      {early}
    </>
  )
}

type NextProps = { agreement: AgreementDetail; may: AgreementPowers }

/**
 * One filled button for what this agreement needs now: its signing, its text and its obligations, its renewal when the end is near.
 * Everything else that may be done is folded.
 */
function Next({ agreement, may }: NextProps) {
  const w = useWords(words)
  const f = useWords(formWords)
  const frame = useWords(frameWords)
  const base = `/perjanjian/${agreement.id}`
  const first = nextStep(agreement, may)
  const others = may.steps.filter(step => step !== first)
  return (
    <>
      {first === 'document' ? (
        <ButtonLink href={`${base}/dokumen/baru`} kind="primary">
          {w.show.addDocument}
        </ButtonLink>
      ) : null}
      {first === 'obligation' ? (
        <ButtonLink href={`${base}/kewajiban/baru`} kind="primary">
          {w.show.addObligation}
        </ButtonLink>
      ) : null}
      {first && first !== 'document' && first !== 'obligation' ? (
        <ButtonLink href={`${base}/${transitionPaths[first]}`} kind="primary">
          {f.steps[first].title}
        </ButtonLink>
      ) : null}
      {may.write ? <ButtonLink href={`${base}/ubah`}>{w.show.change}</ButtonLink> : null}
      {others.length ? (
        <details class="more-acts">
          <summary class="button secondary">{frame.more}</summary>
          <div class="sheet">
            {others.map(step => (
              <ButtonLink href={`${base}/${transitionPaths[step]}`} kind="quiet">
                {f.steps[step].title}
              </ButtonLink>
            ))}
          </div>
        </details>
      ) : null}
    </>
  )
}

/** What is done first, by the status: an agreement in force without its text or its obligations lacks these before anything else. */
function nextStep({ status, documents, obligations }: AgreementDetail, { write, steps }: AgreementPowers) {
  const [first] = steps
  const isEnding = first === 'termination' || first === 'completion'
  const isInForce = status === 'active' || status === 'awaiting_start'
  if (write && isInForce && !documents.length) return 'document' as const
  if (write && isInForce && !obligations.length) return 'obligation' as const
  return first && !isEnding && !isInForce ? first : null
}
