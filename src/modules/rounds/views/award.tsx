import { explanationOf } from '../../../platform/guidance/status.ts'
import { formatNumber } from '../../../platform/i18n/format.ts'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { RadioField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { ErrorSummary } from '../../../web/ui/error-summary.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Award, AwardEntry, ResultRow } from '../schema/awards.ts'
import type { AwardState } from '../schema/kinds.ts'
import { words } from '../words/words.ts'

const tones: Record<AwardState, Tone> = { draft: 'neutral', open: 'warning', stopped: 'good' }

/** What was typed into one of the forms of the page, which one, and what was wrong with it. */
type Sent = { form: string; values: Values; errors: Errors }
type Props = { award: Award; sent?: Sent | undefined; keys: { jury: string } }

/** The award: what counts how; for the jury what is to be marked, for an office its vote, and once it has stopped the result. */
export function AwardPage({ award, sent, keys }: Props) {
  const w = useWords(words)
  const address = `/putaran/${award.round.id}`
  const own = `${address}/penghargaan`
  const { acts, state, result } = award
  const pressed = sent?.form === 'act' ? sent.errors : {}
  return (
    <>
      <PageHead
        title={w.award}
        status={
          state ? (
            <Status tone={tones[state]} explained={explanationOf('award', state)}>
              {w.awardStates[state]}
            </Status>
          ) : undefined
        }
        lead={<a href={address}>{award.round.name}</a>}
      >
        {result ? (
          <ButtonLink href={`${address}/pemenang`} kind="primary">
            {w.toWinners}
          </ButtonLink>
        ) : null}
        {acts.includes('plan') ? (
          <ButtonLink href={`${own}/aturan`} kind={state ? 'secondary' : 'primary'}>
            {w.plan}
          </ButtonLink>
        ) : null}
      </PageHead>
      <ErrorSummary errors={pressed} values={{}}>
        {null}
      </ErrorSummary>
      {state ? (
        <p class="lead">{w.awardLead}</p>
      ) : (
        <EmptyState title={w.noAward}>{acts.includes('plan') ? w.noAwardHint : undefined}</EmptyState>
      )}
      {result ? <Result award={award} /> : null}
      {acts.includes('mark') ? <ToMark award={award} /> : null}
      {acts.includes('vote') ? <Votes award={award} sent={sent} /> : null}
      {acts.includes('open') ? (
        <Section title={w.open} lead={w.openLead}>
          <Form action={`${own}/pembukaan`} hidden={{ rev: award.rev }}>
            <Actions>
              <Button>{w.open}</Button>
            </Actions>
          </Form>
        </Section>
      ) : null}
      {acts.includes('stop') ? (
        <Section title={w.stop} lead={w.stopLead}>
          <Form action={`${own}/penutupan`} hidden={{ rev: award.rev }}>
            <Actions>
              <Button kind={acts.includes('mark') ? 'secondary' : 'primary'}>{w.stop}</Button>
            </Actions>
          </Form>
        </Section>
      ) : null}
      {state ? <Rules award={award} /> : null}
      {state ? <Jury award={award} sent={sent} idempotencyKey={keys.jury} /> : null}
    </>
  )
}

function Rules({ award }: { award: Award }) {
  const w = useWords(words)
  return (
    <Section title={w.rules} lead={w.rulesText} id="aturan">
      <Definitions
        items={[
          { term: w.weight, value: w.weightsOf({ jury: award.juryWeight, audience: award.audienceWeight }) },
          { term: w.tieRule, value: w.tieRules[award.tieRule] },
        ]}
      />
      {award.criteria.map(({ name, weight, levels }) => (
        <>
          <h3>
            {name} <small>{`${w.weight} ${weight}`}</small>
          </h3>
          <ol>
            {levels.map(level => (
              <li>{level}</li>
            ))}
          </ol>
        </>
      ))}
    </Section>
  )
}

function Jury({ award, sent, idempotencyKey }: { award: Award; sent: Sent | undefined; idempotencyKey: string }) {
  const w = useWords(words)
  const own = `/putaran/${award.round.id}/penghargaan`
  const mayChange = award.acts.some(act => act === 'plan' || act === 'open' || act === 'stop')
  const again = sent?.form === 'jury' ? sent : { values: {}, errors: {} }
  return (
    <Section title={w.jury} id="juri" count={award.jury.length}>
      {award.jury.length ? (
        <ul class="plain">
          {award.jury.map(({ id, name, byPart, marked }) => (
            <li>
              {name} <small>{byPart ? w.byPart : w.byName}</small> {mayChange ? <small>{w.markedOf({ count: marked })}</small> : null}
              {mayChange && !byPart ? (
                <Form action={`${own}/juri/${id}`} hidden={{ rev: award.rev }}>
                  <Actions>
                    <Button kind="quiet">{w.removeJury({ name })}</Button>
                  </Actions>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={w.noJury} />
      )}
      {mayChange ? (
        <Form action={`${own}/juri`} id="juri-baru" {...{ ...again, idempotencyKey }}>
          <ComboField name="person" label={w.person} hint={w.personHint} source="/orang/pilihan" />
          <Actions>
            <Button kind="secondary">{w.addJury}</Button>
          </Actions>
        </Form>
      ) : null}
    </Section>
  )
}

function ToMark({ award }: { award: Award }) {
  const w = useWords(words)
  const columns: Column<AwardEntry>[] = [
    {
      key: 'satker',
      label: w.office,
      kind: 'main',
      value: row => (
        <>
          {row.office.name}
          <br />
          <small class="one-line">{row.topic}</small>
        </>
      ),
    },
    { key: 'tahapan', label: w.stage, value: row => row.stage },
    { key: 'status', label: w.status, kind: 'status', value: row => <Marked entry={row} /> },
    {
      key: 'nilai',
      label: w.mark,
      kind: 'actions',
      value: row =>
        row.isReady && !row.isExcluded ? (
          <ButtonLink href={`/putaran/${award.round.id}/penghargaan/nilai/${row.id}`} kind={row.marks ? 'quiet' : 'secondary'}>
            {row.marks ? w.markAgain : w.mark}
          </ButtonLink>
        ) : (
          '–'
        ),
    },
  ]
  return (
    <Section title={w.toMark} id="nilai" lead={w.marksLead}>
      <Table caption={w.toMark} quiet columns={columns} rows={award.entries} />
    </Section>
  )
}

function Marked({ entry: { marks, isExcluded, isReady } }: { entry: AwardEntry }) {
  const w = useWords(words)
  if (isExcluded) return <Status tone="muted">{w.marks.excluded}</Status>
  if (marks) return <Status tone="good">{marks.abstained ? w.marks.abstained : w.marks.given}</Status>
  return isReady ? <Status tone="warning">{w.marks.none}</Status> : <Status tone="neutral">{w.marks.waiting}</Status>
}

const noEntry = 'abstain'
function Votes({ award, sent }: { award: Award; sent: Sent | undefined }) {
  const w = useWords(words)
  const stages = [...Map.groupBy(award.entries, ({ stage }) => stage)]
  return (
    <Section title={w.toVote} id="suara" lead={w.voteLead({ office: award.office ?? '' })}>
      {stages.map(([stage, entries], at) => {
        const cast = award.votes.find(vote => vote.stage === stage)
        const again = sent?.form === `vote ${stage}` ? sent : null
        const able = entries.filter(({ isReady, isExcluded }) => isReady && !isExcluded)
        return (
          <Form
            action={`/putaran/${award.round.id}/penghargaan/suara`}
            id={`suara-${at}`}
            hidden={{ stage }}
            values={again?.values ?? { entry: cast ? (cast.entry ?? noEntry) : undefined }}
            errors={again?.errors ?? {}}
          >
            <RadioField
              name="entry"
              label={w.voteIn({ stage })}
              options={[
                ...able.map(({ id, office, topic }) => ({ value: id, label: office.name, hint: topic })),
                { value: noEntry, label: w.abstainVote },
              ]}
            />
            <Actions>
              <Button kind="secondary">{w.vote}</Button>
            </Actions>
          </Form>
        )
      })}
    </Section>
  )
}

const stagesOf = (rows: readonly ResultRow[]) =>
  [...Map.groupBy(rows, ({ stage }) => stage)].map(
    ([stage, some]) => [stage, some.toSorted((a, b) => (a.rank ?? rows.length + 1) - (b.rank ?? rows.length + 1))] as const,
  )

function Result({ award }: { award: Award }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const result = award.result!
  const score = (each: ResultRow['total']) => (each ? formatNumber(locale, each.read, 2) : '–')
  const columns: Column<ResultRow>[] = [
    { key: 'peringkat', label: w.rank, kind: 'number', value: row => row.rank ?? '–' },
    {
      key: 'satker',
      label: w.office,
      kind: 'main',
      value: row => (
        <>
          {row.office.name}
          <br />
          <small class="one-line">{row.topic}</small>
        </>
      ),
    },
    { key: 'nilai', label: w.total, kind: 'number', value: row => score(row.total) },
    {
      key: 'juri',
      label: w.juryScore,
      kind: 'number',
      value: row => (
        <>
          {score(row.jury)} <small>{w.juryCount({ marked: row.marked, abstained: row.abstained })}</small>
        </>
      ),
    },
    { key: 'suara', label: w.audienceScore, kind: 'number', value: row => w.votesOf({ votes: row.votes, voters: row.voters }) },
    {
      key: 'piagam',
      label: w.certificate,
      kind: 'actions',
      value: row => (row.rank === 1 ? <a href={certificateOf(award, row)}>{w.certificate}</a> : '–'),
    },
  ]
  const { uncounted } = result
  return (
    <>
      {stagesOf(result.rows).map(([stage, rows]) => (
        <Section title={stage}>
          <Table caption={stage} quiet columns={columns} rows={rows} />
        </Section>
      ))}
      {result.rows.length ? null : <EmptyState title={w.noWinners} />}
      <Section title={w.entitled} id="berhak">
        <p>
          {w.jury}: {result.jury.map(({ name, office }) => (office ? `${name} (${office})` : name)).join('; ') || '–'}
        </p>
        <p>{w.votedOf({ voted: result.offices.filter(({ voted }) => voted.length).length, all: result.offices.length })}</p>
        {uncounted.marks + uncounted.votes ? <p>{w.uncounted(uncounted)}</p> : null}
      </Section>
    </>
  )
}

const certificateOf = (award: Award, { entry }: ResultRow) => `/putaran/${award.round.id}/piagam/${entry}`

/** For the wall: the winner of each stage. */
export function WinnersPage({ award }: { award: Award }) {
  const w = useWords(words)
  const winners = (award.result?.rows ?? []).filter(({ rank }) => rank === 1)
  return (
    <div class="big-screen winners">
      <h1>{w.winnersOf}</h1>
      <p class="big-next">{award.meeting.name}</p>
      {winners.length ? (
        <ul class="plain">
          {stagesOf(winners).map(([stage, rows]) => (
            <li>
              <p class="big-label">{stage}</p>
              {rows.map(({ office, topic }) => (
                <>
                  <p class="big-winner">{office.name}</p>
                  <p class="big-next">{topic}</p>
                </>
              ))}
            </li>
          ))}
        </ul>
      ) : (
        <p class="big-name">{w.noWinners}</p>
      )}
      <p class="big-foot">
        <a href={`/putaran/${award.round.id}/penghargaan`}>{w.result}</a>
      </p>
    </div>
  )
}
