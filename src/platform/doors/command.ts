import { createWriteStream } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { system } from '../authority/actor.ts'
import { actorOfPerson } from '../authority/load-actor.ts'
import { localeOf } from '../i18n/words.ts'
import { type AnyOperation, call, type Kernel } from '../operation/operation.ts'
import { invalid, Refusal } from '../refusals/refusal.ts'
import { troubleOf, Unavailable } from '../refusals/unavailable.ts'
import { type FileAnswer, isFile } from '../values/file-answer.ts'
import { refusals } from './refusal-words.ts'

type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  items?: Schema
  'x-upload'?: boolean
  [key: string]: unknown
}
type Shell = {
  operations: AnyOperation[]
  open(): Promise<Kernel & { close(): Promise<void> }>
  out: NodeJS.WritableStream
  err: NodeJS.WritableStream
  /** What the operator's machine says they read, as `LANG` writes it, such as `id_ID.UTF-8`; without it English, as help is. */
  reads?: string | undefined
}

/**
 * `sinergi agreements list --status active --json`: every operation, as the operator of the machine or `--as` a person (e-mail).
 * Answers are JSON; a file goes to `--out` or to standard output. Exit code 1 and one line on a refusal.
 */
export async function runCommand(args: string[], { operations, open, out, err, reads }: Shell): Promise<number> {
  const words = args.findIndex(word => word.startsWith('-') || word.includes('.') || word.includes('/'))
  const named = args.slice(0, words < 0 ? undefined : words)
  const found = find(operations, named)
  if (!found || args.includes('--help')) {
    out.write(found ? helpFor(found.operation) : helpAll(operations, named))
    return found || !named.length || args.includes('--help') ? 0 : 1
  }
  const { operation, rest } = found
  const { values, positionals } = parseArgs({
    args: [...rest, ...(words < 0 ? [] : args.slice(words))],
    options: optionsOf(operation),
    allowPositionals: true,
  })
  const kernel = await open()
  try {
    const input = await inputFor(operation, values, positionals)
    const answer = await call(kernel, await actorFor(kernel, values.as as string | undefined), operation, input, 'command', undefined)
    await kernel.jobs.drain(kernel)
    if (!isFile(answer)) out.write(`${JSON.stringify(answer, null, values.json ? 0 : 2)}\n`)
    else if (values.out) await writeTo(values.out as string, answer)
    else await pipeline(answer.chunks, out, { end: false })
    return operation.failed?.(answer) ? 1 : 0
  } catch (thrown) {
    const trouble = troubleOf(thrown)
    const error = trouble ? new Unavailable(trouble, thrown) : thrown
    if (!(error instanceof Refusal)) throw error
    const locale = localeOf(undefined, reads?.replace(/[.@].*/, '').replaceAll('_', '-'), 'en')
    const fields = Object.entries(error.fields).map(([path, message]) => `${path}: ${message.map(each => each[locale]).join(' ')}`)
    const existing = error.existing.map(({ id, name, note }) => `  ${[id, name, note].filter(Boolean).join(' – ')}\n`)
    err.write(`sinergi: ${[error.localized[locale], ...fields].join(' ')}\n${existing.join('')}`)
    return 1
  } finally {
    await kernel.close()
  }
}

