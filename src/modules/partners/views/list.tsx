import { formats } from '../../../platform/spreadsheets/formats.ts'
import type { Choice } from '../../../platform/values/choices.ts'
import { Exports } from '../../../web/list/exports.tsx'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { NothingFound } from '../../../web/list/nothing-found.tsx'
import { Pager } from '../../../web/list/pager.tsx'
import { Button, ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Counts } from '../../things/schema.ts'
import { tallyCell } from '../../things/views.tsx'
import type { Partner, PartnerList } from '../schema.ts'
import { words } from '../words.ts'
import { partnerList, uncountedOf } from './listing.ts'

type Props = PartnerList & {
  asked: ListQuery
  near: readonly Choice[]
  mayAdd: boolean /** For somebody who speaks for one. */
  forPartner: boolean
  counts: Counts
}

export function PartnerListView({ partners, total, more, next, previous, asked, near, mayAdd, forPartner, counts }: Props) {
  const w = useWords(words)
  const turning = { url: asked.url, previous, next, total, more }
  return (
    <>
      <PageHead title={w.partners} lead={forPartner ? w.leadOwn : w.lead}>
        {mayAdd ? (
          <ButtonLink href="/mitra/baru" kind="primary">
            {w.add}
          </ButtonLink>
        ) : null}
      </PageHead>
      <FilterBar list={partnerList} asked={asked} without={uncountedOf(counts.keys)} />
      {partners.length ? (
        <Found total={total} turning={turning} exports={<Exports asks={asked.asks} path="/api/v1/partners/export" formats={formats} />}>
          {more ? w.foundMore({ count: total }) : w.found({ count: total })}
        </Found>
      ) : null}
      <Table
        caption={w.partners}
        quiet
        rows={partners}
        url={asked.url}
        sort={asked.sort}
        columns={[
          { key: 'nama', label: w.name, kind: 'main', sort: true, value: partner => <a href={`/mitra/${partner.id}`}>{partner.name}</a> },
          { key: 'jenis', label: w.class, value: partner => w.classes[partner.class] },
          ...(partners.some(({ parent }) => parent)
            ? [
                {
                  key: 'induk',
                  label: w.parent,
                  spare: true,
                  value: ({ parent }: Partner) => (parent ? <a href={`/mitra/${parent.id}`}>{parent.name}</a> : ''),
                },
              ]
            : []),
          ...counts.columns.map((label, at) => ({
            key: addressOf(counts.keys[at]) ?? `angka-${at}`,
            label,
            sort: addressOf(counts.keys[at]) !== undefined,
            kind: 'number' as const,
            value: ({ id }: Partner) => tallyCell(counts.cells[id]?.[at]),
          })),
          {
            key: 'narahubung',
            label: w.contact,
            spare: true,
            value: partner => partner.contact ?? <span class="hint">{w.noContact}</span>,
          },
        ]}
        empty={
          isFiltered(partnerList, asked) ? (
            <NothingFound list={partnerList} asked={asked} title={w.emptyFound} near={near}>
              {mayAdd ? w.emptyFoundHint : w.emptyFoundReading}
            </NothingFound>
          ) : (
            <EmptyState title={w.empty}>{mayAdd ? w.emptyHint : w.emptyReading}</EmptyState>
          )
        }
      />
      <Pager {...turning} sizes />
    </>
  )
}

const addressOf = (key: string | null | undefined) => Object.entries(partnerList.sorts ?? {}).find(([, sort]) => sort === key)?.[0]

/** A button that posts one thing and nothing else. */
export const PostButton = ({ action, children }: { action: string; children: string }) => (
  <form method="post" action={action}>
    <Button kind="quiet">{children}</Button>
  </form>
)
