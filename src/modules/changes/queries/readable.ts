import { sql } from 'kysely'
import { ownOffice } from '../../../platform/authority/holders.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { type CameWith, deedOf, findSubjects, kindNames, type Named, type SubjectRef } from '../../../platform/subject/subject.ts'
import type { Change } from '../schema.ts'

/** `operations` each once, in the order in which they were done; `act` is the transaction of what happened to it last; `actors` are who did what to it, the latest first, null where the system did. */
export type Row = { kind: string; id: string; at: Date; act: string; operations: string[]; actors: (string | null)[] }
/** `parts` came about with it, and `told` says how many. */
type Draft = Omit<Change, 'by'> & Pick<Row, 'act' | 'actors'> & { parts: number; told?: CameWith['told'] }
/** What a thing came about with. */
type Whole = SubjectRef & Pick<CameWith, 'by' | 'told'>

/**
 * What of the changed may be read now, by its present name. What one deed did to several things of a kind at once is one change, named by
 * the latest of them; what came about with something, as findings with the form that says them, is told with that.
 */
export async function readable(context: Context, rows: readonly Row[]): Promise<Change[]> {
  const { locale } = context
  const actors = [...new Set(rows.flatMap(row => row.actors.flatMap(actor => actor ?? [])))]
  const wholes = await wholesOf(context, rows)
  const people = actors.map(id => ({ kind: 'person', id }))
  const found = await findSubjects(context, [...rows, ...people, ...wholes.values()])
  const called = new Map(actors.map((id, index) => [id, found[rows.length + index]]))
  const namesOfWholes = new Map([...wholes.values()].map(({ id }, index) => [id, found[rows.length + actors.length + index]]))
  const changes: Draft[] = []
  for (const [index, row] of rows.entries()) {
    const named = found[index]
    if (!named) continue
    const whole = wholes.get(row.id)
    const nameOfWhole = whole && namesOfWholes.get(whole.id)
    if (whole && nameOfWhole)
      addPart(changes, row, whole, () => changeOf(context, { ...row, ...whole, operations: [whole.by] }, nameOfWhole))
    else addThing(changes, changeOf(context, row, named))
  }
  const strangers = actors.filter(id => !called.get(id))
  const [offices, places] = [await officesOf(context, strangers), await placesOf(context, changes)]
  return changes.map(({ act: _, actors, parts, told, ...change }) => {
    const place = places.get(change.id)
    return {
      ...change,
      deeds: told ? [`${change.deeds.join(', ')}; ${told({ count: parts })[locale]}`] : change.deeds,
      by:
        place === undefined
          ? doneBy(actors, called, offices)
          : {
              ...doneBy(
                actors.filter(id => id && called.get(id)),
                called,
                offices,
              ),
              place,
            },
    }
  })
}

const changeOf = ({ locale, subjects }: Context, { kind, id, at, act, actors, operations }: Row, named: Named): Draft => ({
  kind,
  kindName: kindNames(subjects, kind)[locale],
  id,
  ...named,
  deeds: operations.map(operation => deedOf(subjects, operation, kind)[locale].replace(/:$/, '')),
  others: 0,
  at,
  act,
  actors,
  parts: 0,
})

function addPart(changes: Draft[], { act }: Row, { kind, id, told }: Whole, changeOfWhole: () => Draft): void {
  const known = changes.find(change => change.kind === kind && change.id === id && change.act === act)
  const change = known ?? { ...changeOfWhole(), actors: [] } // of what made it, not of what made its parts
  if (!known) changes.push(change)
  change.parts += 1
  change.told = told
}

/** Parts are written after what they came with, so that stands there already. */
function addThing(changes: Draft[], change: Draft): void {
  const { kind, id, act, actors, deeds } = change
  const whole = changes.find(other => other.parts && other.kind === kind && other.id === id && other.act === act)
  const last = changes.at(-1)
  if (whole) whole.actors = actors
  else if (last?.kind === kind && last.act === act && !last.parts && last.deeds.join() === deeds.join()) {
    last.others += 1
    last.actors = [...last.actors, ...actors]
  } else changes.push(change)
}

/** What things came about with, by their ids, where nothing else happened to them; in one statement for each kind that comes about so. */
async function wholesOf(context: Context, rows: readonly Row[]): Promise<Map<string, Whole>> {
  const wholes = new Map<string, Whole>()
  for (const [kind, some] of Map.groupBy(rows, row => row.kind)) {
    const came = context.subjects.kinds.get(kind)?.cameWith
    if (!came) continue
    const ids = some.filter(({ operations }) => operations.every(operation => operation === came.by)).map(({ id }) => id)
    for (const each of ids.length ? await came.find(context, ids) : [])
      wholes.set(each.id, { kind: came.of, id: each.with, by: came.by, told: came.told })
  }
  return wholes
}

/** In whose name things were done, by their ids; of the kinds where that counts. */
async function placesOf(context: Context, changes: readonly Draft[]): Promise<Map<string, string>> {
  const places = new Map<string, string>()
  for (const [kind, some] of Map.groupBy(changes, change => change.kind)) {
    const ids = some.map(({ id }) => id)
    for (const { id, name } of (await context.subjects.kinds.get(kind)?.inWhoseName?.(context, ids)) ?? []) places.set(id, name)
  }
  return places
}

/** Where people work, by name; of whoever may not be known by theirs. */
async function officesOf({ db, clock }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; office: string }>`
    select p.id, o.name as office from unnest(${[...ids]}::uuid[]) p(id)
      join office_card o on o.id = ${ownOffice(sql.ref('p.id'), clock.today())}`.execute(db)
  return new Map(rows.map(({ id, office }) => [id, office]))
}

/** Who it was: by name where the reader may know them, else by their office; who has none is counted. */
function doneBy(
  actors: readonly (string | null)[],
  called: ReadonlyMap<string, Named | null | undefined>,
  places: ReadonlyMap<string, string>,
): Change['by'] {
  const ids = [...new Set(actors.flatMap(actor => actor ?? []))]
  const people = ids.flatMap(id => {
    const named = called.get(id)
    return named ? [{ id, ...named }] : []
  })
  const others = ids.filter(id => !called.get(id))
  const offices = [...new Set(others.flatMap(id => places.get(id) ?? []))]
  return { people, offices, others: others.filter(id => !places.has(id)).length, system: actors.includes(null) }
}
