import type { Context } from '../operation/operation.ts'
import { isId } from '../values/shapes.ts'

/** A thing that a line is about or mentions, as it is called now and where it is read. */
export type Named = { name: string; path: string | null }
/** Names of the things of one kind by id, as far as they exist and are in reach of the one who asks. */
export type SubjectFinder = (context: Context, ids: string[]) => Promise<(Named & { id: string })[]>
/** A finder for each kind of subject that a module records. */
export type Subjects = { readonly [kind: string]: SubjectFinder }

type Line = { subject: { id: string }; changes: object }

/** Whatever the lines mention by id, by its id; the same few statements for any number of lines. */
export async function namesIn(context: Context, lines: readonly Line[]): Promise<Map<string, Named>> {
  const ids = [...new Set(lines.flatMap(({ subject, changes }) => [subject.id, ...idsIn(changes)]).filter(isId))]
  const names = new Map<string, Named>()
  if (ids.length === 0) return names
  for (const find of Object.values(context.subjects)) for (const { id, ...named } of await find(context, ids)) names.set(id, named)
  return names
}

export const idsIn = (value: unknown): string[] =>
  typeof value === 'string' ? (isId(value) ? [value] : []) : value && typeof value === 'object' ? Object.values(value).flatMap(idsIn) : []
