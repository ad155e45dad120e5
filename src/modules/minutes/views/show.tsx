import { formatClock, formatTime, listOf } from '../../../platform/i18n/format.ts'
import { Badge } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { ErrorSummary } from '../../../web/ui/error-summary.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Timeline } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as meetingWords } from '../../meetings/words/words.ts'
import { shortFingerprint } from '../rules/fingerprint.ts'
import type { Act, MinutesDetail, Passage } from '../schema/minutes.ts'
import { words } from '../words/words.ts'
import { PassageForm } from './passage.tsx'
import { MinutesState } from './state.tsx'

/** The last part of the address of each act. */
export const actPaths = {
  send: 'pengiriman',
  approve: 'persetujuan',
  return: 'pengembalian',
  distribute: 'edaran',
} as const satisfies Record<Exclude<Act, 'write'>, string>

/** `errors` are of what was pressed; `adding` of the passage that could not be added. */
type Props = {
  minutes: MinutesDetail
  values?: Values | undefined
  errors?: Errors | undefined
  adding?: Errors | undefined
  idempotencyKey: string
}

export function MinutesPage({ minutes, values = {}, errors = {}, adding = {}, idempotencyKey }: Props) {
  const w = useWords(words)
  const { acts, passages } = minutes
  const writes = acts.includes('write')
  const [first] = acts.filter(act => act !== 'write')
  return (
    <>
      <PageHead title={minutes.title} status={<MinutesState state={minutes.state} explained />} lead={<Lead minutes={minutes} />}>
        {acts.map(act =>
          act === 'write' ? null : <ActButton minutes={minutes} act={act} kind={act === first && !writes ? 'primary' : 'secondary'} />,
        )}
      </PageHead>
      <ErrorSummary errors={errors} values={{}}>
        {null}
      </ErrorSummary>
      <Facts minutes={minutes} />
      <Section title={w.passages} id="isi" count={passages.length || undefined}>
        {passages.length ? (
          passages.map((passage, at) => <PassageArticle minutes={minutes} passage={passage} at={at} />)
        ) : (
          <EmptyState title={w.noPassages}>{writes ? w.noPassagesHint : undefined}</EmptyState>
        )}
      </Section>
      {writes ? (
        <Section title={w.addPassage} id="tambah">
          <PassageForm
            minutes={minutes}
            action={`/notula/${minutes.id}/bagian`}
            values={values}
            errors={adding}
            idempotencyKey={idempotencyKey}
            submit={w.addPassage}
          />
        </Section>
      ) : null}
      <Conclusions passages={passages} />
    </>
  )
}

/** What comes next, and whose turn it is. */
function Lead({ minutes: { state, approvers } }: { minutes: MinutesDetail }) {
  const w = useWords(words)
  const { locale } = useViewer()
  return <>{state === 'sent' ? w.leads.sent({ names: listOf(locale, 'disjunction', approvers.slice(0, 3)) }) : w.leads[state]}</>
}

function Facts({ minutes }: { minutes: MinutesDetail }) {
  const w = useWords(words)
  const { roles } = useWords(meetingWords)
  const { locale } = useViewer()
  const { meeting, startsAt, endsAt, zone, room, people, writers, approvedBy, approvedAt, hash } = minutes
  return (
    <Definitions
      items={[
        { term: w.meeting, value: <a href={`/rapat/${meeting.id}`}>{`${meeting.number}: ${meeting.title}`}</a> },
        {
          term: w.when,
          value:
            startsAt &&
            (endsAt
              ? w.until({ from: formatTime(locale, startsAt, zone), to: formatClock(locale, endsAt, zone) })
              : formatTime(locale, startsAt, zone)),
        },
        { term: w.room, value: room },
        {
          term: w.people,
          value: people.length
            ? people.map(({ name, role }) => (
                <div>
                  {name} <Badge>{roles[role as keyof typeof roles] ?? role}</Badge>
                </div>
              ))
            : null,
        },
        { term: w.writers, value: listOf(locale, 'conjunction', writers) },
        {
          term: w.approvers,
          value: approvedAt && w.approvedBy({ name: approvedBy ?? w.bySystem, at: formatTime(locale, approvedAt, zone) }),
        },
        {
          term: w.fingerprint,
          value: hash ? (
            <>
              <code title={hash}>{shortFingerprint(hash)}</code> <a href={`/notula/${minutes.id}/sidik-jari`}>{w.verify}</a>
            </>
          ) : null,
        },
      ]}
    />
  )
}

