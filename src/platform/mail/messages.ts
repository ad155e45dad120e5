import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'

/** `kept`: no mail server is configured, so it waits in the data folder for somebody to hand it on. `failed` is tried again by itself. */
export const mailStates = ['waiting', 'sent', 'kept', 'failed'] as const
export const MailState = z.enum(mailStates)
export type MailState = z.infer<typeof MailState>

const state = sql<MailState>`case when m.kept_as is not null then 'kept' when m.sent_at is not null then 'sent' when m.failure is not null then 'failed' else 'waiting' end`
export const stateIs = (wanted: MailState): RawBuilder<boolean> => sql<boolean>`${state} = ${wanted}`
export const messageColumns = [
  'm.id',
  'm.recipient',
  'm.subject',
  'm.created_at as createdAt',
  'm.sent_at as sentAt',
  'm.failure',
  state.as('state'),
] as const

/** A letter may carry a link that opens an account; whoever runs the system must not be able to take it after it has left. */
export const withoutSecrets = (body: string): string => body.replace(/(https?:\/\/[^\s?#]*\/)[\w-]{16,}/g, '$1…')
