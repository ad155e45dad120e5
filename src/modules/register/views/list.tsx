import { formatDay, formatNumber } from '../../../platform/i18n/format.ts'
import { Exports } from '../../../web/list/exports.tsx'
import { FilterBar, isFiltered } from '../../../web/list/filter-bar.tsx'
import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { Similar } from '../../../web/list/nothing-found.tsx'
import { Pager } from '../../../web/list/pager.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { OneLine } from '../../../web/ui/one-line.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as agreementWords } from '../../agreements/words.ts'
import { type Exclusions, formats, type RegisterList } from '../schema.ts'
import { groundWords } from '../words/grounds.ts'
import { words } from '../words.ts'
import { registerList } from './listing.ts'
import { statusBadge } from './status.tsx'

type Props = RegisterList & { asked: ListQuery; exclusions: Exclusions }

export function RegisterListView({ agreements, total, more, similar, next, previous, asked, exclusions }: Props) {
  const w = useWords(words)
  const { short } = useWords(agreementWords)
  const { locale } = useViewer()
  const turning = { url: asked.url, previous, next, total, more }
  return (
    <>
      <PageHead title={w.register} lead={w.lead} />
      <FilterBar list={registerList} asked={asked} />
      {similar ? <Similar words={asked.values.q} /> : null}
      <Found
        total={total}
        turning={turning}
        exports={agreements.length && !similar ? <Exports asks={asked.asks} path="/api/v1/register/export" formats={formats} /> : null}
      >
        {more ? w.foundMore({ count: total }) : w.found({ count: total })}
      </Found>
      <Table
        caption={w.register}
        quiet
        rows={agreements}
        url={asked.url}
        sort={asked.sort}
        columns={[
          {
            key: 'judul',
            label: w.title,
            kind: 'main',
            sort: true,
            also: { key: 'nomor', label: w.number },
            value: ({ id, title, kind, number }) => (
              <>
                <a href={`/daftar-publik/${id}`}>{title}</a>
                <OneLine small>{number ? `${short[kind]} ${number}` : `${short[kind]}, ${w.noNumber}`}</OneLine>
              </>
            ),
          },
          {
            key: 'mitra',
            label: w.partnerAndOffice,
            kind: 'about',
            value: ({ partners, office }) => (
              <>
                <OneLine>{partners}</OneLine>
                <OneLine small>{office}</OneLine>
              </>
            ),
          },
          {
            key: 'ditandatangani',
            label: w.signedOn,
            kind: 'date',
            sort: true,
            value: ({ signedOn }) => signedOn && formatDay(locale, signedOn, 'short'),
          },
          {
            key: 'berakhir',
            label: w.endsOn,
            kind: 'date',
            sort: true,
            value: ({ endsOn }) => endsOn && formatDay(locale, endsOn, 'short'),
          },
          {
            key: 'status',
            label: w.status,
            kind: 'status',
            value: ({ status, openness }) => (
              <span>
                {statusBadge(w, status)}
                {openness === 'public' ? null : (
                  <>
                    <br />
                    <small>{w.opennesses[openness]}</small>
                  </>
                )}
              </span>
            ),
          },
        ]}
        empty={
          isFiltered(registerList, asked) ? (
            <EmptyState title={w.emptyFound}>{w.emptyFoundHint}</EmptyState>
          ) : (
            <EmptyState title={w.empty} />
          )
        }
      />
      <Pager {...turning} sizes />
      <Excluded {...exclusions} narrowed={Boolean(asked.values.satker || asked.values.tahun)} />
    </>
  )
}

/** How many are kept back and by which letter of the law: never one by one, never by what was searched for. */
function Excluded({ total, grounds, narrowed }: Exclusions & { narrowed: boolean }) {
  const w = useWords(words)
  const g = useWords(groundWords)
  const { locale } = useViewer()
  const lead = total ? w.exclusionsLead({ count: total }) : w.noExclusions
  return (
    <Section title={w.exclusions} id="dikecualikan" lead={narrowed ? `${lead} ${w.exclusionsNarrowed}` : lead}>
      {total ? (
        <Table
          caption={w.exclusions}
          quiet
          rows={grounds}
          columns={[
            {
              key: 'dasar',
              label: w.ground,
              kind: 'main',
              value: ({ letter }) => (letter ? `${g.letter({ letter })}: ${g[letter]}` : g.none),
            },
            { key: 'jumlah', label: w.count, kind: 'number', value: ({ count }) => formatNumber(locale, count) },
          ]}
        />
      ) : null}
    </Section>
  )
}
