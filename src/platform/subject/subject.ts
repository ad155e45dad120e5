import { type Expression, type RawBuilder, sql } from 'kysely'
import { canAnywhere } from '../authority/reach.ts'
import type { Power } from '../authority/roles.ts'
import type { Queryable } from '../database/database.ts'
import type { Localized } from '../i18n/words.ts'
import type { Context } from '../operation/operation.ts'
import type { Searched } from '../search/searched.ts'
import { isId } from '../values/shapes.ts'
import { type Fields, type FieldWords, fieldsOf } from './fields.ts'
import { refusals } from './refusal-words.ts'

/** A thing as it is called now, and the page where it is read. */
export type Named = { name: string; path: string | null }

/** A thing of a kind. */
export type SubjectRef = { kind: string; id: string }

/** Where a thing belongs: the paths of its offices, and the partners whose people read it. */
export type Places = { offices: string[]; partners: string[] }

/**
 * What a thing was begun for: the words of the first, how many they are, and where all of them are read. `things` are what all of them are
 * about, where that is one of its kind.
 */
export type Grounds = { text: string; count: number; path: string; things: { kind: string; id: string; name: string }[] }

/** What a module counts of a thing of another's: as it is read, and the list that it is of, with `count` where that is how many it has. */
export type Tally = { text: string; count?: number; path?: string }
/** A thing of which something is counted, with what links to lists of it take. */
export type Counted = { id: string; name: string; code?: string | undefined }
/** One column of a list of things of a kind `of`, for whoever holds the power anywhere: in one statement for all of them, by their ids. */
export type TallyKind = {
  of: string
  label: Localized
  power: Power
  /** Its place among those of the same kind of things, the smallest first; else the order of the modules. */
  order?: number
  find(context: Context, things: readonly Counted[]): Promise<Map<string, Tally>>
  /** By what lists of those things are sorted: what the order is called, and a select of `id` and a whole number `value`, of all in reach. */
  measure?: { key: string; of(context: Context): RawBuilder<unknown> }
}

/** A kind of thing that people speak of: what lines of the audit trail are about, and what a notice leads to. */
export type SubjectKind = {
  kind: string
  /** What one of them is called within a sentence. */
  names: Localized
  /** What happens to one of them is told to whoever was away meanwhile; by these operations alone, where some are named. */
  isNews?: true | readonly string[]
  /** In whose name something is done to one of them, a partner's or an office's, of those in reach: in one statement. */
  inWhoseName?(context: Context, ids: readonly string[]): Promise<{ id: string; name: string }[]>
  /** How one of them comes about: with something that was done to another thing, and is told with that. */
  cameWith?: CameWith
  /** What operations on something else did to one of them, where their own words would mislead. */
  deeds?: Deeds
  /** What earlier versions recorded it as. */
  earlier?: readonly string[]
  /**
   * Names of those with these ids that exist and are in reach of the one who asks, a fixed number of statements for however many;
   * without it they are read nowhere.
   */
  find?(context: Context, ids: string[]): Promise<(Named & { id: string })[]>
  /**
   * Where those with these ids belong that the one who asks may read, a fixed number of statements for
   * however many; a kind that says so takes comments.
   */
  places?(context: Context, ids: string[]): Promise<(Places & { id: string })[]>
  /** The same of all of them, to look among: a select of `id`, and of `partners` as `uuid[]`. */
  placed?(context: Context): Expression<unknown>
  /** Whether a stored file belongs to one of them that the one who asks may read now: it is handed out at `/berkas/:id`. */
  holdsFile?(context: Context, fileId: string): Promise<boolean>
  /**
   * What things of another kind were begun for, such as the findings that a follow-up answers: of those in reach, a fixed number of
   * statements for however many.
   */
  grounds?: { of: string; find(context: Context, ids: string[]): Promise<(Grounds & { id: string })[]> }
  /** What is counted of it on lists of things of another kind. */
  tallies?: readonly TallyKind[]
  /** What follows of it in the same transaction, when a thing of another kind has gone into a state. */
  follows?: { of: string; moved(context: Context, id: string, state: string): Promise<void> }
  /** How one of them is found by words, at `/cari`. */
  searched?: Searched
  /** The files that they hold whose text is to be found, as a select of `file_id`; who may find it there is for `searched` to say. */
  readFiles?(db: Queryable): Expression<unknown>
}

/** What somebody did by an operation, as the middle of a sentence, "Bagus Prakoso … NK-1/2024", by the name of the operation. */
export type Deeds = Readonly<Record<string, Localized>>

/** What a module says of the things that people speak of. */
type Contribution = { subjects?: readonly SubjectKind[]; deeds?: Deeds; fields?: FieldWords }

/** All that the modules contribute; a kind stands under its earlier names too. */
export type Subjects = { kinds: ReadonlyMap<string, SubjectKind>; deeds: Deeds; fields: Fields }

export function subjectsOf(modules: readonly Contribution[]): Subjects {
  const kinds = modules.flatMap(({ subjects = [] }) => subjects)
  return {
    kinds: new Map(kinds.flatMap(each => [each.kind, ...(each.earlier ?? [])].map(name => [name, each]))),
    deeds: Object.assign({}, ...modules.map(({ deeds }) => deeds ?? {})),
    fields: fieldsOf(modules),
  }
}

