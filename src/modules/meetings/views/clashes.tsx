import { explanationOf } from '../../../platform/guidance/status.ts'
import { formatTime } from '../../../platform/i18n/format.ts'
import { formats } from '../../../platform/spreadsheets/formats.ts'
import { Exports } from '../../../web/list/exports.tsx'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { NothingFound } from '../../../web/list/nothing-found.tsx'
import { Pager } from '../../../web/list/pager.tsx'
import { firstPage } from '../../../web/list/read.ts'
import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { TextareaField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { Tabs } from '../../../web/ui/tabs.tsx'
import { Timeline } from '../../../web/ui/timeline.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { timesText } from '../rules/times-text.ts'
import type { Clash, ClashDetail, ClashMove, ClashSide, Deputy } from '../schema/clashes.ts'
import { clashWords } from '../words/clashes.ts'
import { clashList } from './clash-listing.ts'

export const severityTones: Record<Clash['severity'], Tone> = { fatal: 'danger', warning: 'warning', note: 'muted' }

type Named = { id: string; name: string } | null
type Props = {
  asked: ListQuery
  clashes: readonly Clash[]
  total: number
  ignored: number
  office: Named
  person: Named
  next: string | null
  previous: string | null
}

/** `/bentrok`: who is wanted in two places, the next first. */
export function ClashList({ asked, clashes, total, ignored, office, person, next, previous }: Props) {
  const w = useWords(clashWords)
  const times = useHours()
  const what = useWhat()
  const isOpen = asked.values.status !== 'ignored'
  const turning = { url: asked.url, previous, next, total }
  const columns: Column<Clash>[] = [
    {
      key: 'orang',
      label: w.person,
      kind: 'main',
      value: row => (
        <>
          <a href={`/bentrok/${row.id}`}>{row.person.name}</a>
          <small>{what(row)}</small>
        </>
      ),
    },
    { key: 'pertama', label: w.first, value: row => <Side side={row.sides[0]!} hours={times(row.sides[0]!)} /> },
    { key: 'kedua', label: w.second, value: row => <Side side={row.sides[1]!} hours={times(row.sides[1]!)} /> },
    {
      key: 'bobot',
      label: w.severity,
      kind: 'status',
      value: row => <Status tone={severityTones[row.severity]}>{w.severities[row.severity]}</Status>,
    },
  ]
  const tab = (status: string | null) => withQuery(asked.url, { ...firstPage, status })
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      <Tabs
        label={w.title}
        tabs={[
          { href: tab(null), label: w.open, count: isOpen ? total : undefined, current: isOpen },
          { href: tab('ignored'), label: w.ignored, count: ignored, current: !isOpen },
        ]}
      />
      <FilterBar list={clashList} asked={asked} names={{ satker: office?.name, orang: person?.name }} />
      <Found turning={turning} exports={total ? <Exports asks={asked.asks} path="/api/v1/clashes/export" formats={formats} /> : null}>
        <Total value={total}>{w.unit({ count: total })}</Total>
      </Found>
      <Table caption={w.title} quiet columns={columns} rows={clashes} url={asked.url} empty={<Empty asked={asked} isOpen={isOpen} />} />
      <Pager {...turning} sizes />
    </>
  )
}

function Empty({ asked, isOpen }: { asked: ListQuery; isOpen: boolean }) {
  const w = useWords(clashWords)
  if (isFiltered(clashList, asked))
    return (
      <NothingFound list={clashList} asked={asked} title={w.emptyFound}>
        {w.emptyFoundHint}
      </NothingFound>
    )
  return isOpen ? <EmptyState title={w.empty}>{w.emptyHint}</EmptyState> : <EmptyState title={w.emptyIgnored} />
}

/** What is wrong, and by how much. */
function useWhat(): (clash: Pick<Clash, 'kind' | 'minutes'>) => string {
  const w = useWords(clashWords)
  return ({ kind, minutes }) => (kind === 'overlap' || kind === 'travel' ? w.lasting[kind]({ minutes }) : w.kindNames[kind])
}

/** From when to when by the clock of the reader. */
function useHours(): (side: ClashSide) => string {
  const { locale, zone } = useViewer()
  return side => timesText(locale, { ...side, zone })
}

