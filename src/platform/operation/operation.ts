import { createHash, hkdfSync, randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { AgendaKind } from '../agenda/entry.ts'
import { type AuditLine, flushAudit } from '../audit/record.ts'
import type { Auth } from '../auth/auth.ts'
import type { Actor } from '../authority/actor.ts'
import { admit } from '../authority/admit.ts'
import { type Reach, reachesAllOf, reachOf } from '../authority/reach.ts'
import type { Power } from '../authority/roles.ts'
import type { BulkKinds } from '../bulk/kind.ts'
import type { Queryable, Store } from '../database/database.ts'
import { allowLong } from '../database/time-limits.ts'
import type { FileStore } from '../files/store.ts'
import type { Locale } from '../i18n/words.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Live } from '../live/live.ts'
import type { LiveTopics } from '../live/topic.ts'
import type { Mailer } from '../mail/mail.ts'
import type { NoticeKinds, Telling } from '../notices/kind.ts'
import type { Config } from '../process/config.ts'
import type { Log } from '../process/log.ts'
import { problemsIn } from '../refusals/input-problems.ts'
import type { Outages } from '../refusals/outages.ts'
import { type FieldErrors, forbidden, invalid, isOfFields, Refusal, someWrong, unauthenticated } from '../refusals/refusal.ts'
import type { RunKinds } from '../runs/run.ts'
import { type Streams, streamed } from '../streams/streaming.ts'
import type { Subjects } from '../subject/subject.ts'
import type { Timers } from '../timers/ticker.ts'
import type { TimerKinds } from '../timers/timer.ts'
import type { Clock } from '../values/clock.ts'
import type { FileAnswer } from '../values/file-answer.ts'
import { storable } from '../values/storable.ts'
import { deserialize, serialize } from './idempotency.ts'
import { refusals } from './refusal-words.ts'

/** What lives as long as the process. */
export type Kernel = {
  config: Config
  store: Store
  clock: Clock
  log: Log
  jobs: Jobs
  timers: Timers
  /** What can happen at a moment. */
  timerKinds: TimerKinds
  /** What people can be told, by its kind. */
  noticeKinds: NoticeKinds
  /** The long work that people can ask for. */
  runKinds: RunKinds
  /** What pages can follow while it changes, and the streams that they follow it by. */
  liveTopics: LiveTopics
  live: Live
  files: FileStore
  streams: Streams
  mailer: Mailer
  outages: Outages
  /** Asks the database anew which languages there are and what they say. */
  languages: { refresh(): Promise<void> }
  auth: Auth
  secret: string
  baseUrl: string
  /** How the audit trail names what it is about. */
  subjects: Subjects
  /** What can be done to many things at once. */
  bulkKinds: BulkKinds
  /** What can stand on the calendar. */
  agendaKinds: readonly AgendaKind[]
}
export type Door = 'page' | 'rest' | 'command' | 'job' | 'setup'

/** What domain code receives, for one call. */
export type Context = {
  actor: Actor
  db: Queryable
  clock: Clock
  files: FileStore
  door: Door
  locale: Locale
  baseUrl: string
  subjects: Subjects
  noticeKinds: NoticeKinds
  runKinds: RunKinds
  timerKinds: TimerKinds
  bulkKinds: BulkKinds
  agendaKinds: readonly AgendaKind[]
  /** What people are told of it waits here, while one act is done to many things. */
  gathered?: Telling[]
  liveTopics: LiveTopics
  /** So many bytes of a key of this installation that serves this purpose alone; the same each time, and kept nowhere. */
  deriveKey(purpose: string, bytes: number): Uint8Array
  /** Sends a job in this same transaction: both happen or neither. */
  enqueue(job: string, payload: object, options?: { after?: Date }): Promise<void>
  /** Powers that were asked for; an operation that ends without having asked for its own is a bug. */
  asked: Set<Power | 'open'>
  lines: AuditLine[]
}

export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType, Prepared = any> {
  /** `module.verb`, also the command: `sinergi module verb`. */
  name: string
  summary: string
  input: I
  output: O
  /**
   * Only reads: runs without a transaction; `snapshot` where several statements must show one moment; `stream` where the answer is a file
   * that goes on reading after `run` has ended, in a snapshot that lasts until it is made (`streams/`).
   */
  reads?: true | 'snapshot' | 'stream'
  /**
   * Takes longer than a page should: runs on connections apart, within the long limits (time-limits.ts). Jobs and commands do, unless it is
   * `short`.
   */
  limit?: 'long' | 'short'
  /** The power it asks for, or why anybody signed in (`own`) or at all (`open`) may call it. */
  power: Power | 'own' | 'open'
  /** Also for whoever holds that power nowhere, in what is theirs. */
  alsoOwn?: true
  /** An input that the right person succeeds with, in the world of the generic tests; shown in OpenAPI and in the command's help. */
  example: z.input<I>
  /** An answer that is bad news: the command prints it and exits with 1. */
  failed?(output: z.output<O>): boolean
  /** Its answer is a secret that is shown once and not kept, so it takes no Idempotency-Key. */
  secret?: true
  /**
   * What waits for something else than the database, such as for a large file to be read: done before a connection is taken for `run`, so
   * that nobody else waits for it. Asks itself whether this person may, writes nothing, and looks at the database from outside any
   * transaction: `run` asks everything again.
   */
  prepare?(context: Context, input: z.output<I>): Promise<Prepared>
  /**
   * What more is wrong with an input of which some fields could not be read, told by those that could; the refusal says it, as `run` would.
   * Writes nothing; a power that is lacking is for `run` to refuse.
   */
  check?(context: Context, readable: Readable<I>): unknown
  run(context: Context, input: z.output<I>, prepared: Prepared): Promise<z.input<O>>
  /** What follows in this process once it is kept; another finds out by itself. */
  after?(kernel: Kernel): Promise<void>
}
type Readable<I extends z.ZodType> = Partial<Extract<z.output<I>, object>>

export const operation = <I extends z.ZodType, O extends z.ZodType, Prepared = undefined>(
  definition: Operation<I, O, Prepared>,
): Operation<I, O> => definition
export type AnyOperation = Operation<any, any>

/**
 * A step that a page or a job of ours takes: it runs through the one door like every operation, but stands in no list, so that it has
 * neither a REST route nor a command, and nobody can take it alone. What guards it stands in front of it (a throttle, a link) or is the
 * power it names.
 */
export const internalOperation = <I extends z.ZodType, O extends z.ZodType>(
  definition: Omit<Operation<I, O>, 'summary' | 'example' | 'power'> & { power?: Power },
): Operation<I, O> => operation({ summary: definition.name, power: 'open', example: undefined as never, ...definition })

export const newId = (): string => randomUUIDv7()

/**
 * The one door into the domain: pages, REST, the command line and jobs all enter here. What doors bring is of any shape (`AnyOperation`
 * takes it); whoever names an operation in code is told by the types what it asks for.
 * 0 is there anybody with the power, 1 parse the input, 2 prepare what is waited for, 3 one transaction, 4 run, 5 seal the audit lines,
 * 6 shape the output. Nothing else starts a transaction.
 */
export async function call<I extends z.ZodType, O extends z.ZodType>(
  kernel: Kernel,
  actor: Actor,
  op: Operation<I, O>,
  given: z.input<I>,
  door: Door = 'page',
  key?: string,
): Promise<z.output<O>> {
  admit(actor, op)
  const raw = storable(given)
  const parsed = op.input.safeParse(raw)
  if (!parsed.success) throw someWrong({ ...(await moreWrong(kernel, actor, op, raw, door)), ...problemsIn(parsed.error, raw) })
  if (op.reads) return read(kernel, actor, op, parsed.data, door)
  if (key && op.secret) throw invalid('Idempotency-Key', refusals.answerNotKept)
  return write(kernel, actor, op, parsed.data, raw, door, key)
}

/** What else is wrong, of the fields that are right by themselves; nothing to whoever is refused something else. */
async function moreWrong(kernel: Kernel, actor: Actor, op: AnyOperation, raw: unknown, door: Door): Promise<FieldErrors> {
  const shapes: Record<string, z.ZodType> = op.input.shape ?? {}
  if (!op.check || typeof raw !== 'object' || raw === null) return {}
  const fields = Object.entries(shapes).map(([name, shape]) => [name, shape.safeParse((raw as Record<string, unknown>)[name])] as const)
  const readable = Object.fromEntries(fields.flatMap(([name, field]) => (field.success ? [[name, field.data]] : [])))
  try {
    await op.check(contextFor(kernel, actor, door, kernel.store.db), readable)
    return {}
  } catch (error) {
    const refusal = asRefusal(kernel, op, error)
    if (!(refusal instanceof Refusal) || refusal.code === 'unavailable') throw refusal
    return isOfFields(refusal) ? refusal.fields : {}
  }
}

async function read<I extends z.ZodType, O extends z.ZodType>(
  kernel: Kernel,
  actor: Actor,
  op: Operation<I, O>,
  input: z.output<I>,
  door: Door,
): Promise<z.output<O>> {
  const runAsking = async (db: Queryable) => {
    const context = contextFor(kernel, actor, door, db)
    const result = await op.run(context, input, prepared)
    checkAsked(op, context)
    return { answer: op.output.parse(result), asked: powersIn(context) }
  }
  const run = async (db: Queryable) => (await runAsking(db)).answer
  const isLong = takesLong(op, door)
  const { db } = isLong ? kernel.store.long : kernel.store
  const prepared = await prepare(kernel, actor, op, input, door)
  const within = async () => {
    if (op.reads === 'stream') return streamed(kernel, actor, runAsking as Streaming) as Promise<z.output<O>>
    if (op.reads !== 'snapshot' && !isLong) return run(db)
    const transaction = db.transaction().setIsolationLevel(op.reads === 'snapshot' ? 'repeatable read' : 'read committed')
    return transaction.setAccessMode('read only').execute(async inside => {
      if (isLong) await allowLong(inside)
      return run(inside)
    })
  }
  return within().catch(error => {
    throw asRefusal(kernel, op, error)
  })
}

type Streaming = (db: Queryable) => Promise<{ answer: FileAnswer; asked: Power[] }>

/** On the connections of pages, each statement by itself, since nothing is held between them. */
const prepare = async (kernel: Kernel, actor: Actor, op: AnyOperation, input: unknown, door: Door): Promise<unknown> =>
  op.prepare?.(contextFor(kernel, actor, door, kernel.store.db), input).catch(error => {
    throw asRefusal(kernel, op, error)
  })

const takesLong = (op: AnyOperation, door: Door): boolean =>
  op.limit === 'long' || (op.limit !== 'short' && (door === 'job' || door === 'command' || door === 'setup'))

async function write<I extends z.ZodType, O extends z.ZodType>(
  kernel: Kernel,
  actor: Actor,
  op: Operation<I, O>,
  input: z.output<I>,
  raw: unknown,
  door: Door,
  key: string | undefined,
): Promise<z.output<O>> {
  const sent = new Set<string>()
  const isLong = takesLong(op, door)
  const prepared = await prepare(kernel, actor, op, input, door)
  const output = await (isLong ? kernel.store.long.db : kernel.store.db)
    .transaction()
    .execute(async transaction => {
      if (isLong) await allowLong(transaction)
      const context = contextFor(kernel, actor, door, transaction, sent)
      const earlier = key ? await claimKey(context, op, key, raw) : null
      if (earlier) return repeated(context, earlier) as z.output<O>
      const result = op.output.parse(await op.run(context, input, prepared))
      checkAsked(op, context)
      if (key) await keepAnswer(context, key, result)
      await flushAudit(context, op.name)
      return result
    })
    .catch(error => {
      throw asRefusal(kernel, op, error)
    })
  for (const job of sent) kernel.jobs.wake(job)
  await op.after?.(kernel)
  return output
}

/** What somebody is given to read by where many are told the same at once; all else is `call`'s. */
export const contextToRead = (kernel: Kernel, actor: Actor): Context => contextFor(kernel, actor, 'page', kernel.store.db)

function contextFor(kernel: Kernel, actor: Actor, door: Door, db: Queryable, sent = new Set<string>()): Context {
  return {
    actor,
    db,
    door,
    clock: kernel.clock,
    files: kernel.files,
    locale: actor.locale,
    baseUrl: kernel.baseUrl,
    subjects: kernel.subjects,
    noticeKinds: kernel.noticeKinds,
    runKinds: kernel.runKinds,
    timerKinds: kernel.timerKinds,
    bulkKinds: kernel.bulkKinds,
    agendaKinds: kernel.agendaKinds,
    liveTopics: kernel.liveTopics,
    asked: new Set(),
    lines: [],
    deriveKey: (purpose, bytes) => new Uint8Array(hkdfSync('sha256', kernel.secret, '', purpose, bytes)),
    async enqueue(job, payload, options) {
      await kernel.jobs.send(db, job, payload, options)
      sent.add(job)
    },
  }
}

/** An operation that never asked `reach` or `authorize` would show or change things unasked: that is a bug, and nothing is kept. */
function checkAsked(op: AnyOperation, context: Context): void {
  if (op.power === 'open' || op.power === 'own') return
  if (!context.asked.has(op.power)) throw new Error(`Operation ${op.name} did not ask for ${op.power}`)
}

/** For operations with power `own`: somebody must be signed in. */
export function self(context: Context): string {
  if (!context.actor.personId) throw unauthenticated()
  return context.actor.personId
}

type Kept = { answer: unknown; reach: { [power in Power]?: Reach } | null }
/** How long the answer to a request with a key is kept. The key stays: the request is never carried out twice. */
export const daysKept = 90

/** The answer of the first time, to whom everything that was within reach then still is. */
function repeated({ actor }: Context, { answer, reach }: Kept): unknown {
  for (const [power, before] of Object.entries(reach ?? {})) if (!reachesAllOf(reachOf(actor, power as Power), before)) throw forbidden()
  return deserialize(answer)
}

async function claimKey(context: Context, op: AnyOperation, key: string, raw: unknown): Promise<Kept | null> {
  const person = self(context)
  const hash = createHash('sha256')
    .update(JSON.stringify(digestible(raw)))
    .digest('hex')
  const inserted = await context.db
    .insertInto('idempotency_key')
    .values({ person_id: person, key, operation: op.name, request_hash: hash, answer: null, at: context.clock.now() })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows) return null
  const earlier = await context.db
    .selectFrom('idempotency_key')
    .selectAll()
    .select(sql<boolean>`answer is null`.as('forgotten')) // an answer of nothing is kept as JSON's null
    .where('person_id', '=', person)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (earlier.operation !== op.name || earlier.request_hash !== hash) throw new Refusal('conflict', refusals.idempotencyKeyUsed)
  if (earlier.forgotten) throw new Refusal('conflict', refusals.doneLongAgo({ days: daysKept }))
  return earlier as unknown as Kept
}

