import type { ComponentChildren } from 'preact'
import { textIn } from '../../../platform/i18n/words.ts'
import { Badge, Status } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { ErrorSummary } from '../../../web/ui/error-summary.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { MoreActs } from '../../../web/ui/more-acts.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Timeline } from '../../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Thing } from '../../things/schema.ts'
import { Linked } from '../../things/views.tsx'
import { moveText } from '../rules/moves.ts'
import type { Act, MeetingDetail, Objective } from '../schema/meetings.ts'
import { seriesWords } from '../words/series.ts'
import { words } from '../words/words.ts'
import { MeetingState, useTimes } from './state.tsx'

/** The last part of the address of each act. */
export const actPaths = {
  change: 'ubah',
  invite: 'undangan',
  start: 'mulai',
  end: 'akhir',
  answer: 'capaian',
  report: 'laporan',
  cancel: 'pembatalan',
  restore: 'pemulihan',
} as const satisfies Record<Act, string>

const pressed: readonly Act[] = ['invite', 'start', 'end', 'report']

/** `errors` say why what was pressed could not be done; `opening` is what other modules know that a meeting begins with. */
type Props = { meeting: MeetingDetail; things: readonly Thing[]; errors?: Errors | undefined; opening?: ComponentChildren }

export function MeetingPage({ meeting, things, errors = {}, opening }: Props) {
  const w = useWords(words)
  const { locale } = useViewer()
  const s = useWords(seriesWords)
  const times = useTimes()
  const [first, ...others] = meeting.acts
  const address = `/rapat/${meeting.id}`
  return (
    <>
      <PageHead
        title={meeting.title}
        status={
          <>
            {meeting.number} <Badge>{textIn(meeting.kind.names, locale)}</Badge> <MeetingState state={meeting.state} explained />
          </>
        }
        lead={meeting.theme}
      >
        {first ? <ActButton meeting={meeting} act={first} kind="primary" /> : null}
        <MoreActs folded>
          {others.map(act => (
            <ActButton meeting={meeting} act={act} kind="quiet" />
          ))}
          {meeting.acts.length ? (
            <ButtonLink href={`${address}/salinan`} kind="quiet">
              {w.copy}
            </ButtonLink>
          ) : null}
          {meeting.mayArrange ? (
            <ButtonLink href={`${address}/seri`} kind="quiet">
              {s.choose}
            </ButtonLink>
          ) : null}
        </MoreActs>
      </PageHead>
      <ErrorSummary errors={errors} values={{}}>
        {null}
      </ErrorSummary>
      {opening}
      <Definitions
        items={[
          { term: w.when, value: times(meeting) },
          { term: w.mode, value: w.modes[meeting.mode] },
          { term: w.place, value: [meeting.place, meeting.region?.name].filter(Boolean).join(', ') || null },
          {
            term: w.link,
            value: meeting.link ? (
              <a href={meeting.link} rel="noreferrer">
                {meeting.link}
              </a>
            ) : null,
          },
          {
            term: w.office,
            value: (
              <Linked things={things} id={meeting.office.id}>
                {meeting.office.name}
              </Linked>
            ),
          },
          { term: w.unit, value: meeting.unit },
          { term: w.legalBasis, value: meeting.legalBasis ? <blockquote>{meeting.legalBasis}</blockquote> : null },
          {
            term: s.series,
            value: meeting.series ? <a href={`/seri-rapat/${meeting.series.id}`}>{meeting.series.name}</a> : null,
          },
          {
            term: w.copiedFrom,
            value: meeting.copiedFrom ? <a href={`/rapat/${meeting.copiedFrom.id}`}>{meeting.copiedFrom.name}</a> : null,
          },
        ]}
      />
      <Section title={w.programme}>
        <Actions>
          <ButtonLink href={`${address}/acara`}>{w.toProgramme}</ButtonLink>
        </Actions>
      </Section>
      <Section title={w.objectives}>
        {meeting.objectives.length ? (
          <ol>
            {meeting.objectives.map(objective => (
              <li>
                <Answered objective={objective} />
              </li>
            ))}
          </ol>
        ) : (
          <EmptyState title={w.noObjectives} />
        )}
      </Section>
      <Section title={w.happened}>
        <Timeline
          label={w.happened}
          items={meeting.events.map(({ kind, at, by, note, move }) => ({
            at,
            title: w.events[kind],
            by: by ?? undefined,
            children: move ? <p>{moveText(locale, move.was, move.became)}</p> : note ? <blockquote>{note}</blockquote> : undefined,
          }))}
        />
      </Section>
    </>
  )
}

/** What was meant to come of it, and what did. */
function Answered({ objective: { text, reached, outcome } }: { objective: Objective }) {
  const w = useWords(words)
  const [tone, label] =
    reached === null
      ? (['neutral', w.unanswered] as const)
      : reached
        ? (['good', w.reached] as const)
        : (['warning', w.notReached] as const)
  return (
    <>
      {text} <Status tone={tone}>{label}</Status>
      {outcome ? <blockquote>{outcome}</blockquote> : null}
    </>
  )
}

function ActButton({ meeting, act, kind }: { meeting: MeetingDetail; act: Act; kind: 'primary' | 'quiet' }) {
  const w = useWords(words)
  const address = `/rapat/${meeting.id}/${actPaths[act]}`
  if (!pressed.includes(act))
    return (
      <ButtonLink href={address} kind={kind}>
        {w.acts[act]}
      </ButtonLink>
    )
  return (
    <Form action={address} hidden={{ rev: meeting.rev }}>
      <Button kind={kind}>{w.acts[act]}</Button>
    </Form>
  )
}
