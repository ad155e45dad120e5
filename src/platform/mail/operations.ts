import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../audit/record.ts'
import { example } from '../example-ids.ts'
import { Cursor, Ends, pageOf } from '../keyset.ts'
import { newId, operation } from '../operation.ts'
import { allow, nationally } from '../permissions/reach.ts'
import { notFound } from '../refusal.ts'
import { containing } from '../search.ts'
import { id, line } from '../shapes.ts'
import { MailState, messageColumns, stateIs, withoutSecrets } from './messages.ts'

const Shown = z.object({
  id,
  recipient: z.string(),
  subject: z.string(),
  state: MailState,
  createdAt: z.coerce.date<Date | string>(),
  sentAt: z.coerce.date<Date | string>().nullable(),
  failure: z.string().nullable(),
})

export const listMail = operation({
  name: 'mail.list',
  summary: 'Letters that the system wrote, latest first, with what became of each',
  power: 'setting.write',
  reads: true,
  input: z.object({ q: line(200).optional(), state: MailState.optional(), after: Cursor.optional(), before: Cursor.optional() }),
  output: z.object({ letters: z.array(Shown), ...Ends }),
  example: {},
  async run(context, { q, state, ...turn }) {
    allow(context, 'setting.write', nationally)
    const query = context.db
      .selectFrom('mail_message as m')
      .select(messageColumns)
      .$if(!!q, query => query.where(eb => eb.or([eb('m.recipient', 'ilike', containing(q!)), eb('m.subject', 'ilike', containing(q!))])))
      .$if(!!state, query => query.where(stateIs(state!)))
    const { rows, ...ends } = await pageOf(
      query,
      { name: 'created', column: sql.ref('m.created_at'), type: 'timestamptz', descending: true },
      sql.ref('m.id'),
      turn,
    )
    return { letters: rows, ...ends }
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
    allow(context, 'setting.write', nationally)
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
  summary: 'Send a letter again: one that failed as it is, one that left as a copy',
  power: 'setting.write',
  input: z.object({ id }),
  output: z.object({ id }),
  example: { id: example.mail },
  async run(context, { id }) {
    allow(context, 'setting.write', nationally)
    const letter = await context.db.selectFrom('mail_message').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!letter) throw notFound()
    const { recipient, subject, body } = letter
    const next = letter.sent_at ? newId() : id
    if (next !== id)
      await context.db.insertInto('mail_message').values({ id: next, recipient, subject, body, created_at: context.clock.now() }).execute()
    await context.enqueue('mail.send', { id: next })
    record(context, { kind: 'mail', id }, null, { recipient, subject, sentAs: next })
    return { id: next }
  },
})
