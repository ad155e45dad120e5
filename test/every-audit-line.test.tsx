import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as agreements from '../src/modules/agreements/schema.ts'
import { listAudit } from '../src/modules/audit/operations.ts'
import { changesIn } from '../src/modules/audit/rules/telling.ts'
import type { AuditLine } from '../src/modules/audit/schema.ts'
import { AuditTrail } from '../src/modules/audit/views/trail.tsx'
import * as findings from '../src/modules/findings/schema.ts'
import * as followups from '../src/modules/followups/schema.ts'
import { operations, subjects } from '../src/modules.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import { actorOfPerson } from '../src/platform/authority/load-actor.ts'
import { locales } from '../src/platform/i18n/words.ts'
import { call } from '../src/platform/operation/operation.ts'
import { root } from '../src/platform/process/root.ts'
import { Refusal } from '../src/platform/refusals/refusal.ts'
import { codeName, fieldName, isSilent } from '../src/platform/subject/fields.ts'
import { example } from '../src/platform/values/example-ids.ts'
import { plainList } from '../src/web/list/list.ts'
import { readList } from '../src/web/list/read.ts'
import { renderPart } from '../src/web/page.tsx'
import { type Attempts, openAttempts } from './attempt.ts'
import { seedExampleWorld } from './example-world/all.ts'
import { db, kernel, person } from './world.ts'

const asked = readList(plainList, new URL('http://sinergi/jejak'))
let attempts: Attempts
let admin: Actor
let self: Actor
let colleague: Actor
const rightOne: Record<string, string> = JSON.parse(readFileSync(join(root, 'test/example-world/right-one.json'), 'utf8'))
let told = 0

beforeAll(async () => {
  await seedExampleWorld()
  admin = await person('Nur Aini', 'national_admin')
  await person('Utami Dewi', 'partner_contact', '00', true, { partnerId: example.partner })
  self = (await actorOfPerson(db, example.person, kernel.clock.today()))!
  colleague = (await actorOfPerson(db, example.colleague, kernel.clock.today()))!
  attempts = await openAttempts()
})
afterAll(async () => {
  await attempts.close()
  await kernel.close()
})

/** A template takes a process of its own to read; what it records is `name` and a fingerprint. */
const slow = new Set(['templates.upload'])
const writing = operations.filter(({ reads, name }) => !reads && !slow.has(name))

test.each(writing.map(operation => [operation.name, operation] as const))('%s is told as a sentence', async (_, operation) => {
  const right = rightOne[operation.name] ?? (operation.power === 'own' ? 'example' : 'admin')
  const actor = right === 'example' ? self : right === 'colleague' ? colleague : admin
  const lines = await linesOf(actor, operation)
  told += lines.length
  const wrong = lines.flatMap(line => [...new Set([...unnamed(line), ...uncoded(line)])])
  for (const locale of locales) {
    const viewer = { locale, zone: 'Asia/Jakarta' as const, today: kernel.clock.today() }
    const page = renderPart(
      viewer,
      <AuditTrail total={1} beyond={false} lines={lines} next={null} previous={null} asked={asked} subjects={subjects} mayVerify={false} />,
    )
    wrong.push(...machineIn(textOf(page)).map(each => `${locale}: ${each}`))
    for (const line of lines)
      wrong.push(
        ...changesIn(line, viewer, subjects.fields).flatMap(({ field, before, after }) =>
          field && (before || after) ? [] : [`${locale}: nothing said of ${field}`],
        ),
      )
  }
  expect(wrong).toEqual([])
})

test('what one action changed is one entry, and the rest of it can be opened', async () => {
  const lines = await linesOf(admin, operations.find(({ name }) => name === 'findings.plan')!)
  const page = renderPart(
    viewer,
    <AuditTrail total={1} beyond={false} lines={lines} next={null} previous={null} asked={asked} subjects={subjects} mayVerify={false} />,
  )
  const [entry, ...others] = page
    .replaceAll(/<span class="whole">([^<]+)<\/span>/g, '$1')
    .split('<li>')
    .filter(part => part.includes('<b>Nur Aini</b>'))
  expect(others).toEqual([])
  expect(entry).toContain(`membuat tindak lanjut untuk temuan <a href="/temuan/${example.finding}">TM-2020-00001`)
  expect(page).toMatch(
    /<summary>1 data lain ikut berubah<\/summary><ul><li><p>Tindak lanjut <a href="\/tindak-lanjut\/[^"]+"><span class="whole">TL-/,
  )
})

