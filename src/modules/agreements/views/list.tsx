import { formatDay } from '../../../platform/i18n/format.ts'
import { formats } from '../../../platform/spreadsheets/formats.ts'
import { Exports } from '../../../web/list/exports.tsx'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { NothingFound, Similar } from '../../../web/list/nothing-found.tsx'
import { Pager } from '../../../web/list/pager.tsx'
import { type BulkChoice, forSeveral, Selection, useChoiceColumn } from '../../../web/list/selection.tsx'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { OneLine } from '../../../web/ui/one-line.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { type Column, type Sort, Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Agreement, AgreementList } from '../schema.ts'
import { words } from '../words.ts'
import { agreementList } from './listing.ts'
import { statusBadge } from './status.tsx'

type Props = AgreementList & {
  asked: ListQuery
  mayExport: boolean
  bulk: readonly BulkChoice[]
  mayAdd: boolean
  /** Whether there is more than one office to choose from. */
  offices: boolean
  /** For somebody who speaks for a partner. */
  forPartner: boolean
}

export function AgreementListView({
  agreements,
  total,
  more,
  similar,
  next,
  previous,
  asked,
  mayExport,
  bulk,
  mayAdd,
  offices,
  forPartner,
}: Props) {
  const w = useWords(words)
  const turning = { url: asked.url, previous, next, total, more }
  const several = similar ? [] : forSeveral(bulk, total)
  return (
    <>
      <PageHead title={w.agreements} lead={forPartner ? w.leadPartner : w.lead}>
        {mayAdd ? (
          <ButtonLink href="/perjanjian/baru" kind="primary">
            {w.add}
          </ButtonLink>
        ) : null}
      </PageHead>
      <FilterBar list={agreementList} asked={asked} without={[...(forPartner ? ['kelas', 'mitra'] : []), ...(offices ? [] : ['satker'])]} />
      {similar ? <Similar words={asked.values.q} /> : null}
      <Found
        total={total}
        turning={turning}
        exports={
          mayExport && agreements.length && !similar ? (
            <Exports asks={asked.asks} path="/api/v1/agreements/export" formats={formats} />
          ) : null
        }
      >
        {more ? w.list.foundMore({ count: total }) : w.list.found({ count: total })}
      </Found>
      <Selection choices={several} asked={asked} total={total}>
        <AgreementTable
          agreements={agreements}
          caption={w.agreements}
          url={asked.url}
          sort={asked.sort}
          offices={offices || forPartner}
          partner={!forPartner}
          bulk={several}
          empty={<Nothing asked={asked} mayAdd={mayAdd} />}
        />
      </Selection>
      <Pager {...turning} sizes />
    </>
  )
}

type TableProps = {
  agreements: readonly Agreement[]
  caption: string
  url?: string | undefined
  sort?: Sort | undefined
  offices: boolean
  partner?: boolean
  bulk?: readonly BulkChoice[]
  empty?: preact.ComponentChildren
}

/** The lines themselves, for the register and for the page of a partner. */
export function AgreementTable({ agreements, caption, url, sort, offices, partner = true, bulk = [], empty }: TableProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  const columns: Column<Agreement>[] = [
    ...useChoiceColumn<Agreement>(bulk, ({ title, number }) => number ?? title),
    {
      key: 'judul',
      label: w.title,
      kind: 'main',
      sort: true,
      also: { key: 'nomor', label: w.number },
      value: ({ id, title, kind, number }) => (
        <>
          <a href={`/perjanjian/${id}`}>{title}</a>
          <OneLine small>{number ? `${w.short[kind]} ${number}` : `${w.short[kind]}, ${w.noTitle}`}</OneLine>
        </>
      ),
    },
    ...(partner
      ? [
          {
            key: 'mitra',
            label: offices ? w.partnerAndOffice : w.partner,
            kind: 'about' as const,
            value: ({ partners, office }: Agreement) => (
              <>
                <OneLine>{partners}</OneLine>
                {offices ? <OneLine small>{office}</OneLine> : null}
              </>
            ),
          },
        ]
      : []),
    ...(offices && !partner ? [{ key: 'satker', label: w.office, kind: 'about' as const, value: ({ office }: Agreement) => office }] : []),
    {
      key: 'ditandatangani',
      label: w.signedOn,
      kind: 'date',
      spare: true,
      sort: true,
      value: ({ signedOn }) => signedOn && formatDay(locale, signedOn, 'short'),
    },
    { key: 'berakhir', label: w.endsOn, kind: 'date', sort: true, value: ({ endsOn }) => endsOn && formatDay(locale, endsOn, 'short') },
    { key: 'status', label: w.status, kind: 'status', value: ({ status }) => statusBadge(w, status) },
  ]
  return <Table caption={caption} quiet rows={agreements} columns={columns} url={url} sort={sort} empty={empty} />
}

function Nothing({ asked, mayAdd }: { asked: ListQuery; mayAdd: boolean }) {
  const w = useWords(words)
  if (isFiltered(agreementList, asked))
    return (
      <NothingFound list={agreementList} asked={asked} title={w.list.emptyFound}>
        {w.list.emptyFoundHint}
      </NothingFound>
    )
  return <EmptyState title={w.list.empty}>{mayAdd ? w.list.emptyHint : null}</EmptyState>
}
