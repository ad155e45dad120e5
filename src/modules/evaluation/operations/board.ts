import { z } from 'zod'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { Side } from '../../questionnaires/schema.ts'
import { type PlaceResponse, responseByOffice, responseByProvince } from '../queries/board.ts'
import { findCycle } from '../queries/cycles.ts'
import { scoresBySide } from '../queries/results.ts'
import { Cycle } from '../schema.ts'

const Response = z.object({ assignments: z.int(), submitted: z.int(), late: z.int(), draft: z.int(), overdue: z.int() })
const Place = Response.extend({ code: z.string(), name: z.string(), sides: z.record(Side, Response) })
export type Place = z.infer<typeof Place>

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
    places: z.array(Place),
    /** The province that was asked for. */
    place: z.object({ code: z.string(), name: z.string(), path: z.string() }).nullable(),
    /** Mean score of each side over the forms whose agreement is complete on both, or all once the cycle is closed. */
    scores: z.array(z.object({ side: Side, n: z.int(), score: z.number().nullable() })),
  }),
  example: { id: example.cycle },
  async run(context, { id, province }) {
    const cycle = await findCycle(context, id)
    const place = province === undefined ? null : ((await provinceOf(context, province)) ?? null)
    const rows = place ? await responseByOffice(context, id, place.path) : await responseByProvince(context, id)
    const scores = await scoresBySide(context, { cycleId: id, path: place?.path })
    return { cycle, sides: bySide(rows), places: placesFrom(rows), place, scores }
  },
})

const provinceOf = async ({ db }: Context, code: string) => {
  const row = await db.selectFrom('office_card').select(['code', 'name', 'path']).where('code', '=', code).executeTakeFirst()
  return row && { ...row, path: String(row.path) }
}

const none = { assignments: 0, submitted: 0, late: 0, draft: 0, overdue: 0 }
const sum = (rows: readonly z.infer<typeof Response>[]): z.infer<typeof Response> =>
  rows.reduce(
    (all, row) => ({
      assignments: all.assignments + row.assignments,
      submitted: all.submitted + row.submitted,
      late: all.late + row.late,
      draft: all.draft + row.draft,
      overdue: all.overdue + row.overdue,
    }),
    none,
  )

const bySide = (rows: readonly PlaceResponse[]) => ({
  kpu: sum(rows.filter(({ side }) => side === 'kpu')),
  partner: sum(rows.filter(({ side }) => side === 'partner')),
})

const placesFrom = (rows: readonly PlaceResponse[]): Place[] =>
  [...Map.groupBy(rows, ({ code }) => code)].map(([code, own]) => ({ code, name: own[0]!.name, ...sum(own), sides: bySide(own) }))
