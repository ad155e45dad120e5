import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { importAgreements } from '../src/modules/imports/operations/running.ts'
import type { Preview } from '../src/modules/imports/schema/files.ts'
import { operations } from '../src/modules.ts'
import { runCommand } from '../src/platform/doors/command.ts'
import { root } from '../src/platform/process/root.ts'
import { as, browser, kernel, operator, person } from './world.ts'

afterAll(() => kernel.close())
const folder = join(root, 'test/data/import-cases')
type Options = Record<string, string>

/** What the preview says of a file, the same by the operation, over REST and on the command line. */
async function preview(name: string, options: Options = {}): Promise<Preview> {
  const file = { name, bytes: new Uint8Array(readFileSync(join(folder, name))) }
  const said = await as(operator, 'command')(importAgreements, { file, preview: true, ...options })
  const national = await browser(await person('Ratna', 'cooperation_officer'))
  const answer = await national.post('/api/v1/agreements/imports', { file: new File([file.bytes], name), preview: 'true', ...options })
  expect([name, answer.status, await answer.json()]).toEqual([name, 201, said])
  const [out, err] = [new PassThrough(), new PassThrough()]
  const open = async () => ({ ...kernel, close: async () => {} })
  const dashed = Object.entries(options).flatMap(([option, value]) => [
    `--${option.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`,
    ...(value === 'true' ? [] : [value]),
  ])
  await runCommand(['agreements', 'import', join(folder, name), '--preview', '--json', ...dashed], { operations, open, out, err })
  out.end()
  err.end()
  expect([String(await buffer(err)), JSON.parse(String(await buffer(out)))]).toEqual(['', said])
  return said
}
type Row = Preview['rows'][number]
const table = async (name: string, of: (row: Row) => unknown, options?: Options) => (await preview(name, options)).rows.map(of)

test('a column of month-first days is read as such, and it is said', async () => {
  const { rows, dayOrders } = await preview('month-first-dates.csv')
  expect(rows.map(({ outcome, signedOn, endsOn }) => [outcome, signedOn, endsOn])).toEqual([
    ['ready', '2024-03-04', '2027-03-04'],
    ['ready', '2024-01-25', '2027-01-25'],
    ['ready', '2023-12-31', '2026-12-31'],
    ['ready', '2024-10-07', '2027-10-07'],
  ])
  expect(dayOrders).toMatchObject({ signedOn: { order: 'month-first', by: 'column' }, endsOn: { order: 'month-first', by: 'column' } })
})

test('an end that is no day waits, and a period gives its end', async () => {
  const { rows, unread } = await preview('unreadable-end.csv')
  expect(rows.map(({ row, outcome, endsOn, problems }) => [row, outcome, endsOn, ...problems])).toEqual([
    [2, 'attention', null, 'date_invalid'],
    [3, 'attention', null, 'date_invalid'],
    [4, 'attention', null, 'date_invalid'],
    [5, 'ready', '2027-03-14'],
    [6, 'attention', null, 'date_invalid'],
    [7, 'attention', null, 'date_invalid'],
    [8, 'attention', null, 'date_invalid'],
  ])
  expect(unread.cells.map(({ cell, text }) => [cell, text])).toEqual([
    ['G2', '31 Juni 2025'],
    ['G3', 'Desember 2025'],
    ['G4', '12/31/2025'],
    ['G6', '5 tahun (2020-2025)'],
    ['G7', '##########'],
    ['G8', '2100-02-16'],
  ])
})

