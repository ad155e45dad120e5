import { signInUrl } from '../../../platform/auth/letters.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import { post } from '../../../platform/mail/mail.ts'
import type { Context } from '../../../platform/operation.ts'
import type { LockedAssignment } from '../queries/assignments.ts'
import { type Recipient, recipientsOf } from '../queries/people.ts'
import { letterWords } from './letter-words.ts'

export type LetterText = { subject: string; text: string }

/** One letter to one person, in that person's language, with the way to a page: a link that signs in for who has no password. */
export async function write(
  context: Context,
  { personId, name, email, locale }: Omit<Recipient, 'assignmentId'>,
  path: string,
  letter: (locale: Locale, name: string, url: string) => LetterText,
): Promise<void> {
  const url = await signInUrl(context, { id: personId, name, email }, path)
  const { subject, text } = letter(locale, name, url)
  await post(context, { to: email, subject, text })
}

export const pathOf = (assignmentId: string): string => `/evaluasi/isian/${assignmentId}`

/** Tells the people of the other side, each with the way to their own form, that this side has submitted; nothing of what it said. */
export async function notifyCounterparts(context: Context, assignment: LockedAssignment, revealed: boolean): Promise<void> {
  const others = await context.db
    .selectFrom('assignment')
    .select('id')
    .where('cycle_id', '=', assignment.cycleId)
    .where('agreement_id', '=', assignment.agreementId)
    .where('side', '<>', assignment.side)
    .limit(100)
    .execute()
  const who = assignment.partnerName ?? assignment.officeName
  for (const person of await recipientsOf(
    context,
    others.map(({ id }) => id),
  ))
    await write(context, person, pathOf(person.assignmentId), (locale, name, url) =>
      letterWords[locale].submitted(name, who, assignment.agreementTitle, assignment.cycleName, revealed, url),
    )
}

/** Tells the people of this form something about it. */
export async function tellOwnSide(
  context: Context,
  assignmentIds: string[],
  letter: (locale: Locale, name: string, url: string) => LetterText,
): Promise<void> {
  const told = new Set<string>()
  for (const person of await recipientsOf(context, assignmentIds)) {
    if (told.has(person.personId)) continue
    told.add(person.personId)
    await write(context, person, assignmentIds.length > 1 ? '/evaluasi' : pathOf(person.assignmentId), letter)
  }
}