/** What a kind and its earlier names were recorded as. */
export const recordedAs = ({ kinds }: Subjects, kind: string): string[] => {
  const found = kinds.get(kind)
  return found ? [found.kind, ...(found.earlier ?? [])] : [kind]
}

const things: Localized = refusals.item
const changed: Localized = refusals.changedSomething
export const kindNames = ({ kinds }: Subjects, kind: string): Localized => kinds.get(kind)?.names ?? things
/**
 * Of an operation that there no longer is, only that something changed; forms were once called targets, and each kind of long work had
 * deeds of its own.
 */
export function deedOf({ kinds, deeds }: Subjects, operation: string, kind: string): Localized {
  const name = nameNow(operation)
  return kinds.get(kind)?.deeds?.[name] ?? deeds[name] ?? changed
}
const nameNow = (operation: string): string =>
  operation
    .replace(/^targets\./, 'assignments.')
    .replace(/^(person-)?imports\.(retry|resume)$/, 'runs.$2')
    .replace(/^(reports|(person-)?imports)\.fail$/, 'runs.end')

/**
 * Things by their present name and page, in the order given; null where one is gone, out of reach, or of a kind that is read nowhere. The
 * finder of each kind that is there is asked once.
 */
export async function findSubjects(context: Context, subjects: readonly (SubjectRef | null)[]): Promise<(Named | null)[]> {
  const { kinds } = context.subjects
  const found = new Map<SubjectKind, Map<string, Named>>()
  for (const [kind, some] of Map.groupBy(subjects, subject => kinds.get(subject?.kind ?? ''))) {
    const ids = [...new Set(some.flatMap(subject => subject?.id ?? []))]
    if (kind) found.set(kind, new Map(((await kind.find?.(context, ids)) ?? []).map(({ id, ...named }) => [id, named])))
  }
  return subjects.map(subject => (subject && found.get(kinds.get(subject.kind)!)?.get(subject.id)) ?? null)
}

/** Tells what hangs on a thing that it has gone into a state. */
export async function tellFollowers(context: Context, { kind, id }: SubjectRef, state: string): Promise<void> {
  for (const { follows } of new Set<SubjectKind>(context.subjects.kinds.values()))
    if (follows?.of === kind) await follows.moved(context, id, state)
}

/** What things of one kind were begun for, by their ids; those without grounds in reach have none. */
export async function groundsOf(context: Context, kind: string, ids: readonly string[]): Promise<Map<string, Grounds>> {
  const found = new Map<string, Grounds>()
  if (!ids.length) return found
  for (const { grounds } of new Set<SubjectKind>(context.subjects.kinds.values()))
    if (grounds?.of === kind) for (const { id, ...each } of await grounds.find(context, [...ids])) found.set(id, each)
  return found
}

/** What all modules count of some things of a kind: columns, and by the id of a thing its cells in their order. */
export async function talliesOf(
  context: Context,
  kind: string,
  things: readonly Counted[],
): Promise<{ columns: Localized[]; keys: (string | null)[]; cells: Map<string, (Tally | null)[]> }> {
  const kinds = tallyKinds(context, kind)
  const cells = new Map<string, (Tally | null)[]>(things.map(({ id }) => [id, []]))
  for (const { find } of things.length ? kinds : []) {
    const counted = await find(context, things)
    for (const [id, row] of cells) row.push(counted.get(id) ?? null)
  }
  return { columns: kinds.map(({ label }) => label), keys: kinds.map(({ measure }) => measure?.key ?? null), cells }
}

/** What things of a kind are sorted by under that name; nothing where whoever asks may not read it. */
export const measureOf = (context: Context, kind: string, key: string): RawBuilder<unknown> | undefined =>
  tallyKinds(context, kind)
    .find(({ measure }) => measure?.key === key)
    ?.measure?.of(context)
/** The same of nothing. */
export const noMeasure = sql`select null::uuid as id, 0 as value where false`

const tallyKinds = ({ subjects, actor }: Context, kind: string): TallyKind[] =>
  [...new Set<SubjectKind>(subjects.kinds.values())]
    .flatMap(({ tallies = [] }) => tallies)
    .filter(({ of, power }) => of === kind && canAnywhere(actor, power))
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))

/** By one operation on a thing of the kind `of`: `find` says of those in reach with which, in one statement, `told` how many came with it. */
export type CameWith = {
  of: string
  by: string
  find(context: Context, ids: readonly string[]): Promise<{ id: string; with: string }[]>
  told(values: { count: number }): Localized
}

type Line = { subject: { id: string }; changes: object }

/** Whatever the lines mention by id, by its id; the same few statements for any number of lines. */
export async function namesIn(context: Context, lines: readonly Line[]): Promise<Map<string, Named>> {
  const ids = [...new Set(lines.flatMap(({ subject, changes }) => [subject.id, ...idsIn(changes)]).filter(isId))]
  const names = new Map<string, Named>()
  if (ids.length === 0) return names
  for (const { find } of new Set<SubjectKind>(context.subjects.kinds.values()))
    for (const { id, ...named } of (await find?.(context, ids)) ?? []) names.set(id, named)
  return names
}

export const idsIn = (value: unknown): string[] =>
  typeof value === 'string' ? (isId(value) ? [value] : []) : value && typeof value === 'object' ? Object.values(value).flatMap(idsIn) : []