/** Under another name until it is whole, so that nobody takes a part of it for the file. */
async function writeTo(path: string, { chunks }: FileAnswer): Promise<void> {
  const part = `${path}.part`
  try {
    await pipeline(chunks, createWriteStream(part))
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** `agreements list` and `agreement list` are the same; words that are left over are values. */
function find(operations: AnyOperation[], named: string[]): { operation: AnyOperation; rest: string[] } | null {
  for (let length = Math.min(3, named.length); length > 1; length--) {
    const name = named.slice(0, length).join('.')
    const operation = operations.find(each => each.name === name || singular(each.name) === singular(name))
    if (operation) return { operation, rest: named.slice(length) }
  }
  return null
}

const singular = (name: string): string => name.replace(/ies(?=\.)/, 'y').replace(/s(?=\.)/, '')
const schemaOf = (operation: AnyOperation): Schema =>
  z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema

function optionsOf(operation: AnyOperation) {
  const fields = Object.entries(schemaOf(operation).properties ?? {}).map(
    ([name, schema]) =>
      [name, isFlag(schema) ? { type: 'boolean' as const } : { type: 'string' as const, multiple: true as const }] as const,
  )
  return {
    json: { type: 'boolean' as const },
    as: { type: 'string' as const },
    out: { type: 'string' as const },
    input: { type: 'string' as const },
    ...Object.fromEntries(fields.flatMap(([name, option]) => [name, dashed(name)].map(each => [each, option]))),
  }
}

/** `--partner-class` is `--partnerClass`, as other commands write it. */
const dashed = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
const undashed = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

const isFlag = (schema: Schema): boolean => typeOf(schema) === 'boolean' || (schema.anyOf ?? []).some(isFlag)
/** A yes or no may also be written in words: then the first type is the one meant. */
const typeOf = ({ type }: Schema): string | undefined => (Array.isArray(type) ? type[0] : type)
const isUpload = (schema: Schema | undefined): boolean => JSON.stringify(schema ?? {}).includes('"x-upload":true')

/**
 * Options, then bare words in the order of the fields that are still missing; `--input FILE` gives a whole JSON object. A file field takes
 * a path, one of several values each by itself or all as a JSON list, one with parts a JSON object.
 */
async function inputFor(operation: AnyOperation, values: Record<string, unknown>, positionals: string[]): Promise<object> {
  const { properties = {}, required = [] } = schemaOf(operation)
  const given = Object.entries(values)
    .map(([name, value]) => [name in properties ? name : undashed(name), value] as const)
    .filter(([name]) => name in properties && !(['json', 'as', 'out', 'input'].includes(name) && values[name] === undefined))
  const flat = new Map<string, unknown>(given.map(([name, value]) => [name, Array.isArray(value) && value.length === 1 ? value[0] : value]))
  const missing = [...required, ...Object.keys(properties)].filter(name => !flat.has(name))
  for (const word of positionals) flat.set(missing.shift() ?? word, word)
  for (const [name, value] of flat)
    flat.set(name, isUpload(properties[name]) ? await filesAt(value) : meant(name, properties[name] ?? {}, value))
  const whole = values.input ? parsed('--input', await readFile(values.input as string, 'utf8')) : {}
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) throw invalid('--input', refusals.fileOfNoObject)
  return { ...whole, ...Object.fromEntries(flat) }
}

const filesAt = async (path: unknown): Promise<unknown> => (Array.isArray(path) ? Promise.all(path.map(filesAt)) : fileAt(String(path)))
const fileAt = async (path: string) => ({ name: basename(path), bytes: new Uint8Array(await readFile(path)) })

/** A typed value as the field takes it. What is a text there stays one, whatever it looks like. */
function meant(name: string, schema: Schema, value: unknown): unknown {
  const shapes = shapesIn(schema)
  const items = shapes.flatMap(({ items }) => (items ? shapesIn(items) : []))
  if (Array.isArray(value)) return value.map(each => meant(name, { anyOf: items }, each))
  if (typeof value !== 'string' || value === '') return value
  const whole = [...shapes, ...items]
  const isList = items.length > 0 && value.startsWith('[')
  const isObject = whole.some(hasParts) && (value.startsWith('{') || !whole.some(({ type }) => type === 'string'))
  return isList || isObject ? parsed(name, value) : value
}

const shapesIn = (schema: Schema): Schema[] => (schema.anyOf ? schema.anyOf.flatMap(shapesIn) : [schema])
const needsJson = (schema: Schema): boolean =>
  shapesIn(schema).some(shape => hasParts(shape) || (shape.items !== undefined && needsJson(shape.items)))
const hasParts = ({ type }: Schema): boolean => type === 'object'

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const { message } = error as Error
    throw invalid(name, refusals.jsonInvalid({ message }))
  }
}

async function actorFor(kernel: Kernel, email: string | undefined) {
  if (email === undefined) return system()
  const person = await kernel.store.db.selectFrom('person_card').select('id').where('email', '=', email.toLowerCase()).executeTakeFirst()
  const actor = person && (await actorOfPerson(kernel.store.db, person.id, kernel.clock.today()))
  if (!actor) throw new Refusal('not_found', refusals.personUnknown({ email }))
  return actor
}

function helpAll(operations: AnyOperation[], named: string[]): string {
  const shown = operations.filter(({ name }) => !named[0] || singular(name).startsWith(singular(`${named[0]}.`)))
  const lines = (shown.length ? shown : operations).map(({ name, summary }) => `  ${name.replaceAll('.', ' ').padEnd(28)} ${summary}`)
  const usage = 'Usage: sinergi <subject> <verb> [--field value …] [--json] [--as e-mail] [--out file] [--input file.json]'
  return `${usage}\n\n${lines.join('\n')}\n\nsinergi <subject> <verb> --help shows the fields.\n`
}

function helpFor(operation: AnyOperation): string {
  const { properties = {}, required = [] } = schemaOf(operation)
  const lines = Object.entries(properties).map(
    ([name, schema]) => `  --${name.padEnd(18)} ${required.includes(name) ? 'required' : 'optional'} ${shapeOf(schema)}`,
  )
  const head = `sinergi ${operation.name.replaceAll('.', ' ')}: ${operation.summary}`
  return `${head}\n\n${lines.join('\n')}\n\nExample input: ${JSON.stringify(operation.example)}\n`
}

const shapeOf = (schema: Schema): string => {
  if (isUpload(schema)) return 'path of a file'
  const named = (schema.enum as string[] | undefined)?.join(' | ') ?? (schema.format as string | undefined)
  return named ?? (needsJson(schema) ? 'as JSON' : typeOf(schema)) ?? ''
}
