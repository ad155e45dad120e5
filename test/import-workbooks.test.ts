import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { exportAgreements } from '../src/modules/agreements/operations/export.ts'
import { importAgreements } from '../src/modules/imports/operations/running.ts'
import { operations } from '../src/modules.ts'
import { runCommand } from '../src/platform/doors/command.ts'
import { readRows } from '../src/platform/spreadsheets/read.ts'
import { bytesOf, type FileAnswer } from '../src/platform/values/file-answer.ts'
import { casePath, previewByCommand, previewByRest, uploadByPage } from './import-cases.ts'
import { as, browser, kernel, person, program } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'sinergi-workbooks-'))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await kernel.close()
})
const officer = await person('Ratna', 'cooperation_officer')
const kept = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
async function byCommand(...args: string[]): Promise<Uint8Array> {
  const [out, err] = [new PassThrough(), new PassThrough()]
  const open = async () => ({ ...kernel, close: async () => {} })
  const path = join(folder, 'out.xlsx')
  expect(await runCommand([...args, '--out', path], { operations, open, out, err })).toBe(0)
  out.end()
  await buffer(out)
  return new Uint8Array(await import('node:fs/promises').then(fs => fs.readFile(path)))
}
const sheetsOf = async (bytes: Uint8Array) => (await readRows(bytes)).sheets

test('the example file explains its columns, comes by page, REST and command, and brought in empty it says what is missing', async () => {
  const rest = new Uint8Array(await (await (await program(officer))('GET', '/imports/template')).arrayBuffer())
  const command = await byCommand('imports', 'template')
  const listed = await (await (await browser(officer)).get('/impor')).text()
  expect(listed).toContain('href="/api/v1/imports/template"')
  const [first, explained] = await sheetsOf(rest)
  expect(await sheetsOf(command)).toEqual([first, explained])
  expect(explained!.rows.slice(1).map(row => row.cells[0])).toEqual(first!.rows[0]!.cells)
  await expect(previewByRest(officer, kept('contoh.xlsx', rest))).rejects.toThrow('belum ada satu baris pun')
})

test('the example of the example file is a row that is ready', async () => {
  const [, explained] = await sheetsOf(await byCommand('imports', 'template'))
  const rows = explained!.rows.slice(1).map(row => row.cells)
  const csv = [rows.map(cells => cells[0]), rows.map(cells => cells[3])].map(cells => cells.map(cell => `"${cell}"`).join(';')).join('\n')
  const { rows: told } = await previewByCommand(kept('contoh.csv', new TextEncoder().encode(csv)))
  expect(told).toEqual([expect.objectContaining({ row: 2, outcome: 'ready', problems: [], office: '35.10', endsOn: '2030-01-11' })])
})

test('rows with problems are taken out with their reasons, corrected, and brought in again, the reasons unread', async () => {
  const { id, page } = await uploadByPage(officer, casePath('error-cells.xlsx'))
  expect(page).toContain('Unduh baris bermasalah')
  const rest = new Uint8Array(await (await (await program(officer))('GET', `/imports/${id}/problems`)).arrayBuffer())
  const [sheet] = await sheetsOf(rest)
  expect(await sheetsOf(await byCommand('imports', 'problems', id))).toEqual([
    expect.objectContaining({ rows: expect.arrayContaining([sheet!.rows[0]]) }),
  ])
  const [head, ...rows] = sheet!.rows.map(row => row.cells)
  expect(head!.slice(-2)).toEqual(['Baris asal', 'Alasan'])
  expect(rows.map(cells => [cells[12], String(cells[13]).match(/\(.*\)/)?.[0]])).toEqual([
    ['Baris 2', '(E2: #N/A)'],
    ['Baris 3', '(E3: #N/A)'],
    ['Baris 4', '(A4: #REF!)'],
    ['Baris 5', '(K5: #VALUE!)'],
    ['Baris 6', '(D6: #NAME?)'],
    ['Baris 7', '(I7: #N/A)'],
  ])
  const corrected = rows.map((cells, i) => cells.map((cell, column) => (/^#/.test(String(cell)) ? mended[column]?.(i) : cell)))
  const csv = [head!, ...corrected].map(cells => cells.map(cell => `"${cell ?? ''}"`).join(';')).join('\r\n')
  const again = await previewByCommand(kept('perbaikan.csv', new TextEncoder().encode(csv)))
  expect(again.rows.map(({ outcome, problems }) => [outcome, problems])).toEqual(Array(6).fill(['ready', []]))
  expect([again.unread, (again as unknown as { columns: object }).columns]).toEqual([
    { sheets: [], rows: [], cells: [] },
    { unread: [], hidden: [] },
  ])
})
const mended: Record<number, (i: number) => string> = {
  0: i => `${i + 1}/PR.07-NK/35.10/2024`,
  3: i => `Perkara ${i}`,
  4: i => `Universitas ${i}`,
  8: () => '2024-03-15',
  10: () => '2027-01-01',
}

test('what the register exports, as CSV, XLSX and JSON, is read again and says nothing new', async () => {
  const register = { name: 'daftar.csv', bytes: new TextEncoder().encode(registerCsv) }
  await as(officer)(importAgreements, { file: register })
  await kernel.jobs.drain(kernel)
  for (const format of ['csv', 'xlsx', 'json']) {
    const file = await as(officer)<FileAnswer>(exportAgreements, { format })
    const told = await previewByCommand(kept(file.name, await bytesOf(file)))
    expect([format, told.rows.map(({ outcome }) => outcome)]).toEqual([format, ['duplicate', 'duplicate']])
    expect([told.unread.rows, told.unread.sheets]).toEqual([[], []])
  }
})
const registerCsv = `Nomor KPU;Jenis Naskah;Tentang;Nama Mitra;Jenis Mitra;Kode Wilayah;Tanggal Penandatanganan;Berlaku Sampai;Ruang Lingkup
1/PR.07-NK/35.10/2024;MoU;Pendidikan pemilih, tahap satu;Universitas Ekspor;universitas;35.10;2024-03-15;2027-03-14;Sosialisasi; riset
2/PR.07-PKS/35.10/2024;PKS;Data "pemilih";Universitas Ekspor;universitas;35.10;2024-04-15;;Data
`

test('JSON that is no export of ours is refused with what to do', async () => {
  await expect(previewByRest(officer, kept('lain.json', new TextEncoder().encode('[{"a":1}]')))).rejects.toThrow('tidak didukung')
})
