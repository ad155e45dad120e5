import { ButtonLink } from '../../../web/ui/button.tsx'
import { SelectField, TickField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { type ActiveFilter, FilterBar } from '../../../web/ui/filter-bar.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Pager } from '../../../web/ui/pager.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { sortOf } from '../../../web/ui/table.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useWords } from '../../../web/viewer.ts'
import { type FollowUp, type FollowUpCounts, states } from '../schema.ts'
import { words } from '../words.ts'
import { FollowUpTable } from './table.tsx'
import { FollowUpTabs, type Tabbed } from './tabs.tsx'

/** `query` as it stands in the address; `office` is the name of the one that is filtered by. */
export type ListProps = Tabbed & {
  url: string
  query: Readonly<Record<string, string | undefined>>
  office?: string | undefined
  owner: Named | null
  partner: Named | null
  cycle: Named | null
  total: number
  followUps: readonly FollowUp[]
  counts: FollowUpCounts
  next: string | null
  previous: string | null
  mayAdd: boolean
}

type Named = { id: string; name: string }

export function FollowUpList(props: ListProps) {
  const { url, query, office, followUps, total, counts, next, previous, mayAdd, owner, partner, cycle, ...tabs } = props
  const w = useWords(words)
  const among = (
    [
      ['siklus', w.cycle, cycle],
      ['mitra', w.partner, partner],
      ['pemilik', w.owner, owner],
    ] as const
  ).flatMap(([parameter, label, thing]) => (query[parameter] ? [{ parameter, id: query[parameter], label, name: thing?.name ?? '…' }] : []))
  const active: ActiveFilter[] = [
    ...(query.q ? [{ label: w.list.found({ words: query.q }), parameters: ['q'] }] : []),
    ...(query.status ? [{ label: w.states[query.status as keyof typeof w.states] ?? query.status, parameters: ['status'] }] : []),
    ...(query.terlambat ? [{ label: w.overdue, parameters: ['terlambat'] }] : []),
    ...(query.segera ? [{ label: w.list.soon, parameters: ['segera'] }] : []),
    ...(query.penting ? [{ label: w.important, parameters: ['penting'] }] : []),
    ...(office ? [{ label: w.list.withOffice({ name: office }), parameters: ['satker'] }] : []),
    ...among.map(({ parameter, label, name }) => ({ label: `${label}: ${name}`, parameters: [parameter] })),
  ]
  const page = (cursor: Record<string, string | null>) => withQuery(url, { sesudah: null, sebelum: null, ...cursor })
  const label = tabs.current === 'mine' ? w.list.mine : w.list.all
  return (
    <>
      <PageHead title={w.followUps} lead={w.lead}>
        {mayAdd ? (
          <ButtonLink href="/tindak-lanjut/baru" kind="primary">
            {w.add}
          </ButtonLink>
        ) : null}
      </PageHead>
      <Stats>
        <Stat
          label={w.overdue}
          value={counts.overdue}
          of={counts.active}
          unit={w.list.active}
          href={page({ ...unsaid, terlambat: 'ya' })}
        />
        <Stat
          label={w.states.reported}
          value={counts.states.reported}
          of={counts.active}
          unit={w.list.active}
          href={page({ ...unsaid, status: 'reported' })}
        />
      </Stats>
      <FollowUpTabs {...tabs} />
      <FilterBar
        url={url}
        values={{ ...query }}
        active={active}
        search={w.list.search}
        hidden={{
          urut: query.urut,
          saya: query.saya,
          semua: query.semua,
          periksa: query.periksa,
          segera: query.segera,
        }}
      >
        <SelectField
          name="status"
          label={w.state}
          optional
          placeholder={w.list.all}
          options={states.map(value => ({ value, label: w.states[value] }))}
        />
        <ComboField name="satker" label={w.office} optional source="/satuan-kerja/pilihan" valueLabel={office} />
        <TickField name="terlambat" label={w.list.onlyOverdue} />
        <TickField name="penting" label={w.list.onlyImportant} />
        {among.map(({ parameter, id, label, name }) => (
          <SelectField name={parameter} label={label} optional placeholder={w.list.all} options={[{ value: id, label: name }]} />
        ))}
      </FilterBar>
      <p class="hint">
        <Total value={total}>{w.list.unit}</Total>
      </p>
      <FollowUpTable
        caption={label}
        followUps={followUps}
        url={url}
        sort={sortOf(query.urut ?? 'tempo')}
        empty={<Empty filtered={active.length > 0} current={tabs.current} mayAdd={mayAdd} />}
      />
      <Pager previous={previous && page({ sebelum: previous })} next={next && page({ sesudah: next })} />
    </>
  )
}

/** What counts of the whole do not know of. */
const unsaid = { status: null, periksa: null, segera: null, terlambat: null }

function Empty({ filtered, current, mayAdd }: { filtered: boolean; current: Tabbed['current']; mayAdd: boolean }) {
  const { list: w } = useWords(words)
  if (filtered) return <EmptyState title={w.emptyFound}>{w.emptyFoundHint}</EmptyState>
  if (current === 'mine') return <EmptyState title={w.emptyMine}>{w.emptyMineHint}</EmptyState>
  if (current === 'toVerify') return <EmptyState title={w.emptyVerify}>{w.emptyVerifyHint}</EmptyState>
  return <EmptyState title={w.empty}>{mayAdd ? w.emptyHint : w.emptyHintReading}</EmptyState>
}