/** A request as it is told from another; a file is told by its hash, since as text it would be many times as long. */
function digestible(value: unknown): unknown {
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex')
  if (Array.isArray(value)) return value.map(digestible)
  if (value === null || typeof value !== 'object' || value.constructor !== Object) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, digestible(inner)]))
}

const keepAnswer = (context: Context, key: string, answer: unknown) =>
  context.db
    .updateTable('idempotency_key')
    .set({
      answer: sql`${JSON.stringify(serialize(answer))}::json`,
      reach: sql`${JSON.stringify(Object.fromEntries(powersIn(context).map(power => [power, reachOf(context.actor, power)])))}::json`,
    })
    .where('person_id', '=', self(context))
    .where('key', '=', key)
    .execute()

/** Empties answers that have been kept long enough, the oldest first; how many. They hold what people wrote. */
export async function forgetAnswers({ db, clock }: Context, most: number): Promise<number> {
  const before = new Date(clock.now().getTime() - daysKept * 86_400_000)
  const old = db
    .selectFrom('idempotency_key')
    .select(['person_id', 'key'])
    .where('answer', 'is not', null)
    .where('at', '<', before)
    .orderBy('at')
    .limit(most)
  const { numUpdatedRows } = await db
    .updateTable('idempotency_key')
    .set({ answer: null, reach: null })
    .where(({ refTuple }) => refTuple('person_id', 'key'), 'in', old.$asTuple('person_id', 'key'))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

const powersIn = ({ asked }: Context): Power[] => [...asked].filter(power => power !== 'open')

/**
 * Two people at once: PostgreSQL undid one of the two, and trying again is right. Or a value that no column holds and no shape kept out.
 */
function asRefusal({ log }: Kernel, op: AnyOperation, error: unknown): unknown {
  const { code, constraint } = error as { code?: unknown; constraint?: string }
  if (typeof code !== 'string') return error
  if (code === '23505') log.warn('write.collided', { operation: op.name, constraint })
  if (/^22...$/.test(code)) {
    log.warn('input.not_held', { operation: op.name, code, message: (error as Error).message })
    return new Refusal('invalid', refusals.valueNotStorable)
  }
  if (code === '40P01' || code === '40001') return new Refusal('conflict', refusals.changedAtOnce)
  if (code === '23505') return new Refusal('conflict', refusals.sameJustRecorded)
  return error
}
