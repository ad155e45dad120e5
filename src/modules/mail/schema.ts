import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { Cursor } from '../../platform/database/keyset.ts'
import { line } from '../../platform/values/shapes.ts'

/**
 * `waiting` has not been tried yet, `retrying` was not taken and is tried again by itself, `failed` was given up. `kept`: no mail server
 * is configured, so it waits in the data folder for somebody to hand it on.
 */
export const mailStates = ['waiting', 'retrying', 'sent', 'kept', 'failed'] as const
export const MailState = z.enum(mailStates)
export type MailState = z.infer<typeof MailState>
export const MailListing = z.object({
  q: line(200).optional(),
  state: MailState.optional(),
  after: Cursor.optional(),
  before: Cursor.optional(),
})

const state = sql<MailState>`case when m.kept_as is not null then 'kept' when m.sent_at is not null then 'sent'
  when m.given_up_at is not null then 'failed' when m.failure is not null then 'retrying' else 'waiting' end`
export const stateIs = (wanted: MailState): RawBuilder<boolean> => sql<boolean>`${state} = ${wanted}`
export const messageColumns = [
  'm.id',
  'm.recipient',
  'm.subject',
  'm.created_at as createdAt',
  'm.sent_at as sentAt',
  'm.failure',
  'm.tries',
  'm.next_try_at as nextTryAt',
  state.as('state'),
] as const
/** How many letters of each state wait for the server or for a person, in one column. */
export const openCounts = sql<{ waiting: number; retrying: number; failed: number }>`(select jsonb_build_object(
  'waiting', count(*) filter (where given_up_at is null and failure is null),
  'retrying', count(*) filter (where given_up_at is null and failure is not null),
  'failed', count(*) filter (where given_up_at is not null)) from mail_message where sent_at is null)`

/** A letter may carry a link that opens an account; whoever runs the system must not be able to take it after it has left. */
export const withoutSecrets = (body: string): string => body.replace(/(https?:\/\/[^\s?#]*\/)[\w-]{16,}/g, '$1…')
