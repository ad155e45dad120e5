import { afterAll, expect, test } from 'vitest'
import { agreement } from '../../../test/evaluation-world.ts'
import { as, kernel, person } from '../../../test/world.ts'
import { listAgreements } from './operations/read.ts'
import type { AgreementList } from './schema.ts'

afterAll(() => kernel.close())

test('an agreement out of reach changes nothing of what a misspelt word finds, neither as the word itself nor as one nearer to it', async () => {
  const admin = await person('Admin', 'national_admin')
  const sari = await person('Sari', 'office_operator', '35.10', false)
  await agreement('Pembinaan xenomorfikal', ['35.10'], [])
  const ask = async (q: string) => {
    const { agreements, similar } = await as(sari)<AgreementList>(listAgreements, { q })
    return [similar, agreements.map(({ title }) => title)]
  }
  expect(await ask('xenomorfikaz')).toEqual([true, ['Pembinaan xenomorfikal']])
  await agreement('Penyelidikan xenomorfikaz dan xenomorfikazz', ['51'], [])
  expect(await ask('xenomorfikaz')).toEqual([true, ['Pembinaan xenomorfikal']])
  expect(await ask('xenomorfikazo')).toEqual([true, ['Pembinaan xenomorfikal']])
  const { agreements, similar } = await as(admin)<AgreementList>(listAgreements, { q: 'xenomorfikazo' })
  expect([similar, agreements.map(({ title }) => title)]).toEqual([true, ['Penyelidikan xenomorfikaz dan xenomorfikazz']])
})
