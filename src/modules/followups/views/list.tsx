import { ButtonLink } from '../../../web/ui/button.tsx'
import { SelectField, TickField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
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
  followUps: readonly FollowUp[]
  counts: FollowUpCounts
  next: string | null
  previous: string | null
  mayAdd: boolean
}

export function FollowUpList({ url, query, office, followUps, counts, next, previous, mayAdd, ...tabs }: ListProps) {
  const w = useWords(words)
  const active: ActiveFilter[] = [
    ...(query.q ? [{ label: w.list.found(query.q), parameters: ['q'] }] : []),
    ...(query.status ? [{ label: w.states[query.status as keyof typeof w.states] ?? query.status, parameters: ['status'] }] : []),
    ...(query.terlambat ? [{ label: w.overdue, parameters: ['terlambat'] }] : []),
    ...(query.penting ? [{ label: w.important, parameters: ['penting'] }] : []),
    ...(office ? [{ label: w.list.withOffice(office), parameters: ['satker'] }] : []),
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
          href={withQuery(url, { terlambat: 'ya', status: null, periksa: null, sesudah: null, sebelum: null })}
        />
        <Stat label={w.states.reported} value={counts.states.reported} of={counts.active} unit={w.list.active} />
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
          mitra: query.mitra,
          pemilik: query.pemilik,
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
      </FilterBar>
      <FollowUpTable
        caption={label}
        followUps={followUps}
        url={url}
        sort={sortOf(query.urut ?? 'tempo')}
        empty={<Empty filtered={active.length > 0} current={tabs.current} />}
      />
      <Pager previous={previous && page({ sebelum: previous })} next={next && page({ sesudah: next })} />
    </>
  )
}

function Empty({ filtered, current }: { filtered: boolean; current: Tabbed['current'] }) {
  const { list: w } = useWords(words)
  if (filtered) return <EmptyState title={w.emptyFound}>{w.emptyFoundHint}</EmptyState>
  if (current === 'mine') return <EmptyState title={w.emptyMine}>{w.emptyMineHint}</EmptyState>
  if (current === 'toVerify') return <EmptyState title={w.emptyVerify}>{w.emptyVerifyHint}</EmptyState>
  return <EmptyState title={w.empty}>{w.emptyHint}</EmptyState>
}
