import { sql } from 'kysely'
import { z } from 'zod'
import { holders, nearestOf } from '../../../platform/authority/holders.ts'
import { can, canAnywhere, covers, reachesAllOf, reachOf } from '../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { Inviter } from '../../organisation/schema.ts'
import { Side } from '../../questionnaires/schema.ts'
import { type PlaceResponse as ResponseRow, responseByOffice, responseByProvince } from '../queries/board.ts'
import { findCycle } from '../queries/cycles.ts'
import { scoresBySide } from '../queries/results.ts'
import { isTaking } from '../rules/phase.ts'
import { Cycle } from '../schema.ts'

const Response = z.object({
  assignments: z.int(),
  submitted: z.int(),
  late: z.int(),
  draft: z.int(),
  overdue: z.int(),
  never: z.int().describe('Not submitted, and taken no more'),
})
const PlaceResponse = Response.extend({ code: z.string(), name: z.string(), sides: z.record(Side, Response) })
const Place = z.object({ code: z.string(), name: z.string(), path: z.string() })
type Place = z.infer<typeof Place>
/** `place` is where; null for the whole cycle. `people` may, where the one who asks may not. */
const Reminding = z.object({ may: z.boolean(), place: Place.nullable(), people: z.array(Inviter) })

export const showBoard = operation({
  name: 'cycles.board',
  summary:
    'How a cycle is going in your reach: by side, by province (or, with `province`, by office below it), and what the forms that count say',
  power: 'assignment.read',
  reads: true,
  input: z.object({ id, province: z.string().max(20).optional() }),
  output: z.object({
    cycle: Cycle,
    sides: z.record(Side, Response),
    places: z.array(PlaceResponse),
    /** The province that was asked for. */
    place: Place.nullable(),
    /** Mean score of each side over the forms whose agreement is complete on both, or all once the cycle is closed. */
    scores: z.array(z.object({ side: Side, n: z.int(), score: z.number().nullable() })),
    reminding: Reminding.describe('Who may remind those who have not submitted'),
  }),
  example: { id: example.cycle },
  async run(context, { id, province }) {
    const cycle = await findCycle(context, id)
    const place = province === undefined ? null : ((await provinceOf(context, province)) ?? null)
    const rows = place ? await responseByOffice(context, id, place.path) : await responseByProvince(context, id)
    const scores = await scoresBySide(context, { cycleId: id, path: place?.path })
    const sides = bySide(rows)
    const waiting = [sides.kpu, sides.partner].some(({ assignments, submitted }) => submitted < assignments)
    const reminding = waiting && isTaking(cycle.phase) ? await remindingIn(context, cycle, place) : { may: false, place, people: [] }
    return { cycle, sides, places: placesFrom(rows), place, scores, reminding }
  },
})

/**
 * Whether the one who asks may remind those of the place that is looked at; without one, of the whole cycle, or of their own office where
 * they read of nothing else. Who may not, and belongs to an office, is told who may there: the nearest.
 */
async function remindingIn(context: Context, cycle: Cycle, province: Place | null): Promise<z.infer<typeof Reminding>> {
  const { actor, clock } = context
  const own = actor.office?.path
  const isOwn =
    own !== undefined &&
    covers({ ...nowhere, below: [cycle.office.path] }, { path: own }) &&
    reachesAllOf({ ...nowhere, below: [own] }, reachOf(actor, 'assignment.read'))
  const isWhole = can(actor, 'assignment.remind', { path: cycle.office.path })
  const place = province ?? (isOwn && !isWhole ? await officeAt(context, own) : null)
  const path = place?.path ?? cycle.office.path
  if (can(actor, 'assignment.remind', { path })) return { may: true, place, people: [] }
  if (!canAnywhere(actor, 'office.read')) return { may: false, place, people: [] }
  const people = nearestOf(await holders(context, 'assignment.remind', path, clock.today())).slice(0, 3)
  return {
    may: false,
    place,
    people: people.map(({ id, name, office, email, phones }) => ({ id, name, office, email, phones })),
  }
}

const nowhere = { everywhere: false, below: [], at: [], partners: [] }
const places = ({ db }: Context) => db.selectFrom('office_card').select(['code', 'name', sql<string>`path::text`.as('path')])
const provinceOf = (context: Context, code: string) => places(context).where('code', '=', code).executeTakeFirst()
const officeAt = (context: Context, path: string) =>
  places(context).where(sql<boolean>`path = ${path}::text::ltree`).executeTakeFirstOrThrow()

const none = { assignments: 0, submitted: 0, late: 0, draft: 0, overdue: 0, never: 0 }
const sum = (rows: readonly z.infer<typeof Response>[]): z.infer<typeof Response> =>
  rows.reduce(
    (all, row) => ({
      assignments: all.assignments + row.assignments,
      submitted: all.submitted + row.submitted,
      late: all.late + row.late,
      draft: all.draft + row.draft,
      overdue: all.overdue + row.overdue,
      never: all.never + row.never,
    }),
    none,
  )

const bySide = (rows: readonly ResponseRow[]) => ({
  kpu: sum(rows.filter(({ side }) => side === 'kpu')),
  partner: sum(rows.filter(({ side }) => side === 'partner')),
})

const placesFrom = (rows: readonly ResponseRow[]): z.infer<typeof PlaceResponse>[] =>
  [...Map.groupBy(rows, ({ code }) => code)].map(([code, own]) => ({ code, name: own[0]!.name, ...sum(own), sides: bySide(own) }))
