import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize, nationally } from '../../../platform/authority/reach.ts'
import { newId, operation, self } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid, notFound } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag } from '../../../platform/values/shapes.ts'
import { Position, PositionChange, PositionDraft } from '../schema.ts'
import { refusals } from '../words/refusals.ts'

const columns = ['id', 'name', 'level', 'rank', 'kind', 'from_on as fromOn', 'to_on as toOn', 'rev'] as const

export const listPositions = operation({
  name: 'positions.list',
  summary: 'Positions that persons are appointed to, the highest first',
  power: 'own',
  reads: true,
  input: z.object({ ended: flag.optional().describe('Those no longer in use too') }),
  output: z.object({ positions: z.array(Position) }),
  example: {},
  async run(context, { ended }) {
    if (context.actor.kind !== 'system') self(context)
    const today = context.clock.today()
    const positions = await context.db
      .selectFrom('position')
      .select(columns)
      .$if(!ended, query => query.where(eb => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', today)])))
      .orderBy('rank')
      .orderBy('name')
      .orderBy('level')
      .limit(500)
      .execute()
    return { positions }
  },
})

export const createPosition = operation({
  name: 'positions.create',
  summary: 'Add a position',
  power: 'setting.write',
  input: PositionDraft,
  output: Position,
  example: { name: 'Kepala Subbagian Kerja Sama', level: 'national', rank: 160 },
  async run(context, { name, level, rank, kind, fromOn, toOn }) {
    authorize(context, 'setting.write', nationally)
    checkTerm(fromOn, toOn)
    const row = { id: newId(), name, level, rank, kind, from_on: fromOn, to_on: toOn }
    const { numInsertedOrUpdatedRows } = await context.db
      .insertInto('position')
      .values(row)
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    if (!numInsertedOrUpdatedRows) throw taken()
    const position = { id: row.id, name, level, rank, kind, fromOn, toOn }
    record(context, { kind: 'position', id: row.id, reach: ['id'] }, null, position)
    return { ...position, rev: 0 }
  },
})

export const changePosition = operation({
  name: 'positions.change',
  summary: 'Rename a position or end it; those who hold it keep it',
  power: 'setting.write',
  input: PositionChange,
  output: Position,
  example: { id: example.position, name: 'Kepala Subbagian Rahasia Umum', level: 'any', rank: 150, rev: 0 },
  async run(context, { id, name, level, rank, kind, fromOn, toOn, rev: seen }) {
    authorize(context, 'setting.write', nationally)
    checkTerm(fromOn, toOn)
    const found = await context.db.selectFrom('position').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
    if (!found) throw notFound()
    const { rev, ...before } = found
    checkRevision(seen, { rev }, refusals.position)
    if (
      await context.db
        .selectFrom('position')
        .select('id')
        .where('name', '=', name)
        .where('level', '=', level)
        .where('id', '<>', id)
        .executeTakeFirst()
    )
      throw taken()
    const row = { name, level, rank, kind, from_on: fromOn, to_on: toOn, rev: rev + 1 }
    await context.db.updateTable('position').set(row).where('id', '=', id).execute()
    const after = { id, name, level, rank, kind, fromOn, toOn }
    record(context, { kind: 'position', id, reach: ['id'] }, before, after)
    return { ...after, rev: row.rev }
  },
})

const taken = () => invalid('name', refusals.positionNameTaken)

export function checkTerm(fromOn: string | null, toOn: string | null): void {
  if (fromOn && toOn && toOn < fromOn) throw invalid('toOn', refusals.lastDayBeforeFirst)
}
