import { pageSize } from '../../platform/database/keyset.ts'
import { withQuery } from '../ui/url.ts'
import { everything, type Filter, type ListQuery, type Question } from './list.ts'

const turns = { sesudah: 'after', sebelum: 'before' } as const
type Turns = (typeof turns)[keyof typeof turns]

/** In the address of a list to which one was sent back, since no row was ticked. */
export const untickedFlag = 'belum-dipilih'

/** Names in the address that say where in a list one is: they go when what it shows changes. */
export const firstPage = { halaman: null, sesudah: null, sebelum: null }

/** Rows on a page of a list: few, since a phone shows each as a card. Who wants more chooses `baris=50`. */
export const fewRows = 25
export const rowsIn = (parameters: URLSearchParams): number => (parameters.get('baris') === String(pageSize) ? pageSize : fewRows)

/**
 * What an address asks of a list. A value that none of the choices has asks for nothing, rather than for an error, and is `unknown`; so are
 * those of the fields in `refused`. Parameters that are not the list's own stay as they are.
 */
export function readList(list: Question, { pathname, search, searchParams }: URL, refused: ReadonlySet<string> = new Set()): ListQuery {
  const [values, asks]: Record<string, string>[] = [{}, {}]
  const turn: { after?: string; before?: string; most?: number } = list.fields.most ? { most: rowsIn(searchParams) } : {}
  const unknown: { parameter: string; value: string }[] = []
  for (const filter of list.filters) {
    if (filter.control === 'choices') {
      const several = readSeveral(list, filter, searchParams.getAll(filter.parameter), refused)
      unknown.push(...several.unknown.map(value => ({ parameter: filter.parameter, value })))
      if (!several.values.length) continue
      values![filter.parameter] = several.values.join(',')
      Object.assign(asks!, several.asks)
      continue
    }
    const value = searchParams.get(filter.parameter)?.trim()
    if (!value) continue
    if (filter.usual && value === everything) {
      values![filter.parameter] = everything
      continue
    }
    const read = filter.field && refused.has(filter.field) ? undefined : readValue(list, filter, value)
    if (!read) unknown.push({ parameter: filter.parameter, value })
    else if (read.asks) {
      values![filter.parameter] = read.value
      Object.assign(asks!, read.asks)
    }
  }
  if (!Object.keys(asks!).length && !list.filters.some(({ parameter, usual }) => usual && values![parameter]))
    for (const filter of list.filters) {
      const read = filter.usual ? readValue(list, filter, filter.usual) : undefined
      if (!read?.asks) continue
      values![filter.parameter] = read.value
      Object.assign(asks!, read.asks)
    }
  const order = searchParams.get('urut') ?? ''
  const sort = orderIn(list, order)
  if (sort && !refused.has('sort')) Object.assign(asks!, { sort })
  else if (order) unknown.push({ parameter: 'urut', value: order })
  for (const [parameter, field] of Object.entries(turns) as [string, Turns][]) {
    const value = searchParams.get(parameter)
    if (!value || !list.fields[field]) continue
    if (list.fields[field].safeParse(value).success && !refused.has(field)) turn[field] = value
    else unknown.push({ parameter, value })
  }
  return {
    url: withQuery(pathname + search, {
      [untickedFlag]: null,
      ...Object.fromEntries(unknown.map(({ parameter }) => [parameter, severalOf(list, values!, parameter)])),
    }),
    values: sort ? { ...values, urut: order } : values!,
    asks: asks!,
    turn,
    sort: sortIn(list, sort ?? list.usual?.(asks!)),
    unknown,
    unticked: searchParams.has(untickedFlag),
  }
}

/** What was refused of what the address asked: names of fields; null when something else is wrong. */
export function refusedOf(asked: ListQuery, fields: readonly string[]): string[] | null {
  const own = fields.map(field => field.split('.')[0]!)
  return own.length && own.every(field => field in asked.asks || field in asked.turn) ? own : null
}

/** What is left of several choices when some of them are unknown. */
const severalOf = ({ filters }: Question, values: Readonly<Record<string, string>>, parameter: string) =>
  filters.some(each => each.parameter === parameter && each.control === 'choices') ? (values[parameter] ?? null) : null

/** Several choices, each by itself or with commas between them, as lists of what they ask. */
function readSeveral(list: Question, filter: Filter<never>, given: readonly string[], refused: ReadonlySet<string>) {
  const typed = new Set(given.flatMap(value => value.split(',').map(each => each.trim())).filter(Boolean))
  const [values, unknown] = [new Set<string>(), [] as string[]]
  const asks: Record<string, unknown[]> = {}
  for (const value of typed) {
    const read = refused.has(filter.field ?? '') ? undefined : readValue(list, filter, value)
    if (!read?.asks) unknown.push(value)
    else if (!values.has(read.value)) {
      values.add(read.value)
      for (const [field, asked] of Object.entries(read.asks)) asks[field] = [...(asks[field] ?? []), ...[asked].flat()]
    }
  }
  return { values: [...values], unknown, asks }
}

/** `undefined` when it is none of the choices; without `asks` when it says no. */
function readValue(list: Question, { field, read, control, options }: Filter<never>, value: string) {
  const special = read?.(value)
  if (special) return special
  if (!field) return read || (control === 'choice' && options) ? undefined : { value, asks: {} }
  const parsed = list.fields[field]!.safeParse(value)
  if (!parsed.success) return undefined
  return parsed.data === undefined || parsed.data === null || parsed.data === false
    ? { value, asks: undefined }
    : { value, asks: { [field]: parsed.data } }
}

function orderIn({ sorts = {}, fields }: Question, order: string): string | undefined {
  const name = order.replace(/^-/, '')
  const sort = Object.hasOwn(sorts, name) ? `${order.startsWith('-') ? '-' : ''}${sorts[name]}` : ''
  return sort && fields.sort?.safeParse(sort).success ? sort : undefined
}

function sortIn({ sorts = {} }: Question, sort: string | undefined) {
  const key = sort && Object.keys(sorts).find(each => sorts[each] === sort.replace('-', ''))
  return key ? { key, descending: sort.startsWith('-') } : undefined
}
