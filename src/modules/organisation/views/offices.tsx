import type { ComponentChildren } from 'preact'
import { formatNumber, zones } from '../../../platform/i18n/format.ts'
import type { Choice } from '../../../platform/values/choices.ts'
import { FilterBar } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { NothingFound } from '../../../web/list/nothing-found.tsx'
import { Pager } from '../../../web/list/pager.tsx'
import { Status } from '../../../web/ui/badge.tsx'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { Total } from '../../../web/ui/count.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Stat, Stats } from '../../../web/ui/stat.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { Tree, type TreeNode } from '../../../web/ui/tree.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Counts } from '../../things/schema.ts'
import { tallyCell } from '../../things/views.tsx'
import type { Office, OfficeKind } from '../schema.ts'
import { words } from '../words.ts'
import { officeList } from './listings.ts'

type Count = { kind: OfficeKind; count: number }
type Page = { asked: ListQuery; counts: Count[]; tallies: Counts; mayOpen: boolean }
type FoundPage = { offices: Office[]; total: number; next: string | null; previous: string | null }
/** Offices by level from the top; a branch that is open carries its children, the first of them when there are `more`. */
export type OfficeBranch = Office & { open?: OfficeBranch[]; more?: boolean }

export function OfficesPage({
  asked,
  counts,
  tallies,
  mayOpen,
  tree,
  found,
  near,
}: Page & { tree: OfficeBranch[] | null; found: FoundPage | null; near: readonly Choice[] }) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.offices} lead={w.officesLead}>
        {mayOpen ? <ButtonLink href="/satuan-kerja/baru">{w.openOffice}</ButtonLink> : null}
      </PageHead>
      <Stats low>
        {counts.map(({ kind, count }) => (
          <Stat label={w.counted[kind]} value={count} />
        ))}
      </Stats>
      <FilterBar list={officeList} asked={asked} />
      {tree ? (
        <Tree
          label={w.tree}
          heads={[w.code, w.belowHead, ...tallies.columns]}
          nodes={tree.map(office => node(office, asked.url, w, tallies))}
        />
      ) : null}
      {found ? <FoundOffices {...found} near={near} asked={asked} tallies={tallies} /> : null}
    </>
  )
}

function node(office: OfficeBranch, url: string, w: (typeof words)['id'], tallies: Counts): TreeNode {
  const shown = office.open?.map(child => node(child, url, w, tallies))
  const rest = { id: `${office.code}-semua`, label: w.allHere, href: withQuery(url, { q: null, buka: null, induk: office.code }) }
  const children = office.more ? [...(shown ?? []), rest] : shown
  return {
    id: office.code,
    label: office.name,
    href: `/satuan-kerja/${office.id}`,
    aside: (
      <>
        <span>
          {office.code}
          {office.closedOn ? ` (${w.closed})` : ''}
        </span>
        <span>
          {office.children ? (
            <>
              <small>{w.belowHead}:</small> {office.children}
            </>
          ) : null}
        </span>
        {tallies.columns.map((label, at) => (
          <span>
            {tallies.cells[office.id]?.[at] ? (
              <>
                <small>{label}:</small> {tallyCell(tallies.cells[office.id]![at])}
              </>
            ) : null}
          </span>
        ))}
      </>
    ),
    ...(children?.length ? { open: true, children } : {}),
    ...(office.children && !children ? { childrenHref: withQuery(url, { buka: office.code }) } : {}),
  }
}

type FoundProps = FoundPage & { asked: ListQuery; tallies: Counts; near: readonly Choice[] }

function FoundOffices({ offices, total, next, previous, asked, tallies, near }: FoundProps) {
  const w = useWords(words)
  const turning = { url: asked.url, previous, next, total }
  return (
    <>
      <Found turning={turning}>
        <Total value={total}>{w.officeUnit({ count: total })}</Total>
      </Found>
      <OfficeTable
        caption={w.found}
        offices={offices}
        tallies={tallies}
        empty={
          <NothingFound list={officeList} asked={asked} title={w.noOffices} near={near}>
            {w.noOfficesHint}
          </NothingFound>
        }
      />
      <Pager {...turning} sizes />
    </>
  )
}

type OfficesProps = { caption: string; offices: Office[]; tallies?: Counts; empty?: ComponentChildren }

export function OfficeTable({ caption, offices, tallies, empty }: OfficesProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  return (
    <Table
      caption={caption}
      quiet
      rows={offices}
      columns={[
        { key: 'name', label: w.name, kind: 'main', value: office => <a href={`/satuan-kerja/${office.id}`}>{office.name}</a> },
        { key: 'code', label: w.code, value: office => <code>{office.code}</code> },
        { key: 'kind', label: w.kind, value: office => w.kinds[office.kind] },
        ...(tallies?.columns.length ? [] : [{ key: 'zone', label: w.zone, value: (office: Office) => zones[office.zone] }]),
        ...(offices.some(({ children }) => children)
          ? [{ key: 'below', label: w.below, kind: 'number' as const, value: (office: Office) => formatNumber(locale, office.children) }]
          : []),
        ...(tallies?.columns ?? []).map((label, at) => ({
          key: `angka-${at}`,
          label,
          kind: 'number' as const,
          value: ({ id }: Office) => tallyCell(tallies!.cells[id]?.[at]),
        })),
        ...(offices.some(({ closedOn }) => closedOn)
          ? [
              {
                key: 'state',
                label: w.state,
                kind: 'status' as const,
                value: (office: Office) => (office.closedOn ? <Status tone="muted">{w.closed}</Status> : null),
              },
            ]
          : []),
      ]}
      empty={empty ?? <EmptyState title={w.noOffices}>{w.noOfficesHint}</EmptyState>}
    />
  )
}
