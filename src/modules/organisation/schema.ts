import { createHash } from 'node:crypto'
import { z } from 'zod'
import { day, flag, id, line, optional } from '../../platform/shapes.ts'

export const officeKinds = ['national', 'province', 'regency', 'district', 'village'] as const
export const OfficeKind = z.enum(officeKinds)
export const Zone = z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])

export const Office = z.object({
  id, code: z.string(), name: z.string(), kind: OfficeKind, parentId: id.nullable(), path: z.string(), zone: Zone,
  openedOn: day, closedOn: day.nullable(), children: z.number().int(),
})
export type Office = z.infer<typeof Office>

export const OfficeFilter = z.object({ parent: id.optional(), q: line(100).optional(), kind: OfficeKind.optional(), after: z.string().max(20).optional(), closed: flag.optional() })
export const OfficeDraft = z.object({ code: z.string().regex(/^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/), name: line(200, 3), parentId: id, zone: Zone, openedOn: day })
export const OfficeChange = z.object({ id, name: line(200, 3), zone: Zone, openedOn: day, closedOn: optional(day) })

/** The id of an office of the region data follows from its code (UUID version 8), so it is the same in every installation. */
export function officeId(code: string): string {
  const hex = createHash('sha256').update(`office:${code}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
