import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { as, db, kernel, person } from '../../../test/world.ts'
import { turns } from '../../platform/spreadsheets/apart.ts'
import { verifyFiles } from '../files/operations/verify.ts'
import { readImport, uploadImport } from './operations/reading.ts'
import { importAgreements } from './operations/running.ts'

afterEach(() => vi.restoreAllMocks())
afterAll(() => kernel.close())
const officer = await person('Ratna', 'cooperation_officer')
const admin = await person('Admin', 'national_admin')
const line = '1/X/2024,MoU,Radio Kita,2024-02-03,00,Siaran\n'
/** One row more than is read at once. */
const large = (name: string) => ({
  name,
  bytes: new TextEncoder().encode(
    `Nomor KPU,Jenis Naskah,Nama Mitra,Tanggal Penandatanganan,Kode Wilayah,Tentang\n${line}${'\n'.repeat(200)}${line.repeat(2_000)}`,
  ),
})
/** As many as there are connections for what takes long. */
const three = ['satu.csv', 'dua.csv', 'tiga.csv']

/** Resolves when so many wait for the turn of reading a large file. */
const waitingFor = (count: number) =>
  new Promise<void>(resolve => {
    const enter = turns.enter
    let come = 0
    vi.spyOn(turns, 'enter').mockImplementation(bytes => {
      if (++come === count) resolve()
      return enter(bytes)
    })
  })

async function uploaded(name: string): Promise<string> {
  const { id } = await as(officer)(uploadImport, { file: large(name) })
  return id
}

test.each([
  ['a preview', async (name: string) => as(officer)(importAgreements, { file: large(name), preview: true })],
  ['an import in one call', async (name: string) => as(officer)(importAgreements, { file: large(name) })],
  [
    'the job that reads an upload',
    async (name: string) => {
      const id = await uploaded(name)
      return () => as(officer, 'job')(readImport, { id })
    },
  ],
])('while %s waits for its turn to be read, three times over, somebody else has a long answer', async (_, begin) => {
  const leave = await turns.enter(1)
  const waiting = waitingFor(three.length)
  const begun = Promise.all(
    three.map(async name => {
      const next = await begin(name)
      return typeof next === 'function' ? next() : next
    }),
  )
  await waiting
  expect(await as(admin)(verifyFiles)).toMatchObject({ bad: 0 })
  leave()
  for (const { counts } of await begun)
    expect(Object.values(counts as Record<string, number>).reduce((sum, each) => sum + each)).toBe(2_001)
})

test('who may not import there is refused before the file waits for its turn', async () => {
  const elsewhere = await person('Bali', 'cooperation_officer', '51')
  const enter = vi.spyOn(turns, 'enter')
  await expect(as(elsewhere)(importAgreements, { file: large('lain.csv'), preview: true, office: '00' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect(enter).not.toHaveBeenCalled()
  expect(await db.selectFrom('import_batch').select('id').where('name', '=', 'lain.csv').execute()).toEqual([])
})
