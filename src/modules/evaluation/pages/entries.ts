import { invalid } from '../../../platform/refusal.ts'
import type { Request } from '../../../platform/request.ts'

export type Entries = { texts: [string, string][]; files: { key: string; file: { name: string; bytes: Uint8Array } }[] }

/** A posted form as it came, field by field: names of answers hold dots, which stand for nothing here. */
export async function readEntries(c: Request): Promise<Entries> {
  const length = Number(c.req.header('content-length') ?? 0)
  if (length > c.var.kernel.files.limit + 1_000_000) throw invalid('', { id: 'Berkas terlalu besar.', en: 'The files are too large.' })
  const entries: Entries = { texts: [], files: [] }
  for (const [name, value] of await c.req.raw.clone().formData()) {
    if (typeof value === 'string') entries.texts.push([name, value])
    else if (value.size) entries.files.push({ key: name, file: { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) } })
  }
  return entries
}

export const textsOf = ({ texts }: Entries, wanted: string): string[] => texts.flatMap(([name, value]) => (name === wanted ? [value] : []))
