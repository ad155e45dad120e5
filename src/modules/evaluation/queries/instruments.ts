import type { Context } from '../../../platform/operation.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { Instrument } from '../schema.ts'

/** One published questionnaire by its id; they are the same for everybody. */
export async function findInstrument({ db }: Context, id: string): Promise<Instrument> {
  const row = await db.selectFrom('instrument').select('definition').where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row.definition as Instrument
}
