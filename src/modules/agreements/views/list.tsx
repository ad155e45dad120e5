import { formatDay, formatNumber } from '../../../platform/i18n/format.ts'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { SelectField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Exports } from '../../../web/ui/exports.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { type ActiveFilter, FilterBar } from '../../../web/ui/filter-bar.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Pager } from '../../../web/ui/pager.tsx'
import { type Column, type Sort, Table } from '../../../web/ui/table.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useViewer, useWords, type Viewer } from '../../../web/viewer.ts'
import { classesIn } from '../../partners/views/classes.ts'
import type { Agreement, AgreementList } from '../schema.ts'
import { type AgreementWords, words } from '../words.ts'
import { statusBadge } from './status.tsx'

/** In the address of the list: everything in force, also what ends soon. */
export const inForce = 'berlaku'

/** What stands in the address of the list. */
export type Query = {
  [name in 'q' | 'status' | 'jenis' | 'kelas' | 'satker' | 'tahun' | 'mitra' | 'keterbukaan' | 'induk' | 'urut']?: string | undefined
}
type Props = AgreementList & {
  url: string
  values: Query
  sort: Sort
  exports: { csv: string; xlsx: string; json: string } | null
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
  url,
  values,
  sort,
  exports,
  mayAdd,
  offices,
  forPartner,
}: Props) {
  const w = useWords(words)
  const viewer = useViewer()
  const turn = (name: string, cursor: string | null) => cursor && withQuery(url, { sesudah: null, sebelum: null, [name]: cursor })
  const active = activeIn(values, w, viewer)
  const count = formatNumber(viewer.locale, total)
  return (
    <>
      <PageHead title={w.agreements} lead={forPartner ? w.leadPartner : w.lead}>
        {mayAdd ? (
          <ButtonLink href="/perjanjian/baru" kind="primary">
            {w.add}
          </ButtonLink>
        ) : null}
      </PageHead>
      <FilterBar url={url} values={values} search={w.list.search} active={active} hidden={{ urut: values.urut, induk: values.induk }}>
        <SelectField name="status" label={w.status} optional options={options(statusesIn(w))} />
        <SelectField name="jenis" label={w.kind} optional options={options(w.kinds)} />
        {forPartner ? null : <SelectField name="kelas" label={w.list.class} optional options={options(classesIn(viewer.locale))} />}
        {offices ? (
          <ComboField name="satker" label={w.office} hint={w.list.officeHint} optional source="/api/v1/agreements/office-choices" />
        ) : null}
        {forPartner ? null : <ComboField name="mitra" label={w.partner} optional source="/api/v1/partners/choices" />}
        <TextField name="tahun" label={w.list.year} optional size="short" inputMode="numeric" maxLength={6} />
        <SelectField name="keterbukaan" label={w.openness} optional options={options(w.opennesses)} />
      </FilterBar>
      {similar ? (
        <p class="hint">{w.list.similar({ words: values.q ?? '' })}</p>
      ) : (
        <p class="hint" data-total={total}>
          {more ? w.list.foundMore({ count }) : w.list.found({ count })}
        </p>
      )}
      <AgreementTable
        agreements={agreements}
        caption={w.agreements}
        url={similar ? undefined : url}
        sort={similar ? undefined : sort}
        offices={offices}
        empty={<Nothing filtered={active.length > 0} mayAdd={mayAdd} />}
      />
      <Pager previous={turn('sebelum', previous)} next={turn('sesudah', next)} />
      {exports && agreements.length && !similar ? <Exports hrefs={exports} /> : null}
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
  empty?: preact.ComponentChildren
}

/** The lines themselves, for the register and for the page of a partner. */
export function AgreementTable({ agreements, caption, url, sort, offices, partner = true, empty }: TableProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  const columns: Column<Agreement>[] = [
    { key: 'judul', label: w.title, kind: 'main', sort: true, value: ({ id, title }) => <a href={`/perjanjian/${id}`}>{title}</a> },
    {
      key: 'nomor',
      label: w.number,
      sort: true,
      value: ({ kind, number }) => (number ? `${w.short[kind]} ${number}` : `${w.short[kind]}, ${w.noTitle}`),
    },
    ...(partner ? [{ key: 'mitra', label: w.partner, value: ({ partners }: Agreement) => partners }] : []),
    ...(offices ? [{ key: 'satker', label: w.office, value: ({ office }: Agreement) => office }] : []),
    {
      key: 'ditandatangani',
      label: w.signedOn,
      kind: 'date',
      sort: true,
      value: ({ signedOn }) => signedOn && formatDay(locale, signedOn, 'short'),
    },
    { key: 'berakhir', label: w.endsOn, kind: 'date', sort: true, value: ({ endsOn }) => endsOn && formatDay(locale, endsOn, 'short') },
    { key: 'status', label: w.status, kind: 'status', value: ({ status }) => statusBadge(w, status) },
  ]
  return <Table caption={caption} quiet rows={agreements} columns={columns} url={url} sort={sort} empty={empty} />
}

function Nothing({ filtered, mayAdd }: { filtered: boolean; mayAdd: boolean }) {
  const w = useWords(words)
  if (filtered) return <EmptyState title={w.list.emptyFound}>{w.list.emptyFoundHint}</EmptyState>
  return <EmptyState title={w.list.empty}>{mayAdd ? w.list.emptyHint : null}</EmptyState>
}

const options = (named: Readonly<Record<string, string>>) => Object.entries(named).map(([value, label]) => ({ value, label }))

/** What one may ask for: everything in force, and each other status by itself. */
const statusesIn = ({ statuses: { active: _, ...statuses }, list }: AgreementWords) => ({ [inForce]: list.inForce, ...statuses })

function activeIn(values: Query, w: AgreementWords, { locale }: Viewer): ActiveFilter[] {
  const said: [keyof Query, string | undefined][] = [
    ['q', values.q && w.list.searched({ words: values.q })],
    ['status', named(statusesIn(w), values.status)],
    ['jenis', named(w.kinds, values.jenis)],
    ['kelas', named(classesIn(locale), values.kelas)],
    ['satker', values.satker && w.list.atOffice({ name: values.satker })],
    ['mitra', values.mitra && w.list.withPartner({ name: values.mitra })],
    ['tahun', values.tahun && w.list.inYear({ year: values.tahun })],
    ['keterbukaan', named(w.opennesses, values.keterbukaan)],
    ['induk', values.induk && w.list.below],
  ]
  return said.flatMap(([name, label]) => (label ? [{ label, parameters: [name] }] : []))
}
const named = (names: Readonly<Record<string, string>>, value: string | undefined): string | undefined =>
  value && Object.hasOwn(names, value) ? names[value] : undefined