/** Who said what and what was concluded; whoever writes has what they can do with it below. */
function PassageArticle({ minutes: { id, acts, passages, zone }, passage, at }: { minutes: MinutesDetail; passage: Passage; at: number }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const address = `/notula/${id}/bagian/${passage.id}`
  const writes = acts.includes('write')
  return (
    <article id={`bagian-${passage.id}`}>
      <h3>{passage.speaker ?? w.noSpeaker}</h3>
      {passage.text ? <blockquote>{passage.text}</blockquote> : null}
      {passage.conclusion ? (
        <>
          <p>
            <b>{w.conclusion}</b>
          </p>
          <blockquote>{passage.conclusion}</blockquote>
        </>
      ) : null}
      {writes ? (
        <>
          <p class="hint">{w.written({ by: passage.by ?? w.bySystem, at: formatTime(locale, passage.at, zone, 'short') })}</p>
          <Actions>
            <ButtonLink href={address} kind="quiet" aria-label={`${w.changePassage}: ${passage.speaker ?? at + 1}`}>
              {w.changePassage}
            </ButtonLink>
            {at > 0 ? <Move address={address} rev={passage.rev} direction="up" /> : null}
            {at < passages.length - 1 ? <Move address={address} rev={passage.rev} direction="down" /> : null}
          </Actions>
        </>
      ) : null}
    </article>
  )
}

function Move({ address, rev, direction }: { address: string; rev: number; direction: 'up' | 'down' }) {
  const w = useWords(words)
  return (
    <Form action={`${address}/letak`} hidden={{ rev, direction }}>
      <Button kind="quiet">{direction === 'up' ? w.moveUp : w.moveDown}</Button>
    </Form>
  )
}

/** All that was concluded, in one place. */
function Conclusions({ passages }: { passages: readonly Passage[] }) {
  const w = useWords(words)
  const concluded = passages.flatMap(({ conclusion }) => conclusion ?? [])
  if (concluded.length < 2) return null
  return (
    <Section title={w.conclusions} id="simpulan" count={concluded.length}>
      <ol>
        {concluded.map(text => (
          <li>
            <blockquote>{text}</blockquote>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** What happened to it, the latest first, and the way to what it said before. */
export function MinutesHappened({ minutes: { id, events, acts } }: { minutes: MinutesDetail }) {
  const w = useWords(words)
  return (
    <Section
      title={w.happened}
      id="riwayat"
      aside={acts.length || events.length > 1 ? <ButtonLink href={`/notula/${id}/riwayat`}>{w.history}</ButtonLink> : null}
    >
      <Timeline
        label={w.happened}
        items={events.toReversed().map(({ kind, at, by, note }) => ({
          at,
          title: w.events[kind],
          by: by ?? w.bySystem,
          children: note ? <blockquote>{note}</blockquote> : undefined,
        }))}
      />
    </Section>
  )
}

function ActButton({
  minutes: { id, rev },
  act,
  kind,
}: {
  minutes: MinutesDetail
  act: keyof typeof actPaths
  kind: 'primary' | 'secondary'
}) {
  const w = useWords(words)
  const address = `/notula/${id}/${actPaths[act]}`
  if (act === 'return')
    return (
      <ButtonLink href={address} kind="quiet">
        {w.acts[act]}
      </ButtonLink>
    )
  return (
    <Form action={address} hidden={{ rev }}>
      <Button kind={kind}>{w.acts[act]}</Button>
    </Form>
  )
}
