import { signInUrl } from '../../../platform/auth/letters.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import { type LetterText, letterOf } from '../../../platform/notices/letter.ts'
import { notify } from '../../../platform/notices/notify.ts'
import type { Addressed } from '../../../platform/notices/receivers.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import type { LockedAssignment } from '../queries/assignments.ts'
import { recipientsOf } from '../queries/people.ts'
import { pathOf } from '../rules/letters.ts'
import { letterWords } from './letter-words.ts'

/** The way to a page for one person: a link that signs in for who has no password. */
export const linkFor = (context: Context, { id, name, email }: Addressed, path: string): Promise<string> =>
  signInUrl(context, { id, name, email }, path)

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
  const ids = others.map(({ id }) => id)
  const [who, agreement, cycle] = [assignment.partnerName ?? assignment.officeName, assignment.agreementTitle, assignment.cycleName]
  const told = (await recipientsOf(context, ids)).map(({ personId, assignmentId }) => ({
    to: personId,
    kind: 'evaluation.news',
    key: `${assignmentId} submitted ${assignment.id} ${context.clock.now().toISOString()}`,
    subject: { kind: 'assignment', id: assignmentId },
    params: { letter: 'submitted', who, agreement, cycle },
  }))
  await notify(context, told, async (receiver, own) => {
    const letters = []
    for (const { subject } of own) {
      const url = await linkFor(context, receiver, pathOf(subject.id))
      letters.push(letterOf(letterWords[receiver.locale].submitted, { name: receiver.name, who, agreement, cycle, revealed, url }))
    }
    return letters
  })
}

type About = { kind: string; event: string; params: object }
/** Tells the people of these forms something about them, each person once. */
export async function tellOwnSide(
  context: Context,
  assignmentIds: readonly string[],
  { kind, event, params }: About,
  letter: (locale: Locale, name: string, url: string) => LetterText,
): Promise<void> {
  const people = new Map(
    (await recipientsOf(context, [...assignmentIds])).toReversed().map(person => [person.personId, person.assignmentId]),
  )
  const told = [...people].map(([to, id]) => ({ to, kind, key: event, subject: { kind: 'assignment', id }, params }))
  const path = (id: string) => (assignmentIds.length > 1 ? '/evaluasi' : pathOf(id))
  await notify(context, told, async (receiver, [first]) => [
    letter(receiver.locale, receiver.name, await linkFor(context, receiver, path(first!.subject.id))),
  ])
}
