import { afterAll, expect, test } from 'vitest'
import { listOffices } from '../src/modules/organisation/operations/offices.ts'
import { as, db, kernel, person, program, stranger } from './world.ts'

afterAll(() => kernel.close())

test('the region data gives 1 national, 38 provincial and 514 regency offices', async () => {
  const rows = await db
    .selectFrom('office')
    .select(['kind', eb => eb.fn.countAll<number>().as('count')])
    .groupBy('kind')
    .orderBy('count')
    .execute()
  expect(rows).toEqual([
    { kind: 'national', count: 1 },
    { kind: 'province', count: 38 },
    { kind: 'regency', count: 514 },
  ])
})

test('a regency operator reaches the own office, a stranger is asked who they are, through the one door and REST alike', async () => {
  const sari = await person('Sari', 'office_operator', '35.10', false)
  expect((await as(sari)(listOffices)).offices.map((o: { code: string }) => o.code)).toEqual(['35.10'])
  await expect(as(stranger)(listOffices)).rejects.toMatchObject({ code: 'unauthenticated' })
  const answer = await (await program(sari))('GET', '/offices')
  expect((await answer.json()).offices).toHaveLength(1)
  expect((await (await program(null))('GET', '/offices/018f3b1e-7c11-7d2a-9b1f-0a2b3c4d5e01')).status).toBe(401)
})
