import { z } from 'zod'
import { type Sheet, usualCaps } from '../../../platform/spreadsheets/cells.ts'
import { UnreadableSpreadsheet } from '../../../platform/spreadsheets/unreadable.ts'
import { registerCells, registerHeaders } from '../../agreements/operations/export.ts'
import { Kind, Openness, Status } from '../../agreements/schema.ts'
import { PartnerClass } from '../../partners/schema.ts'

const text = z.string().nullable()
const Party = z.object({ name: z.string(), class: PartnerClass.nullable(), code: text, number: text, signatory: text, position: text })
const Exported = z.object({
  id: z.string(),
  kind: Kind,
  title: z.string(),
  status: Status,
  offices: z.array(Party),
  partners: z.array(Party),
  parentNumber: text,
  signedOn: text,
  startsOn: text,
  endsOn: text,
  place: text,
  scope: z.array(z.string()),
  openness: Openness,
  exclusionReason: text,
})

/** Parties or scope items of one agreement: far more than any has. */
const most = 1000

/**
 * Our own export of agreements as JSON, as the table that the export makes of the same rows; null for a file that is no JSON.
 * Refuses other JSON as an `UnreadableSpreadsheet`, at the first agreement that is none: to tell what is wrong with each of millions would
 * take a thousand times the memory of the file.
 */
export function ownExport(bytes: Uint8Array): Sheet | null {
  const start = new TextDecoder().decode(bytes.subarray(0, 100)).trimStart()
  if (!/^\[\s*(\{|\]|$)|^\{\s*["}]/.test(start)) return null
  const parsed = parse(new TextDecoder().decode(bytes))
  if (parsed === undefined) return null
  if (!Array.isArray(parsed)) throw notOurs()
  if (parsed.length > usualCaps.rows) throw new UnreadableSpreadsheet('too_large', `More than ${usualCaps.rows} rows`)
  const rows = parsed.map((agreement, i) => ({ number: i + 2, cells: registerCells(exportedOf(agreement)) }))
  return { name: '', rows: [{ number: 1, cells: registerHeaders }, ...rows] }
}

function exportedOf(agreement: unknown): z.output<typeof Exported> {
  const isLong = Object.values(agreement ?? {}).some(part => Array.isArray(part) && part.length > most)
  const exported = isLong ? null : Exported.safeParse(agreement)
  if (!exported?.success) throw notOurs()
  return exported.data
}

const notOurs = () => new UnreadableSpreadsheet('other_format', 'JSON, but not an export of agreements')

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
