import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { operations } from '../src/modules.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import { runCommand } from '../src/platform/doors/command.ts'
import { addLanguage, dropLanguage, messages } from '../src/platform/i18n/languages.ts'
import { root } from '../src/platform/process/root.ts'
import { pseudo } from './pseudo.ts'
import { db, kernel, person } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'sinergi-command-'))
const path = (name: string): string => join(folder, name)
let sari: Actor & { email: string }
beforeAll(async () => {
  const made = await person('Sari', 'office_operator', '35.10')
  const { email } = await db.selectFrom('person').select('email').where('id', '=', made.personId!).executeTakeFirstOrThrow()
  sari = { ...made, email: email! }
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await kernel.close()
})

/** The command on the tests' own world, which it opens and closes as often as it likes. */
const sinergi = (...args: string[]) => sinergiReadIn(undefined, ...args)
async function sinergiReadIn(reads: string | undefined, ...args: string[]) {
  const [out, err] = [new PassThrough(), new PassThrough()]
  const count = { opened: 0, closed: 0 }
  const open = async () => {
    count.opened++
    return { ...kernel, close: async () => void count.closed++ }
  }
  const code = await runCommand(args, { operations, open, out, err, reads })
  out.end()
  err.end()
  return { code, out: String(await buffer(out)), err: String(await buffer(err)), ...count }
}

test('without words it lists every operation, and opens nothing', async () => {
  const { code, out, opened } = await sinergi()
  expect([code, opened]).toEqual([0, 0])
  for (const { name, summary } of operations) expect(out).toContain(`  ${name.replaceAll('.', ' ').padEnd(28)} ${summary}\n`)
})

test('a subject alone, or with a verb that it does not have, lists the verbs that it has', async () => {
  const [help, unknown] = [await sinergi('partners', '--help'), await sinergi('partners', 'fly')]
  expect([help.code, unknown.code, unknown.opened]).toEqual([0, 1, 0])
  expect(unknown.out).toBe(help.out)
  const names = operations.map(({ name }) => name.replaceAll('.', ' '))
  const shown = names.filter(name => unknown.out.includes(`  ${name} `))
  expect(shown).toEqual(names.filter(name => name.startsWith('partners ')))
})

test('every operation explains its fields and shows an example that it accepts', async () => {
  for (const { name, summary, input } of operations) {
    const { code, out } = await sinergi(...name.split('.'), '--help')
    expect([name, code]).toEqual([name, 0])
    expect(out).toContain(`sinergi ${name.replaceAll('.', ' ')}: ${summary}\n`)
    const { properties = {}, required = [] } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as {
      properties?: object
      required?: string[]
    }
    for (const field of Object.keys(properties))
      expect(out, name).toMatch(new RegExp(`  --${field} +${required.includes(field) ? 'required' : 'optional'} `))
    for (const option of ['json', 'as', 'out', 'input']) expect(Object.keys(properties), name).not.toContain(option)
  }
})

test('an answer is JSON to read, or on one line for another program', async () => {
  const [read, piped] = [await sinergi('offices', 'list', '--q', 'banyuwangi'), await sinergi('office', 'list', '--q=banyuwangi', '--json')]
  expect(read.out).toContain('\n  "offices": [')
  expect(piped.out.trimEnd().split('\n')).toHaveLength(1)
  expect(JSON.parse(read.out)).toEqual(JSON.parse(piped.out))
  expect(JSON.parse(piped.out).offices.map(({ code }: { code: string }) => code)).toEqual(['35.10'])
  expect([read.code, read.err, read.opened, read.closed]).toEqual([0, '', 1, 1])
})

test('bare words are the fields that are missing, in their order; a yes needs no value', async () => {
  expect(JSON.parse((await sinergi('offices', 'show', '35.10')).out)).toMatchObject({ code: '35.10' })
  const { offices } = JSON.parse((await sinergi('offices', 'list', '--top')).out)
  expect(offices.map(({ code }: { code: string }) => code)).toEqual(['00'])
})

