import { formatDay, listOf } from '../../../platform/i18n/format.ts'
import { Badge, Status, type Tone } from '../../../web/ui/badge.tsx'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { FileLink } from '../../../web/ui/file-link.tsx'
import { gap } from '../../../web/ui/gap.ts'
import { MoreActs } from '../../../web/ui/more-acts.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { ShortText } from '../../../web/ui/short-text.tsx'
import { Timeline, When } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Thing } from '../../things/schema.ts'
import { Linked } from '../../things/views.tsx'
import { aboutOf, awaits } from '../rules.ts'
import type { Act, Escalation, EventKind, FollowUpDetail, FollowUpEvent } from '../schema.ts'
import { words } from '../words.ts'
import { useGrounds } from './grounds.tsx'
import { FollowUpState, useTimeLeft } from './state.tsx'

/** The last part of the address of each act's page. */
export const actPaths: Record<Act, string> = {
  report: 'laporan',
  verify: 'pemeriksaan',
  reassign: 'penanggung-jawab',
  reschedule: 'tenggat',
  cancel: 'pembatalan',
  reopen: 'pembukaan',
}

/** `address` is that of this page, for whoever is sent there; `things` are those that it belongs to and one may read. */
export function FollowUpPage({ followUp, address, things }: { followUp: FollowUpDetail; address: string; things: readonly Thing[] }) {
  const w = useWords(words)
  const main = followUp.acts.filter(act => act === 'report' || act === 'verify')
  const other = followUp.acts.filter(act => act !== 'report' && act !== 'verify')
  const link = (act: Act, kind: 'primary' | 'quiet') => (
    <ButtonLink href={`/tindak-lanjut/${followUp.id}/${actPaths[act]}`} kind={kind}>
      {w.acts[act]}
    </ButtonLink>
  )
  return (
    <>
      <PageHead
        title={followUp.action}
        status={
          <>
            <FollowUpState {...followUp} explained /> {followUp.important ? <Badge>{w.important}</Badge> : null}
          </>
        }
        lead={<Next followUp={followUp} />}
      >
        {main.map(act => link(act, 'primary'))}
        {other.length ? <MoreActs folded>{other.map(act => link(act, 'quiet'))}</MoreActs> : null}
      </PageHead>
      <Facts followUp={followUp} things={things} />
      {awaits(followUp.state) && !followUp.mine ? <Asking followUp={followUp} address={address} /> : null}
      <Section title={w.show.timeline}>
        <FollowUpTimeline followUp={followUp} />
      </Section>
    </>
  )
}

/** In a few words, for its owner. */
function Asking({ followUp, address }: { followUp: FollowUpDetail; address: string }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const { number, action, owner, dueOn, overdue, ownerPhones } = followUp
  return (
    <ShortText
      text={w.show.asking({ name: owner.name, what: `${number} ${action}`, due: formatDay(locale, dueOn), isLate: overdue, address })}
      phones={ownerPhones}
    />
  )
}

/** What it is, whose and by when: above the page and above each of its forms. */
export function Facts({ followUp, things = [] }: { followUp: FollowUpDetail; things?: readonly Thing[] }) {
  const w = useWords(words)
  const left = useTimeLeft()
  const grounds = useGrounds()
  const remaining = left(followUp)
  const about = aboutOf(followUp)
  const linked = (thing: { id: string; name: string } | null) =>
    thing && (
      <Linked things={things} id={thing.id}>
        {thing.name}
      </Linked>
    )
  return (
    <Definitions
      items={[
        {
          term: w.due,
          value: (
            <>
              <When on={followUp.dueOn} />
              {remaining ? ` (${remaining.toLowerCase()})` : ''}
            </>
          ),
        },
        { term: w.owner, value: linked(followUp.owner) },
        { term: w.office, value: linked(followUp.office) },
        { term: w.grounds, value: followUp.grounds ? <a href={followUp.grounds.path}>{grounds(followUp, 300)}</a> : null },
        { term: w.agreement, value: linked(about.agreement) },
        { term: w.partner, value: linked(about.partner) },
        { term: w.detail, value: followUp.detail ? <blockquote>{followUp.detail}</blockquote> : null },
        {
          term: w.origin,
          value:
            followUp.grounds || followUp.origin?.kind === 'agreement' ? null : followUp.originPage ? (
              <a href={followUp.originPage}>{followUp.origin?.label}</a>
            ) : (
              followUp.origin?.label
            ),
        },
        { term: w.number, value: followUp.number },
      ]}
    />
  )
}

