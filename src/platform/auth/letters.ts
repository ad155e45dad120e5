import type { Context } from '../operation.ts'
import { post } from '../mail/mail.ts'
import { words } from './words.ts'

/** The letters of sign-in, in the receiver's language. */
export async function letterFor(context: Pick<Context, 'db' | 'clock' | 'enqueue'>, kind: 'reset' | 'link' | 'invitation', to: string, url: string): Promise<void> {
  const person = await context.db.selectFrom('person').select(['name', 'locale']).where('email', '=', to.toLowerCase()).executeTakeFirst()
  if (!person) return
  const { subject, text } = words[person.locale].letters[kind]
  await post(context, { to, subject, text: text(person.name, url) })
}
