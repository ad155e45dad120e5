import { type Role, roles } from '../../../platform/authority/roles.ts'
import { formatDay, formatNumber, formatTime, type Zone, zones } from '../../../platform/i18n/format.ts'
import { type Locale, type Localized, textIn } from '../../../platform/i18n/words.ts'
import { codeName, type Fields, fieldName } from '../../../platform/subject/fields.ts'
import { isId } from '../../../platform/values/shapes.ts'
import type { AuditLine } from '../schema.ts'
import { words } from '../words/words.ts'

export type ChangedField = { field: string; before?: string | undefined; after?: string | undefined }
type Viewer = { locale: Locale; zone: Zone }
type Labels = Readonly<Record<string, string>>

/** What a line is about: by its present name, else by what the line itself says, else by its kind alone. */
export function nameOf({ subject, changes }: AuditLine, { locale }: Pick<Viewer, 'locale'>): string {
  if (subject.name) return clip(subject.name, 160)
  for (const field of ['number', 'name', 'title', 'label', 'file', 'subject', 'text', 'action'])
    for (const value of changes[field] ?? []) if (typeof value === 'string') return clip(value, 160)
  return subject.id === 'all' ? '' : words[locale].untitled({ kind: textIn(subject.kindNames, locale) })
}

/** What the values of a line are read with: who reads, the words of all modules, the kind of thing, and names by identifier. */
export type Reading = { viewer: Viewer; fields: Fields; kind: string; names: Labels }

type Changed = Pick<AuditLine, 'changes' | 'names'> & { subject: Pick<AuditLine['subject'], 'kind'> }

/** The fields that changed, from what to what, in words: no codes, no identifiers, no fingerprints. */
export function changesIn({ changes, names, subject }: Changed, viewer: Viewer, fields: Fields): ChangedField[] {
  const reading = { viewer, fields, kind: subject.kind, names }
  return Object.entries(changes).flatMap(([field, [before, after]]) => {
    const label = fieldIn(field, reading)
    if (label === undefined) return []
    const was = valueIn(before, reading, field)
    const is = valueIn(after, reading, field)
    if (was === undefined && is === undefined) return []
    return [{ field: label, ...(was !== undefined && { before: was }), after: is ?? words[viewer.locale].emptied }]
  })
}

/** A field by the name that people know it by; nothing for what is kept for proof alone, or has no name. */
export function fieldIn(field: string, { viewer: { locale }, fields, kind }: Omit<Reading, 'names'>): string | undefined {
  const row = field.match(/^row (\d+)$/)?.[1]
  return row ? `${fieldName(fields, kind, 'row', locale)} ${row}` : fieldName(fields, kind, field, locale)
}

/** A stored value as people read it; nothing for an empty one, and for an identifier whose thing is gone or out of reach. */
export function valueIn(value: unknown, reading: Reading, field = ''): string | undefined {
  const { locale } = reading.viewer
  const w = words[locale]
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'boolean') return value ? w.yes : w.no
  if (typeof value === 'number') return formatNumber(locale, value, 6)
  if (field === 'reason' && isSaid(value)) return clip(textIn(value, locale), 400)
  if (typeof value === 'object') return joined(value, reading, field)
  return isId(value) ? reading.names[String(value)] : clip(wordsOf(String(value), reading, field), 400)
}

/** A reason that Sinergi gave is kept in every language, one that a person wrote as it was written. */
const isSaid = (value: unknown): value is Localized => typeof value === 'object' && value !== null && 'id' in value && 'en' in value

/** A list or a group by its parts, those that say something. */
function joined(value: object, reading: Reading, field: string): string | undefined {
  const parts = Object.values(value).flatMap(each => valueIn(each, reading, field) ?? [])
  const nested = Object.values(value).some(each => each !== null && typeof each === 'object')
  return parts.length ? parts.join(nested ? '; ' : ', ') : undefined
}

function wordsOf(value: string, { viewer: { locale, zone }, fields, kind }: Reading, field: string): string {
  const code = codeName(fields, kind, field, value, locale)
  if (code !== undefined) return code
  if (field === 'role' && value in roles) return roles[value as Role].name[locale]
  if (field === 'zone' && value in zones) return zones[value as Zone]
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(locale, value, 'short')
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(value)) return formatTime(locale, value, zone, 'short')
  return value
}

const clip = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)
