import { type Role, roles } from '../../../platform/authority/roles.ts'
import { formatDay, formatNumber, formatTime, type Zone, zones } from '../../../platform/i18n/format.ts'
import { isId } from '../../../platform/values/shapes.ts'
import type { Viewer } from '../../../web/viewer.ts'
import type { AuditLine } from '../schema.ts'
import { codedFields, fieldWords, silentFields } from '../words/fields.ts'
import { words } from '../words/words.ts'

export type ChangedField = { field: string; before?: string | undefined; after?: string | undefined }
type Labels = Readonly<Record<string, string>>

/** What a line is about: by its present name, else by what the line itself says, else by its kind alone. */
export function nameOf({ subject, changes }: AuditLine, { locale }: Viewer): string {
  if (subject.name) return clip(subject.name, 160)
  for (const field of ['number', 'name', 'title', 'label', 'file', 'subject', 'text', 'action'])
    for (const value of changes[field] ?? []) if (typeof value === 'string') return clip(value, 160)
  return subject.id === 'all' ? '' : words[locale].untitled(subject.kindNames[locale])
}

/**
 * The fields that changed, from what to what, in words: no codes, no identifiers, no fingerprints. `own` names fields as their page does.
 */
export function changesIn({ changes, names }: AuditLine, viewer: Viewer, own: Labels = {}): ChangedField[] {
  return Object.entries(changes).flatMap(([field, [before, after]]) => {
    const label = fieldIn(field, viewer, own)
    if (label === undefined) return []
    const was = valueIn(before, viewer, field, names)
    const is = valueIn(after, viewer, field, names)
    if (was === undefined && is === undefined) return []
    return [{ field: label, ...(was !== undefined && { before: was }), after: is ?? words[viewer.locale].emptied }]
  })
}

/** A field by the name that people know it by; nothing for what is kept for proof alone, or has no name. */
export function fieldIn(field: string, { locale }: Viewer, own: Labels = {}): string | undefined {
  const row = field.match(/^row (\d+)$/)?.[1]
  if (row) return `${fieldWords[locale].fields.row} ${row}`
  const name = camel(field)
  if (own[name]) return own[name]
  return silentFields.has(name) ? undefined : (fieldWords[locale].fields as Labels)[name]
}

/** A stored value as people read it; nothing for an empty one, and for an identifier whose thing is gone or out of reach. */
export function valueIn(value: unknown, viewer: Viewer, field = '', names: Labels = {}): string | undefined {
  const { locale } = viewer
  const w = words[locale]
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'boolean') return value ? w.yes : w.no
  if (typeof value === 'number') return formatNumber(locale, value, 6)
  if (typeof value === 'object') return joined(value, viewer, field, names)
  return isId(value) ? names[String(value)] : clip(wordsOf(String(value), viewer, camel(field)), 400)
}

/** A list or a group by its parts, those that say something. */
function joined(value: object, viewer: Viewer, field: string, names: Labels): string | undefined {
  const parts = Object.values(value).map(each => valueIn(each, viewer, field, names))
  const said = parts.filter(each => each !== undefined)
  const nested = Object.values(value).some(each => each !== null && typeof each === 'object')
  return said.length ? said.join(nested ? '; ' : ', ') : undefined
}

function wordsOf(value: string, { locale, zone }: Viewer, field: string): string {
  const values = fieldWords[locale].values as Labels
  if (codedFields.has(field)) return values[`${field}_${value}`] ?? values[value] ?? value
  if (field === 'role' && value in roles) return roles[value as Role].name[locale]
  if (field === 'zone' && value in zones) return zones[value as Zone]
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(locale, value, 'short')
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(value)) return formatTime(locale, value, zone, 'short')
  return value
}

const camel = (field: string): string => field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const clip = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)
