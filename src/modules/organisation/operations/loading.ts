import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize, nationally } from '../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { defaultPositions } from '../regions/positions.ts'
import { readDistricts, readOffices, readVillages } from '../regions.ts'
import { type OfficeKind, officeId, positionId, positionKinds } from '../schema.ts'

const kindsOf = {
  office: ['national', 'province', 'regency'],
  district: ['national', 'province', 'regency', 'district'],
  village: ['national', 'province', 'regency', 'district', 'village'],
} satisfies Record<string, OfficeKind[]>

export const loadOffices = operation({
  name: 'offices.load',
  summary:
    'Load the offices of the region data (1 national, 38 provincial, 514 regency) and the usual positions, optionally districts and villages too; what is there stays',
  power: 'office.write',
  limit: 'long',
  input: z.object({ level: z.enum(['office', 'district', 'village']).default('office') }),
  output: z.object({ added: z.number().int(), positions: z.number().int() }),
  example: { level: 'office' },
  async run(context, { level }) {
    authorize(context, 'office.write', nationally)
    const positions = await loadPositions(context)
    const wanted = [...readOffices(), ...(level === 'office' ? [] : readDistricts()), ...(level === 'village' ? readVillages() : [])]
    const known = new Map(
      (
        await context.db
          .selectFrom('office')
          .select(['code', 'id', sql<string>`path::text`.as('path')])
          .where('kind', 'in', kindsOf[level])
          .execute()
      ).map(row => [row.code, row]),
    )
    const rows = []
    for (const { code, name, kind, parentCode, zone } of wanted) {
      if (known.has(code)) continue
      const parent = parentCode === null ? undefined : known.get(parentCode)
      const row = {
        id: officeId(code),
        code,
        name,
        kind,
        parent_id: parent?.id ?? null,
        path: parent ? `${parent.path}.${code.replaceAll('.', '')}` : 'id',
        zone,
        opened_on: '2003-05-01',
      }
      known.set(code, row)
      rows.push(row)
    }
    for (let at = 0; at < rows.length; at += 2000)
      await sql`insert into office (id, code, name, kind, parent_id, path, zone, opened_on)
        select * from jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + 2000))}::jsonb) as r (id uuid, code text, name text, kind text, parent_id uuid, path ltree, zone text, opened_on date)
        on conflict do nothing`.execute(context.db)
    if (rows.length) record(context, { kind: 'office', id: 'all', reach: ['id'] }, null, { added: rows.length, level })
    return { added: rows.length, positions }
  },
})

/** Only into an empty list: what somebody has renamed or ended must not come back. */
async function loadPositions(context: Context): Promise<number> {
  if (await context.db.selectFrom('position').select('id').executeTakeFirst()) return 0
  const rows = defaultPositions.map(({ name, level }, at) => ({
    id: positionId(name, level),
    name,
    level,
    rank: (at + 1) * 10,
    kind: positionKinds.find(kind => kind === name.toLowerCase().replaceAll(' ', '_')) ?? null,
  }))
  await context.db
    .insertInto('position')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .execute()
  record(context, { kind: 'position', id: 'all', reach: ['id'] }, null, { added: rows.length })
  return rows.length
}