test('a form that was sent heads its entry, before the findings that its answers became', async () => {
  const left = (name: string) => linesOf(admin, operations.find(each => each.name === name)!)
  const [form, finding] = [(await left('assignments.extend'))[0]!, (await left('findings.create'))[0]!]
  const sent = [finding, form].map(line => ({
    ...line,
    operation: 'answers.submit',
    deed: subjects.deeds['answers.submit']!,
    transaction: form.transaction,
  }))
  const page = renderPart(
    viewer,
    <AuditTrail total={1} beyond={false} lines={sent} next={null} previous={null} asked={asked} subjects={subjects} mayVerify={false} />,
  )
  expect(page).toContain(`mengirim evaluasi <a href="${form.subject.path}">`)
  expect(page).toContain('1 data lain ikut berubah')
})

test('most operations left lines, so that the above means something', () => {
  expect(told).toBeGreaterThan(70)
})

test('every operation, every step and every timer has its words, and there are none for what there is not', () => {
  const steps = sources(join(root, 'src')).flatMap(file =>
    [
      ...readFileSync(file, 'utf8').matchAll(/(?:= internalOperation\(\{\s*name|\bdeed): '([^']+)'(?!,\s*power: '[\w.]+',\s*reads: true)/g),
    ].map(([, name]) => name!),
  )
  const named = [...operations.filter(({ reads }) => !reads).map(({ name }) => name), ...steps].filter(name => name !== 'test.work')
  expect(Object.keys(subjects.deeds).sort()).toEqual([...new Set(named)].sort())
  expect(Object.entries(subjects.deeds).filter(([, { id, en }]) => !id || !en || id === en)).toEqual([])
})

test('every kind of subject that is recorded, every field and every code has a word', () => {
  const recorded = sources(join(root, 'src')).flatMap(file => [
    ...[...readFileSync(file, 'utf8').matchAll(/kind: '(\w+)', id/g)].map(([, kind]) => kind!),
  ])
  expect([...new Set(recorded)].filter(kind => !subjects.kinds.has(kind)).sort()).toEqual([])
  const codes: [string, string, readonly string[]][] = [
    ['agreement', 'kind', agreements.agreementKinds],
    ['agreement', 'stage', agreements.stages],
    ['agreement', 'status', agreements.statuses],
    ['agreement', 'openness', agreements.opennesses],
    ['follow_up', 'state', followups.states],
    ['finding', 'kind', findings.kinds],
    ['finding', 'category', findings.categories],
  ]
  expect(
    codes.flatMap(([kind, field, all]) =>
      all.filter(code => [code, undefined].includes(meaning(kind, field, code))).map(code => `${kind}.${field}: ${code}`),
    ),
  ).toEqual([])
})

/** Runs an operation as the right one and reads what it left in the trail, all within a savepoint. */
async function linesOf(actor: Actor, operation: (typeof operations)[number]): Promise<AuditLine[]> {
  return attempts.attempt(async trial => {
    try {
      const before = await call(trial, admin, listAudit, {})
      await call(trial, actor, operation, operation.example, 'rest')
      const { lines } = await call(trial, admin, listAudit, {})
      return lines.filter(line => line.id > (before.lines[0]?.id ?? 0))
    } catch (error) {
      if (error instanceof Refusal) throw new Error(`${operation.name} is refused: ${error.localized.en} ${JSON.stringify(error.fields)}`)
      throw error
    }
  })
}

const viewer = { locale: 'id', zone: 'Asia/Jakarta', today: '2025-11-20' } as const

/** Fields that people would see as the program calls them, or not at all without being meant to be silent. */
const unnamed = ({ operation, subject, changes }: AuditLine): string[] =>
  Object.keys(changes)
    .filter(field => !/^row \d+$/.test(field) && !isSilent(subjects.fields, field))
    .filter(field => locales.some(locale => fieldName(subjects.fields, subject.kind, field, locale) === undefined))
    .map(field => `${operation}: no word for the field ${field}`)

const uncoded = ({ operation, subject, changes }: AuditLine): string[] =>
  Object.entries(changes).flatMap(([field, values]) =>
    values.flatMap(value =>
      typeof value === 'string' && meaning(subject.kind, field, value) === value ? [`${operation}: no word for ${field} ${value}`] : [],
    ),
  )

const meaning = (kind: string, field: string, code: string) => codeName(subjects.fields, kind, field, code, 'id')

/** What only a program writes: identifiers, fingerprints, JSON, names of fields. */
const machineIn = (text: string): string[] =>
  [
    /[0-9a-f]{8}-[0-9a-f]{4}-/,
    /\b[0-9a-f]{32,}\b/,
    /[{}[\]]|":/,
    /\b[a-z]+_[a-z]+\b/,
    /\b[a-z]+[A-Z][a-z]+\b/,
    /undefined|\bnull\b|NaN/,
  ].flatMap(pattern => text.match(pattern)?.[0] ?? [])

/** The text of the list itself, without the filters and addresses. */
const textOf = (page: string): string =>
  page
    .slice(page.indexOf('<ol class="trail"'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\S+@\S+|\S+\.(csv|xlsx|docx)/g, '')

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  )
