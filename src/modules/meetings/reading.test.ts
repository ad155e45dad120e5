import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { app, as, browser, countQueries, kernel, person } from '../../../test/world.ts'
import { operations } from '../../modules.ts'
import { runCommand } from '../../platform/doors/command.ts'
import { importAttendance, importProgramme } from './operations/reading.ts'
import type { AttendancePreview } from './schema/attendance.ts'

const rundown = ['Hari/Tanggal;Waktu;Kegiatan;Ruang', 'Kamis, 20 Juli 2023;08.00 – 09.00;Pembukaan;Aula', ';10.00 – selesai;Pleno;Aula']
const report = [
  'Name (Original Name),User Email,Join Time,Leave Time,In Waiting Room',
  'KPU Malang,kab_malang@kpu.example,07/30/2025 08:39:01 AM,07/30/2025 09:39:01 AM,No',
]
const fileOf = (lines: string[], name = 'berkas.csv') => ({ name, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) })
const paths = { rundown: '', report: '' }
let folder = ''
const operator = await person('Sari', 'office_operator', '35.10', false)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapat-'))
  for (const [name, lines] of [['rundown', rundown] as const, ['report', report] as const]) {
    paths[name] = join(folder, `${name}.csv`)
    await writeFile(paths[name], fileOf(lines).bytes)
  }
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await kernel.close()
})

async function sinergi(...args: string[]) {
  const [out, err] = [new PassThrough(), new PassThrough()]
  const open = async () => ({ ...kernel, close: async () => {} })
  const code = await runCommand(args, { operations, open, out, err })
  for (const each of [out, err]) each.end()
  return { code, out: String(await buffer(out)), err: String(await buffer(err)) }
}

test('the command and REST say which sessions a programme has', async () => {
  const { out } = await sinergi('programmes', 'import', paths.rundown, '--zone', 'Asia/Jayapura', '--preview', '--json')
  const rest = { class: null, room: 'Aula', speakers: [], moderator: null, owner: null, problems: [] }
  const [opening, plenary] = [
    { row: 2, day: '2023-07-20', startsAt: '2023-07-20T08:00:00+09:00', endsAt: '2023-07-20T09:00:00+09:00', title: 'Pembukaan' },
    { row: 3, day: '2023-07-20', startsAt: '2023-07-20T10:00:00+09:00', endsAt: null, title: 'Pleno' },
  ]
  const expected = {
    zone: 'Asia/Jayapura',
    counts: { sessions: 2, days: 1, kinds: { ceremony: 1, plenary: 1 } },
    sessions: [
      { ...opening, kind: 'ceremony', ...rest },
      { ...plenary, kind: 'plenary', ...rest },
    ],
  }
  expect(out).toBe(`${JSON.stringify(expected)}\n`)
  const body = new FormData()
  body.append('preview', 'true')
  body.append('zone', 'Asia/Jayapura')
  body.append('file', new File([fileOf(rundown).bytes], 'rundown.csv'))
  const { cookie } = await browser(operator)
  const headers = { cookie, origin: 'http://sinergi.test' }
  const answer = await app.request('http://sinergi.test/api/v1/programmes/imports', { method: 'POST', headers, body })
  expect([answer.status, await answer.json()]).toEqual([200, expected])
})

test('the command says which offices took part, also those that are out of reach, and asks for the offices once', async () => {
  const { out } = await sinergi(
    ...['attendance', 'import', paths.report, '--zone', 'Asia/Makassar', '--domain', 'kpu.example', '--preview', '--json'],
  )
  const stay = { firstIn: '2025-07-30T08:39:01+08:00', lastOut: '2025-07-30T09:39:01+08:00', minutes: 60 }
  expect(out).toBe(
    `${JSON.stringify({
      zone: 'Asia/Makassar',
      meeting: { id: null, topic: null, startsAt: null, endsAt: null },
      counts: { rows: 1, waiting: 0, present: 1, ambiguous: 0, unmatched: 0 },
      present: [{ office: '35.07', ...stay, devices: 1, connections: 1 }],
      ambiguous: [],
      unmatched: [],
    })}\n`,
  )
  const read = (count: number, domain: string | null): Promise<AttendancePreview> =>
    as(operator)(importAttendance, { file: fileOf([...report, ...Array(count).fill(report[1])]), domain, preview: true })
  expect((await read(0, null)).ambiguous.map(({ candidates }) => candidates)).toEqual([['35.07', '35.73']])
  expect((await read(0, '@KPU.example')).counts.present).toBe(1)
  const few = await countQueries(() => read(1, null))
  expect(await countQueries(() => read(500, null))).toBe(few)
})

test('without preview, of a file of another kind, and of one without rows, it says what to do', async () => {
  for (const operation of [importProgramme, importAttendance]) {
    const refused = (lines: string[], preview = true) =>
      as(operator)(operation, { file: fileOf(lines), preview }).then(
        () => null,
        ({ code, fields }) => [code, fields],
      )
    const own = operation === importProgramme ? rundown : report
    expect(await refused(own, false)).toMatchObject(['invalid', { preview: [{ en: expect.stringContaining('preview') }] }])
    expect(await refused(['Nama;Jabatan', 'Budi;Staf'])).toMatchObject(['invalid', { file: [{ en: expect.any(String) }] }])
    expect(await refused(own.slice(0, 1))).toMatchObject(['invalid', { file: [{ en: expect.any(String) }] }])
  }
  const { code, err } = await sinergi('programmes', 'import', paths.rundown)
  expect([code, err]).toEqual([1, expect.stringContaining('preview')])
  const auditor = await person('Auditor', 'auditor')
  await expect(as(auditor)(importProgramme, { file: fileOf(rundown), preview: true })).rejects.toMatchObject({ code: 'forbidden' })
})
