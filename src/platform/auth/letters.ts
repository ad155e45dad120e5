import { sql } from 'kysely'
import { updatePerson } from '../authority/persons.ts'
import type { Locale } from '../i18n/words.ts'
import { post } from '../mail/mail.ts'
import type { Context } from '../operation/operation.ts'
import { ensureAccount, signsInByLink } from './accounts.ts'
import { letterWords } from './letter-words.ts'
import { issueLink } from './links.ts'
import { safePath } from './return-path.ts'

type Sender = Pick<Context, 'db' | 'clock' | 'enqueue' | 'baseUrl'>
export type Addressee = { id: string; name: string; email: string; locale: Locale }
export type Letter = 'password' | 'link' | 'invitation' | 'passwordChanged' | 'addressChanged' | 'factorOn' | 'factorOff' | 'factorReset'

/** One letter about signing in, in the receiver's language; it leaves when the caller's transaction is kept. */
export async function sendLetter(context: Sender, letter: Letter, to: Addressee, url: string, tokensRevoked = 0): Promise<void> {
  const { subject, text } = letterWords[to.locale][letter]
  await post(context, { to: to.email, subject, text: text({ name: to.name, url, tokens: tokensRevoked }) })
}

/** A new link with which this person chooses a password, good for 14 days. Older ones stop working. */
export async function inviteLink(context: Sender, person: Omit<Addressee, 'locale'>): Promise<string> {
  await ensureAccount(context, person)
  await updatePerson(context, person.id, { invited_at: context.clock.now() })
  return issueLink(context, 'invitation', person.id)
}

/** Invites by letter. @returns the link as well, for where no mail server is configured */
export async function sendInvitation(context: Sender, person: Addressee): Promise<string> {
  const url = await inviteLink(context, person)
  await sendLetter(context, 'invitation', person, url)
  return url
}

/**
 * The address to put into a letter that should lead this person to `next`, a path of this site. A partner's contact gets a link
 * that signs in, once; whoever has a password gets the page itself, which asks for it.
 */
export async function signInUrl(context: Sender, person: Omit<Addressee, 'locale'>, next: string): Promise<string> {
  const path = safePath(next)
  if (!(await signsInByLink(context.db, person.id, context.clock.today()))) return `${context.baseUrl}${path}`
  await ensureAccount(context, person)
  return issueLink(context, 'session', person.id, path)
}

/** Sends a person, by e-mail address, the way to `nextPath`. Nobody of that address: nothing happens. */
export async function sendMagicLink(context: Sender, personEmail: string, nextPath: string): Promise<void> {
  const person = await addressee(context, personEmail)
  if (person) await sendLetter(context, 'link', person, await signInUrl(context, person, nextPath))
}

export const addressee = ({ db }: Pick<Context, 'db'>, email: string): Promise<Addressee | undefined> =>
  db
    .selectFrom('person_card')
    .select(['id', 'name', 'email', sql<Locale>`locale`.as('locale')])
    .$narrowType<{ email: string }>()
    .where('email', '=', email.trim().toLowerCase())
    .where('left_at', 'is', null)
    .executeTakeFirst()
