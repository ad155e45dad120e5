import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FileStore } from '../files/store.ts'
import { logTo } from '../process/log.ts'
import { watchOutages } from './outages.ts'
import { type Trouble, troubleOf, Unavailable } from './unavailable.ts'

const lines: [string, unknown, unknown?][] = []
const log = logTo(line => {
  const { event, trouble, met } = JSON.parse(line)
  lines.push(met === undefined ? [event, trouble] : [event, trouble, met])
}, 'warn')
const there = { database: true, files: true }
const answer = async (thing: keyof typeof there) => {
  if (!there[thing]) throw new Error(`no ${thing}`)
}
const disk = { put: () => answer('files'), delete: () => answer('files') }
const watch = () => watchOutages({ ready: () => answer('database') }, { disk, limit: 0 } as unknown as FileStore, log)
const coded = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more })

beforeEach(() => {
  vi.useFakeTimers()
  lines.length = 0
  Object.assign(there, { database: true, files: true })
})
afterEach(() => {
  vi.useRealTimers()
})

test.each<[string, unknown, Trouble | null]>([
  ['a server that is shutting down', coded('57P01'), 'database'],
  ['one that starts', coded('57P03'), 'database'],
  ['a lost connection', coded('08006'), 'database'],
  ['no connection left', coded('53300'), 'database'],
  ['a read-only replica', coded('25006'), 'database'],
  ['a database whose disk is full', coded('53100'), 'databaseFull'],
  ['a lock that is not to be had', coded('55P03'), 'busy'],
  ['a statement that takes too long', coded('57014'), 'busy'],
  ['nobody at the address', coded('ECONNREFUSED'), 'database'],
  ['no answer from an address', coded('ETIMEDOUT'), 'database'],
  ['what pg says of a connection', new Error('Connection terminated unexpectedly'), 'database'],
  ['no free connection', new Error('timeout exceeded when trying to connect'), 'busy'],
  ['a full disk', coded('ENOSPC'), 'filesFull'],
  ['a file that cannot be written', coded('E_CANNOT_WRITE_FILE', { cause: coded('EROFS') }), 'files'],
  ['a full disk below it', coded('E_CANNOT_WRITE_FILE', { cause: coded('EDQUOT') }), 'filesFull'],
  ['a file store that fails', coded('E_CANNOT_READ_FILE', { cause: coded('X', { $metadata: { httpStatusCode: 500 } }) }), 'files'],
  ['a file store that nobody answers for', coded('E_CANNOT_READ_FILE', { cause: coded('ECONNREFUSED') }), 'files'],
  ['a file that is not there: a bug', coded('E_CANNOT_READ_FILE', { cause: coded('ENOENT') }), null],
  ['an object that is not there: a bug', coded('E_CANNOT_READ_FILE', { cause: coded('X', { $metadata: { httpStatusCode: 404 } }) }), null],
  ['a cause', new Error('outer', { cause: coded('57P01') }), 'database'],
  ['another service', new TypeError('fetch failed', { cause: coded('ECONNREFUSED') }), null],
  ['a column that does not exist: a bug', coded('42703'), null],
  ['a deadlock: somebody else', coded('40P01'), null],
  ['a trouble that was told', new Unavailable('files'), 'files'],
  ['a bug', new Error('x is undefined'), null],
  ['no error', undefined, null],
])('%s', (_name, error, trouble) => {
  expect(troubleOf(error)).toBe(trouble)
})

test('an outage is one line when it begins and one when it has passed, however many meet it', async () => {
  const outages = watch()
  there.database = false
  for (let at = 0; at < 50; at++) expect(outages.note(coded('ECONNREFUSED'))).toBe('database')
  await vi.advanceTimersByTimeAsync(3600_000)
  expect([outages.databaseIsGone(), lines]).toEqual([true, [['outage.began', 'database']]])
  there.database = true
  await vi.advanceTimersByTimeAsync(2000)
  expect([outages.databaseIsGone(), lines]).toEqual([
    false,
    [
      ['outage.began', 'database'],
      ['outage.ended', 'database', 50],
    ],
  ])
})

test('one connection that breaks while the database answers is no reason to turn anybody away', async () => {
  const outages = watch()
  outages.note(coded('ECONNRESET'))
  await vi.advanceTimersByTimeAsync(100)
  expect(outages.databaseIsGone()).toBe(false)
  for (let at = 0; at < 90; at++) {
    outages.note(coded('ECONNRESET'))
    await vi.advanceTimersByTimeAsync(1000)
  }
  expect(lines).toEqual([['outage.began', 'database']])
  there.database = false
  outages.note(coded('ECONNREFUSED'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(outages.databaseIsGone()).toBe(true)
})

test('what nobody can ask about has passed when nobody met it for a minute', async () => {
  const outages = watch()
  outages.note(coded('55P03'))
  await vi.advanceTimersByTimeAsync(40_000)
  outages.note(coded('57014'))
  await vi.advanceTimersByTimeAsync(40_000)
  expect(lines).toEqual([['outage.began', 'busy']])
  await vi.advanceTimersByTimeAsync(21_000)
  expect(lines.at(-1)).toEqual(['outage.ended', 'busy', 2])
})

test('a store of files is back when a file can be kept in it again', async () => {
  const outages = watch()
  there.files = false
  outages.note(coded('E_CANNOT_WRITE_FILE', { cause: coded('ENOSPC') }))
  await vi.advanceTimersByTimeAsync(5000)
  expect([outages.databaseIsGone(), lines]).toEqual([false, [['outage.began', 'filesFull']]])
  there.files = true
  await vi.advanceTimersByTimeAsync(1000)
  expect(lines.at(-1)).toEqual(['outage.ended', 'filesFull', 1])
})
