import type { ComponentChildren } from 'preact'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { EmptyState } from './empty-state.tsx'
import { Icon } from './icon.tsx'
import { withQuery } from './url.ts'

/**
 * One column. `kind` sets how it is drawn: numbers and money right-aligned with tabular figures, dates and codes unbroken, `main` is the
 * row's own name (its `<th scope="row">`, first on a phone's card), `about` what it belongs to, `actions` buttons, `tick` the box that
 * chooses the row. `sort` makes the head a link.
 */
export type Column<Row> = {
  key: string
  label: string
  kind?: 'text' | 'number' | 'date' | 'code' | 'status' | 'main' | 'about' | 'actions' | 'tick' | undefined
  sort?: boolean | undefined
  /** What stands in the same cell and sorts too. */
  also?: { key: string; label: string } | undefined
  /** Tells least: left out where the table has not the room for all, and said on the page of the thing. */
  spare?: boolean | undefined
  /** `–` where there is nothing: a phone's card leaves it out. */
  value: (row: Row) => ComponentChildren
}
export type Sort = { key: string; descending: boolean }

type TableProps<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Address of this page with its query; sort links are made from it, with `urut=key` or `urut=-key`. */
  url?: string | undefined
  sort?: Sort | undefined
  /** What to say when there is no row: what this list is for and how the first row gets here. */
  empty?: ComponentChildren
  /** The caption is read aloud only, where a heading above already says it. */
  quiet?: boolean | undefined
  /** What there is more to say of a row, below it over the whole width; nothing for most. */
  below?: ((row: Row) => ComponentChildren) | undefined
  /** What several rows in a row belong to: said once above them, as a heading over the whole width. */
  under?: ((row: Row) => string) | undefined
  footer?: ComponentChildren
}

/**
 * Rows as a table that becomes cards where its place is too narrow for so many columns: `<Table caption="Perjanjian" columns={…} rows={…}
 * url={path} sort={sortOf(query.urut)} />`. Roles are spelled out because some browsers forget them when the cards change `display`.
 */
export function Table<Row>({ caption, columns, rows, url, sort, empty, quiet, below, under, footer }: TableProps<Row>) {
  const w = useWords(words)
  if (rows.length === 0) return empty ?? <EmptyState title={w.noRows} />
  return (
    <div class={`table-frame${widthClass(columns)}`}>
      <table class="table" role="table">
        <caption class={quiet ? 'unseen' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row" data-sort={w.sort}>
            {columns.map(column => (
              <Head column={column} url={url} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, at) => [
            under && (at === 0 || under(rows[at - 1]!) !== under(row)) ? <Group width={columns.length}>{under(row)}</Group> : null,
            <tr role="row">
              {columns.map(column => {
                const value = column.value(row)
                if (column.kind === 'main')
                  return (
                    <th scope="row" role="rowheader" class="is-main">
                      {value}
                    </th>
                  )
                const isNone = value === '–'
                return (
                  <td
                    role="cell"
                    class={cellClass(column, isNone)}
                    data-spare={column.spare || undefined}
                    data-label={isNone ? undefined : column.label}
                  >
                    {value}
                  </td>
                )
              })}
            </tr>,
            <Below width={columns.length}>{below?.(row)}</Below>,
          ])}
        </tbody>
        {footer ? <tfoot role="rowgroup">{footer}</tfoot> : null}
      </table>
    </div>
  )
}

/** How much room the columns need before they stand side by side: see `table.css`. */
function widthClass(columns: readonly Pick<Column<never>, 'kind' | 'spare'>[]): string {
  const width = columns.length > 7 ? ' is-widest' : columns.length > 5 ? ' is-wide' : ''
  const leading = columns.filter(({ kind, spare }) => !spare && kind !== 'tick' && kind !== 'actions')
  return leading.length > mostLeading ? width : `${width} is-few`
}

/** So many stand side by side also beside the menu on a small screen. */
const mostLeading = 5

const Group = ({ width, children }: { width: number; children: string }) => (
  <tr class="group" role="row">
    <th scope="colgroup" role="rowheader" class="group-head" colspan={width}>
      {children}
    </th>
  </tr>
)

const Below = ({ width, children }: { width: number; children: ComponentChildren }) =>
  children ? (
    <tr role="row" class="below">
      <td role="cell" colspan={width}>
        {children}
      </td>
    </tr>
  ) : null

const cellClass = (column: { kind?: string | undefined }, isNone: boolean) =>
  isNone ? [kindClass(column), 'is-none'].filter(Boolean).join(' ') : kindClass(column)

const kindClass = ({ kind }: { kind?: string | undefined }) => (kind && kind !== 'text' ? `is-${kind}` : undefined)

/** `-tanggal` is by date, latest first; an empty or missing parameter is no order of one's own. */
export const sortOf = (parameter: string | undefined): Sort | undefined =>
  parameter ? { key: parameter.replace(/^-/, ''), descending: parameter.startsWith('-') } : undefined

type HeadProps = { column: Column<never>; url: string | undefined; sort: Sort | undefined }

function Head({ column, url, sort }: HeadProps) {
  const w = useWords(words)
  const { also } = column
  const current = sort && [column.key, also?.key].includes(sort.key) ? orderOf(sort) : undefined
  return (
    <th scope="col" role="columnheader" class={kindClass(column)} data-spare={column.spare || undefined} aria-sort={current}>
      {column.sort && url !== undefined ? (
        <>
          <SortLink of={column} url={url} sort={sort} />
          {also ? <SortLink of={also} url={url} sort={sort} /> : null}
        </>
      ) : column.kind === 'actions' || column.kind === 'tick' ? (
        <span class="unseen">{column.label || w.actions}</span>
      ) : (
        column.label
      )}
    </th>
  )
}

const orderOf = ({ descending }: Sort) => (descending ? 'descending' : 'ascending')

type SortProps = { of: { key: string; label: string }; url: string; sort: Sort | undefined }

function SortLink({ of: { key, label }, url, sort }: SortProps) {
  const w = useWords(words)
  const current = sort?.key === key ? sort : undefined
  return (
    <a
      href={withQuery(url, { urut: current && !current.descending ? `-${key}` : key, halaman: null, sesudah: null, sebelum: null })}
      title={w.sortBy({ column: label })}
    >
      {label}
      {current ? <Icon name={current.descending ? 'down' : 'up'} /> : null}
    </a>
  )
}