test('a refusal is one line that names the field, on standard error, with exit code 1', async () => {
  const missing = await sinergi('offices', 'show', '99.99')
  expect(missing).toEqual({ code: 1, out: '', err: 'sinergi: This does not exist, or is outside your area.\n', opened: 1, closed: 1 })
  const wrong = await sinergi('partners', 'create', '--class', 'guild')
  expect([wrong.code, wrong.out]).toEqual([1, ''])
  expect(wrong.err).toMatch(/^sinergi: Some fields need attention\. .*name: .+\n$/)
  expect(wrong.err).toContain('class: ')
})

test('an option of several words may be written with dashes', async () => {
  const file = path('tanpa-jenis.csv')
  writeFileSync(file, 'Nomor KPU,Nama Mitra,Tanggal Penandatanganan,Tentang\n1/T/2025,Universitas Tanda,2025-02-03,Data\n')
  const options = ['--office', '35.10', '--kind', 'mou', '--partner-class', 'university', '--day-order', 'signedOn=day-first']
  const { out, err } = await sinergi('agreements', 'import', file, '--preview', '--json', ...options)
  expect([err, JSON.parse(out).counts]).toEqual(['', { ready: 1, duplicate: 0, update: 0, attention: 0 }])
})

test('an option that does not exist is an error, not ignored', async () => {
  await expect(sinergi('offices', 'list', '--qq', 'x')).rejects.toThrow(/Unknown option '--qq'/)
  await expect(sinergi('imports', 'upload', '--file', path('missing.csv'))).rejects.toThrow(/ENOENT/)
})

test('as a person, it reaches what that person reaches and writes under that name', async () => {
  const { out } = await sinergi('offices', 'list', '--as', sari.email.toUpperCase(), '--json')
  expect(JSON.parse(out).offices.map(({ code }: { code: string }) => code)).toEqual(['35.10'])
  expect(await sinergi('offices', 'list', '--as', 'tidak.ada@contoh.go.id')).toMatchObject({
    code: 1,
    out: '',
    err: 'sinergi: There is no person with the e-mail address tidak.ada@contoh.go.id.\n',
  })
  expect(await sinergi('offices', 'list', '--as', '')).toMatchObject({ code: 1, out: '' }) // an empty variable of a script is nobody
  const made = await sinergi('partners', 'create', '--name', 'Universitas Perintah Satu', '--class', 'university', '--as', sari.email)
  expect(made.err).toBe('')
  const { id } = JSON.parse(made.out)
  const line = await db.selectFrom('audit_event').select(['person_id', 'door', 'operation']).where('subject_id', '=', id).executeTakeFirst()
  expect(line).toEqual({ person_id: sari.personId, door: 'command', operation: 'partners.create' })
})

test('a whole object comes from a file, and options win over it', async () => {
  writeFileSync(path('partner.json'), JSON.stringify({ name: 'Universitas Dari Berkas', class: 'ngo' }))
  const { out, err } = await sinergi('partners', 'create', '--input', path('partner.json'), '--class', 'university')
  expect(err).toBe('')
  expect(JSON.parse(out)).toMatchObject({ name: 'Universitas Dari Berkas', class: 'university' })
})

/** An example as somebody types it: plain values as they are, what has parts as JSON, a file by its path. */
function typed(example: object): string[] {
  return Object.entries(example).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === false) return []
    if (value === true) return [`--${name}`]
    if (typeof value !== 'object') return [`--${name}=${value}`]
    if (Array.isArray(value) && (!value.length || Object.hasOwn(Object(value[0]), 'bytes')))
      return value.flatMap(each => typed({ [name]: each }))
    if (!('bytes' in value)) return [`--${name}=${JSON.stringify(value)}`]
    writeFileSync(path(value.name), value.bytes)
    return [`--${name}=${path(value.name)}`]
  })
}

