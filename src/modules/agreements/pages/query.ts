import type { Sort as Shown } from '../../../web/ui/table.tsx'
import { usualSort } from '../queries/filters.ts'
import { AgreementFilter, type Sort } from '../schema.ts'
import { inForce, type Query } from '../views/list.tsx'

/** The names in the address of the list, and what the operation calls them. */
const names = {
  q: 'q',
  status: 'status',
  jenis: 'kind',
  kelas: 'class',
  satker: 'office',
  tahun: 'year',
  mitra: 'partner',
  keterbukaan: 'openness',
  induk: 'parent',
} as const
const sorts: Record<string, Sort> = { judul: 'title', ditandatangani: 'signed', berakhir: 'ends', nomor: 'number' }

/** What the address asks for. A value that is none of the choices asks for nothing, rather than for an error. */
export function queryOf(address: URLSearchParams): { values: Query; filter: AgreementFilter; sort: Shown; asked: Sort | undefined } {
  const values: Query = {}
  const filter: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(names)) {
    const value = address.get(name)?.trim()
    if (!value) continue
    if (name === 'status' && standsForInForce(value)) {
      values.status = inForce
      filter.inForce = true
      continue
    }
    const parsed = AgreementFilter.shape[field].safeParse(value)
    if (!parsed.success || parsed.data === undefined) continue
    values[name as keyof Query] = value
    filter[field] = parsed.data
  }
  const order = address.get('urut') ?? ''
  const wanted = sorts[order.replace(/^-/, '')]
  const asked = wanted && ((order.startsWith('-') ? `-${wanted}` : wanted) as Sort)
  if (asked) values.urut = order
  return { values, filter: filter as AgreementFilter, sort: sortShown(asked ?? usualSort(filter as AgreementFilter)), asked }
}

/** What people call in force is never without that which ends soon, also where an address names only the status of the others. */
const standsForInForce = (status: string): boolean => status === inForce || status === 'active'

const sortShown = (sort: Sort): Shown => ({
  key: Object.keys(sorts).find(key => sorts[key] === sort.replace('-', ''))!,
  descending: sort.startsWith('-'),
})

/** The same question put to the program's door, for downloads. */
export function exportAddress(filter: AgreementFilter, sort: Sort | undefined, format: string): string {
  const query = new URLSearchParams({ format })
  for (const [name, value] of Object.entries({ ...filter, sort })) if (value !== undefined) query.set(name, String(value))
  return `/api/v1/agreements/export?${query}`
}