function Side({ side: { session, meeting, office }, hours }: { side: ClashSide; hours: string }) {
  const w = useWords(clashWords)
  return (
    <>
      {session && meeting ? <a href={`/rapat/${meeting.id}/acara`}>{session.name}</a> : w.busyText}
      <br />
      <small>{[meeting?.name, office?.name, hours].filter(Boolean).join(' · ')}</small>
    </>
  )
}

/** `/bentrok/:id`: both sides, what can be done, and what was said of it. */
export function ClashPage({ clash, values, errors }: { clash: ClashDetail; values: Values; errors: Errors }) {
  const w = useWords(clashWords)
  const times = useHours()
  const what = useWhat()
  const address = `/bentrok/${clash.id}`
  const isOpen = clash.state === 'open'
  return (
    <>
      <PageHead
        title={w.ofPerson({ name: clash.person.name })}
        status={
          <>
            <Status tone={severityTones[clash.severity]}>{w.severities[clash.severity]}</Status>{' '}
            {isOpen ? null : (
              <Status tone="muted" explained={explanationOf('meeting_clash', 'ignored')}>
                {w.ignored}
              </Status>
            )}
          </>
        }
        lead={what(clash)}
      />
      <Section title={w.sides}>
        <ul class="plain">
          {clash.sides.map(side => (
            <li>
              <Side side={side} hours={times(side)} />
              {side.place ? <small> · {side.place}</small> : null}
            </li>
          ))}
        </ul>
      </Section>
      {clash.moves.length ? (
        <Section title={w.moves} lead={w.movesLead}>
          <ul class="plain">
            {clash.moves.map(move => (
              <li>
                <Moved move={move} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {clash.deputies.length ? (
        <Section title={w.deputies}>
          <ul class="plain">
            {clash.deputies.map(deputy => (
              <li>
                <DeputyLine deputy={deputy} sides={clash.sides} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {clash.moves.length || clash.deputies.length ? null : <EmptyState title={w.noWays}>{w.noWaysHint}</EmptyState>}
      {clash.mayIgnore && isOpen ? (
        <Section title={w.ignore} lead={w.ignoreLead}>
          <Form action={`${address}/abaikan`} hidden={{ rev: clash.rev }} values={values} errors={errors}>
            <TextareaField name="reason" label={w.reason} minLength={5} maxLength={2000} />
            <Actions>
              <Button kind="secondary">{w.ignore}</Button>
            </Actions>
          </Form>
        </Section>
      ) : null}
      {clash.mayIgnore && !isOpen ? (
        <Form action={`${address}/kembalikan`} hidden={{ rev: clash.rev }} errors={errors}>
          <Actions>
            <Button>{w.restore}</Button>
          </Actions>
        </Form>
      ) : null}
      {clash.events.length ? (
        <Section title={w.happened}>
          <Timeline
            label={w.happened}
            items={clash.events.map(({ kind, at, by, reason }) => ({
              at,
              title: w.events[kind],
              by: by ?? undefined,
              children: reason ? <blockquote>{reason}</blockquote> : undefined,
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}

function Moved({ move: { session, meeting, startsAt, why, people } }: { move: ClashMove }) {
  const w = useWords(clashWords)
  const { locale, zone } = useViewer()
  const said = {
    free: () => w.moveFree({ session: session.name, time: formatTime(locale, startsAt ?? '', zone) }),
    none: () => w.moveNone({ session: session.name }),
    'unknown-length': () => w.moveUnknown({ session: session.name }),
  }
  return (
    <>
      {said[why]()} <small>{w.mustBeThere({ count: people })}</small>{' '}
      <ButtonLink href={`/rapat/${meeting.id}/acara/${session.id}`} kind="quiet">
        {w.change}
      </ButtonLink>
    </>
  )
}

function DeputyLine({ deputy: { person, acting, position, office, free }, sides }: { deputy: Deputy; sides: readonly ClashSide[] }) {
  const w = useWords(clashWords)
  const named = free.flatMap((is, at) => (is ? [w.freeFor({ session: sides[at]?.session?.name ?? w.unnamed })] : []))
  return (
    <>
      {person.name}, {w.acting[acting]} {position}, {office}:{' '}
      {named.length === 2 ? w.freeForBoth : named.length ? named.join('') : w.notFree}
    </>
  )
}
