import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../../platform/process/root.ts'
import { officeIndex } from '../../../platform/reading/offices.ts'
import { readRows } from '../../../platform/spreadsheets/read.ts'
import { readOffices } from '../../organisation/regions.ts'
import { judgePersons } from './judge-persons.ts'
import { cellsOfPerson, personTable } from './person-rows.ts'
import { personPreview } from './preview.ts'
import { readPerson } from './read-person.ts'

const folder = join(root, 'test/data/people')
const expected = JSON.parse(readFileSync(join(folder, 'people.expected.json'), 'utf8'))
const { sheets } = await readRows(readFileSync(join(folder, 'people.xlsx')))
const offices = officeIndex(readOffices())

test('of the 400 rows of a register each becomes what it must, with the values that it says', () => {
  const { headers, rows } = personTable(sheets)!
  const cellsOf = cellsOfPerson(headers)
  const judged = judgePersons(
    rows.map(row => readPerson(cellsOf(row), offices)),
    rows,
  )
  const preview = personPreview(rows, judged)
  for (const [at, row] of preview.rows.entries()) expect(row).toEqual(expected.rows[at])
  expect(preview).toEqual(expected)
})