/** What comes next and who does it. */
function Next({ followUp: { state, owner, mine, acts, verifiers, otherVerifiers } }: { followUp: FollowUpDetail }) {
  const { show: w } = useWords(words)
  const { locale } = useViewer()
  if (state === 'verified') return <>{w.done}</>
  if (state === 'cancelled') return <>{w.cancelled}</>
  if (state === 'reported') {
    const all = [...verifiers, ...(otherVerifiers ? [w.otherVerifiers({ count: otherVerifiers })] : [])]
    const whom = verifiers.length ? ` ${w.verifiers({ names: listOf(locale, 'disjunction', all) })}` : ''
    return <>{acts.includes('verify') ? w.youJudge : `${mine ? w.notByYou : w.waitsForVerdict}${whom}`}</>
  }
  return <>{mine && acts.includes('report') ? w.ownerIsYou : w.waitsForOwner({ owner: owner.name })}</>
}

/** What was last reported, for whoever judges it; why it was last returned, for whoever reports again. */
export function Latest({ followUp: { id, events }, kind }: { followUp: FollowUpDetail; kind: 'reported' | 'returned' }) {
  const { show: w } = useWords(words)
  const event = events.findLast(each => each.kind === kind)
  if (!event) return null
  return (
    <Section title={w.events[kind]}>
      <p class="hint">
        <When at={event.at} />
        {gap}
        {event.by ?? w.bySystem}
      </p>
      <Happened event={event} id={id} />
    </Section>
  )
}

const tones: Record<EventKind, Tone> = {
  assigned: 'neutral',
  reassigned: 'neutral',
  reported: 'info',
  returned: 'warning',
  verified: 'good',
  cancelled: 'muted',
  reopened: 'warning',
  rescheduled: 'neutral',
}

function FollowUpTimeline({ followUp: { id, events, escalations } }: { followUp: FollowUpDetail }) {
  const { show: w } = useWords(words)
  const happened = events.map(event => ({
    at: event.at,
    by: event.by ?? w.bySystem,
    title: w.events[event.kind],
    tone: tones[event.kind],
    children: <Happened event={event} id={id} />,
  }))
  const escalated = escalations.map(each => ({
    at: each.at,
    by: w.bySystem,
    title: w.escalated({ office: each.office }),
    tone: 'warning' as const,
    children: <Escalated {...each} />,
  }))
  return <Timeline label={w.timeline} items={[...happened, ...escalated].sort((a, b) => (a.at < b.at ? -1 : 1)).reverse()} />
}

/** Who was told that it is overdue, and why nobody nearer was. */
function Escalated({ dueOn, persons, passed }: Escalation) {
  const { show: w } = useWords(words)
  const { locale } = useViewer()
  return (
    <p>
      {w.escalatedTo({ names: listOf(locale, 'conjunction', persons), due: formatDay(locale, dueOn) })}
      {passed.length ? ` ${w.passed({ offices: listOf(locale, 'conjunction', passed) })}` : ''}
    </p>
  )
}

function Happened({ event, id }: { event: FollowUpEvent; id: string }) {
  const { show: w } = useWords(words)
  const { locale } = useViewer()
  const changed = [event.owner ? w.to({ owner: event.owner }) : '', event.dueOn ? w.dueOn({ day: formatDay(locale, event.dueOn) }) : '']
    .filter(Boolean)
    .join(' · ')
  return (
    <>
      {changed ? <p>{changed}</p> : null}
      {event.note ? <blockquote>{event.note}</blockquote> : null}
      {event.kind === 'reported' && !event.evidence.length ? (
        <p>
          <Status tone="warning">{w.noEvidence}</Status>
        </p>
      ) : null}
      {event.evidence.length ? (
        <ul class="files" aria-label={w.evidence}>
          {event.evidence.map(file => (
            <li>
              <FileLink href={`/tindak-lanjut/${id}/berkas/${file.id}`} name={file.name} bytes={file.bytes} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
