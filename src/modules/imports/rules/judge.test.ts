import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readRows } from '../../../platform/spreadsheets/read.ts'
import { readOffices } from '../../organisation/regions.ts'
import { judge, toPreview } from './judge.ts'
import { officeIndex } from './offices.ts'
import { readRowsOf } from './rows.ts'
import { findTable } from './tables.ts'

const offices = officeIndex(readOffices())
const tableOf = async (path: string) => findTable((await readRows(new Uint8Array(readFileSync(path)))).sheets)!

test('the 400 rows of a form export are found as a careful reader finds them', async () => {
  const table = await tableOf('test/data/form-export.xlsx')
  const judged = judge(readRowsOf(table.rows, table.mapping, offices), table.headers, { partners: [], agreements: [] })
  expect(table.recognised).toBe('form')
  expect(toPreview(judged).rows).toEqual(JSON.parse(readFileSync('test/data/form-export.expected.json', 'utf8')))
})

test('a clean register of 124 agreements is ready as it stands', async () => {
  const table = await tableOf('database/demo/register-87.xlsx')
  const judged = judge(readRowsOf(table.rows, table.mapping, offices), table.headers, { partners: [], agreements: [] })
  expect([table.recognised, table.unmapped, toPreview(judged).counts]).toEqual([
    'register',
    [],
    { ready: 124, duplicate: 0, update: 0, attention: 0 },
  ])
})
