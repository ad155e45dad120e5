import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../platform/audit/record.ts'
import { authorize, nationally } from '../../platform/authority/reach.ts'
import { Ends, mostCounted, pageOf } from '../../platform/database/keyset.ts'
import { hasInOrder } from '../../platform/database/search.ts'
import { newId, operation } from '../../platform/operation/operation.ts'
import { notFound } from '../../platform/refusals/refusal.ts'
import { example } from '../../platform/values/example-ids.ts'
import { id } from '../../platform/values/shapes.ts'
import { MailListing, MailState, messageColumns, openCounts, stateIs, withoutSecrets } from './schema.ts'

const Shown = z.object({
  id,
  recipient: z.string(),
  subject: z.string(),
  state: MailState,
  createdAt: z.coerce.date<Date | string>(),
  sentAt: z.coerce.date<Date | string>().nullable(),
  failure: z.string().nullable().describe('Why the last try did not succeed'),
  tries: z.int(),
  nextTryAt: z.coerce.date<Date | string>().nullable().describe('When it is tried again by itself'),
})
const Open = z.object({ waiting: z.int(), retrying: z.int(), failed: z.int() })

export const listMail = operation({
  name: 'mail.list',
  summary: 'Letters that the system wrote, latest first, with what became of each',
  power: 'setting.write',
  reads: true,
  input: MailListing,
  output: z.object({
    letters: z.array(Shown),
    total: z.int().describe('Stops counting at 1,000'),
    open: Open.describe('How many have not left, in all'),
    ...Ends,
  }),
  example: {},
  async run(context, { q, state, ...turn }) {
    authorize(context, 'setting.write', nationally)
    const query = context.db
      .selectFrom('mail_message as m')
      .$if(!!q, query => query.where(sql<boolean>`(${hasInOrder(sql`m.recipient`, q!)} or ${hasInOrder(sql`m.subject`, q!)})`))
      .$if(!!state, query => query.where(stateIs(state!)))
    const { rows, ...ends } = await pageOf(
      query.select(messageColumns),
      { name: 'created', column: sql.ref('m.created_at'), type: 'timestamptz', descending: true },
      sql.ref('m.id'),
      turn,
    )
    const open = await context.db
      .selectFrom(query.select('m.id').limit(mostCounted).as('some'))
      .select(eb => [eb.fn.countAll<number>().as('total'), openCounts.as('counts')])
      .executeTakeFirstOrThrow()
    return { letters: rows, total: Number(open.total), open: open.counts, ...ends }
  },
})

export const showMail = operation({
  name: 'mail.show',
  summary: 'One letter; links to sign in are hidden once it has left by mail',
  power: 'setting.write',
  reads: true,
  input: z.object({ id }),
  output: Shown.extend({ body: z.string() }),
  example: { id: example.mail },
  async run(context, { id }) {
    authorize(context, 'setting.write', nationally)
    const letter = await context.db
      .selectFrom('mail_message as m')
      .select([...messageColumns, 'm.body'])
      .where('m.id', '=', id)
      .executeTakeFirst()
    if (!letter) throw notFound()
    return { ...letter, body: letter.state === 'kept' ? letter.body : withoutSecrets(letter.body) }
  },
})

export const resendMail = operation({
  name: 'mail.resend',
  summary: 'Send a letter again: one that has not left as it is, now; one that left as a copy',
  power: 'setting.write',
  input: z.object({ id }),
  output: z.object({ id }),
  example: { id: example.mail },
  async run(context, { id }) {
    authorize(context, 'setting.write', nationally)
    const letter = await context.db.selectFrom('mail_message').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!letter) throw notFound()
    const { recipient, subject, body, calendar } = letter
    const now = context.clock.now()
    const next = letter.sent_at ? newId() : id
    if (next !== id)
      await context.db.insertInto('mail_message').values({ id: next, recipient, subject, body, calendar, created_at: now }).execute()
    else await context.db.updateTable('mail_message').set(afresh(now)).where('id', '=', id).execute()
    await context.enqueue('mail.send', {})
    record(context, { kind: 'mail', id }, null, { recipient, subject, sentAs: next })
    return { id: next }
  },
})

export const retryMail = operation({
  name: 'mail.retry',
  summary: 'Try all letters now that wait for another try, or all that were given up',
  power: 'setting.write',
  input: z.object({ state: z.enum(['retrying', 'failed']).default('retrying') }),
  output: z.object({ letters: z.int() }),
  example: {},
  async run(context, { state }) {
    authorize(context, 'setting.write', nationally)
    const { numUpdatedRows } = await context.db
      .updateTable('mail_message as m')
      .set(afresh(context.clock.now()))
      .where(stateIs(state))
      .executeTakeFirstOrThrow()
    await context.enqueue('mail.send', {})
    const letters = Number(numUpdatedRows)
    record(context, { kind: 'mail', id: newId() }, null, { state, letters })
    return { letters }
  },
})

/** Due at once, and tried for as many days as a new letter. */
const afresh = (now: Date) => ({ given_up_at: null, next_try_at: null, retried_at: now })