test('every operation takes its whole example as options, what has parts as JSON', async () => {
  const withParts = operations.filter(({ example }) => Object.values(example).some(value => typeof value === 'object'))
  expect(withParts.length).toBeGreaterThan(10)
  for (const { name, example, input } of operations) {
    let came: unknown
    const open = async () => ({ ...kernel, close: async () => {} })
    const listening = {
      name,
      input,
      example,
      summary: '',
      power: 'open' as const,
      output: z.any(),
      run: async (_: unknown, given: unknown) => {
        came = given
      },
    }
    const err = new PassThrough()
    const code = await runCommand([...name.split('.'), ...typed(example)], { operations: [listening], open, out: new PassThrough(), err })
    err.end()
    expect([name, code, String(await buffer(err))]).toEqual([name, 0, ''])
    expect(came, name).toEqual(input.parse(example))
  }
})

test('what has parts is refused with the place of the slip when it is not JSON', async () => {
  const asked = ['reports', 'create', '--cycle', 'Evaluasi 2025']
  const broken = await sinergi(...asked, '--signatory', '{"name": "Ketua",')
  expect([broken.code, broken.out]).toEqual([1, ''])
  expect(broken.err).toMatch(/^sinergi: Some fields need attention\. signatory: This is not valid JSON: .+\n$/)
  const bare = await sinergi(...asked, '--signatory', 'Ketua')
  expect(bare.err).toMatch(/signatory: This is not valid JSON/)
  writeFileSync(path('list.json'), '[1]')
  expect((await sinergi('partners', 'create', '--input', path('list.json'))).err).toContain(
    '--input: This file must contain one JSON object.',
  )
  writeFileSync(path('broken.json'), '{"name"')
  expect((await sinergi('partners', 'create', '--input', path('broken.json'))).err).toContain('--input: This is not valid JSON')
})

const sheet = `Nomor KPU,Jenis Naskah,Nama Mitra,Tanggal Penandatanganan,Kode Wilayah,Tentang
9/PR.07-NK/35.10/2025,Nota Kesepahaman,Universitas Berkas Masuk,2025-02-03,35.10,Pertukaran data
`

test('a file goes in by its path, and the jobs that follow are done before the command ends', async () => {
  writeFileSync(path('register.csv'), sheet)
  const { out, code } = await sinergi('imports', 'upload', '--file', path('register.csv'))
  expect(code).toBe(0)
  const batch = JSON.parse(out)
  expect(batch).toMatchObject({ name: 'register.csv', state: 'reading' })
  expect(JSON.parse((await sinergi('imports', 'show', batch.id)).out)).not.toMatchObject({ state: 'reading' })
})

test('a file comes out at the path that is given, or on standard output', async () => {
  const named = await sinergi('agreements', 'export', '--format', 'csv', '--out', path('out.csv'))
  expect([named.code, named.out]).toEqual([0, ''])
  const piped = await sinergi('agreements', 'export', 'csv')
  expect(piped.out).toBe(readFileSync(path('out.csv'), 'utf8'))
  expect(piped.out.split(/\r?\n/)[0]).toContain('Nomor KPU')
  await sinergi('agreements', 'export', '--format', 'xlsx', '--out', path('out.xlsx'))
  expect(readFileSync(path('out.xlsx')).subarray(0, 2).toString()).toBe('PK')
})

test('the command starts from any folder', async () => {
  await (await import(join(root, 'bin/build.js'))).build()
  const printed = execFileSync(process.execPath, [join(root, 'build/cli.js'), 'offices', '--help'], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, BASE_URL: '' },
  })
  expect(printed).toMatch(/^Usage: sinergi <subject> <verb>/)
  expect(printed).toContain('  offices list ')
})

test('a refusal is in the language of the operator’s machine, also one that was added, and else in English', async () => {
  addLanguage('qps', 'Pseudo', new Map([...messages()].map(([key, { id }]) => [key, pseudo(id)])))
  const said = async (reads?: string) => (await sinergiReadIn(reads, 'partners', 'create', '--name', '')).err.slice(9, 32)
  expect([await said(), await said('C.UTF-8'), await said('id_ID.UTF-8'), await said('en_US'), await said('qps.UTF-8')]).toEqual([
    'Some fields need attent',
    'Some fields need attent',
    'Ada kolom yang perlu di',
    'Some fields need attent',
    '⟦Ádá kólóm yáng pérlú d',
  ])
  dropLanguage('qps')
})