test('a ditto waits with the value above, and is that value when the proposals are accepted', async () => {
  const { rows, unread } = await preview('ditto.xlsx')
  expect(rows.map(({ outcome }) => outcome)).toEqual(['ready', ...Array(6).fill('attention')])
  expect(unread.cells.map(({ cell, reason, text, proposal }) => [cell, reason, text, proposal])).toEqual([
    ['E3', 'ditto', 'sda', 'Universitas Ditto'],
    ['I3', 'ditto', 'sda', '2024-03-15'],
    ['K3', 'ditto', 'sda', '2027-01-01'],
    ['E4', 'ditto', 'idem', 'Universitas Ditto'],
    ['K4', 'ditto', 'idem', '2027-01-01'],
    ['E5', 'ditto', '"', 'Universitas Ditto'],
    ['K5', 'ditto', '"', '2027-01-01'],
    ['E6', 'ditto', ',,', 'Universitas Ditto'],
    ['K6', 'ditto', ',,', '2027-01-01'],
    ['E7', 'ditto', '〃', 'Universitas Ditto'],
    ['E8', 'ditto', 'sama dengan di atas', 'Universitas Ditto'],
  ])
  const accepted = await table('ditto.xlsx', ({ outcome, partner, signedOn, endsOn }) => [outcome, partner, signedOn, endsOn], {
    acceptProposals: 'true',
  })
  expect(accepted).toEqual([
    ...Array(5).fill(['ready', 'Universitas Ditto', '2024-03-15', '2027-01-01']),
    ...Array(2).fill(['ready', 'Universitas Ditto', '2024-03-15', null]),
  ])
})

test('a number that only keeps its place is none, and no update of another row', async () => {
  expect(await table('placeholder-number.xlsx', ({ outcome, problems }) => [outcome, ...problems])).toEqual([
    ['attention', 'number_missing'],
    ['attention', 'number_missing'],
  ])
})

test('a number that became a date or a fraction waits', async () => {
  const rows = await table('number-became-date.xlsx', ({ outcome, problems }) => [outcome, ...problems])
  expect([rows[0], rows[1], rows[2]]).toEqual([['attention', 'number_became_other'], ['ready'], ['attention', 'number_became_other']])
})

test('a register without a column for the office is of the office that brings it, kind and class are chosen for the file', async () => {
  const said = ({ outcome, office, kind }: Row) => [outcome, office, kind]
  expect(await table('no-office-column.xlsx', said, { office: '35.10' })).toEqual(Array(4).fill(['ready', '35.10', 'mou']))
  expect(await table('no-office-column.xlsx', said, { office: '35.10', kind: 'pks' })).toEqual(Array(4).fill(['ready', '35.10', 'mou']))
})

test('a term in two columns is counted', async () => {
  expect(await table('term-number-and-unit.xlsx', ({ outcome, endsOn }) => [outcome, endsOn])).toEqual([
    ['ready', '2029-03-15'],
    ['ready', '2024-09-15'],
    ['ready', '2027-03-15'],
  ])
})

test('cells of type error count as empty, and are named', async () => {
  const { rows, unread } = await preview('error-cells.xlsx')
  expect(rows.map(({ outcome }) => outcome)).toEqual(Array(6).fill('attention'))
  expect(unread.cells.filter(({ reason }) => reason === 'cell_error').map(({ cell, text }) => [cell, text])).toEqual([
    ['E2', '#N/A'],
    ['E3', '#N/A'],
    ['A4', '#REF!'],
    ['K5', '#VALUE!'],
    ['D6', '#NAME?'],
    ['I7', '#N/A'],
  ])
})

test('four rows of one number, title and day are one agreement of five parties, unless somebody says that they are four', async () => {
  const said = ({ outcome, partner, partners, together, of }: Row) => [outcome, partner, partners?.length, together?.length, of]
  expect(await table('one-number-four-partners.xlsx', said)).toEqual([
    ['ready', 'Pemerintah Provinsi Contoh', 4, 4, undefined],
    ['duplicate', 'Kementerian Contoh Pertanian', undefined, 4, 2],
    ['duplicate', 'Kementerian Contoh Perindustrian', undefined, 4, 2],
    ['duplicate', 'Institut Contoh Bogor', undefined, 4, 2],
  ])
  const apart = await table('one-number-four-partners.xlsx', ({ outcome }) => outcome, { apart: '3278/PR.07-NK/01/2024' })
  expect(apart).toEqual(Array(4).fill('ready'))
})
