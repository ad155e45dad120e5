import { dashed, letterOf } from '../../../platform/notices/letter.ts'
import { notify, type WriteLetter } from '../../../platform/notices/notify.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { daysBetween } from '../../../platform/values/clock.ts'
import type { Recipient } from '../queries/people.ts'
import type { ReminderKind } from '../rules/phase.ts'
import { letterWords } from './letter-words.ts'
import { linkFor, pathOf } from './letters.ts'

/** One form, and who is to be told about it. */
export type AboutForm = Pick<Recipient, 'assignmentId' | 'personId'> & { cycle: string; agreement: string; dueOn: string }
type Kind = 'evaluation.invitation' | 'evaluation.due'

/** Each person at most one invitation a day to each form, whoever sends it, in a letter of its own. @returns how many were told */
export async function invite(context: Context, people: readonly AboutForm[]): Promise<number> {
  const told = people.map(person => toldOf(context, 'evaluation.invitation', 'invitation', person))
  const fresh = await notify(context, told, async (receiver, own) => {
    const letters = []
    for (const { about } of own) {
      const url = await linkFor(context, receiver, pathOf(about.assignmentId))
      letters.push(
        letterOf(letterWords[receiver.locale].invitation, {
          name: receiver.name,
          agreement: about.agreement,
          cycle: about.cycle,
          due: about.dueOn,
          url,
        }),
      )
    }
    return letters
  })
  return fresh.length
}

/** Reminds people of forms, each once a day of a form: one letter for those of a cycle that are due on the same day. */
export async function remind<T extends AboutForm & { reminder: ReminderKind | 'reminder' }>(
  context: Context,
  people: readonly T[],
): Promise<void> {
  const told = people.map(person => toldOf(context, 'evaluation.due', person.reminder, person))
  await notify(context, told, reminders(context))
}

/** Agreements that one letter names. */
const most = 10

type ToldForm = ReturnType<typeof toldOf>
const reminders =
  (context: Context): WriteLetter<ToldForm> =>
  async (receiver, told) => {
    const letters = []
    for (const own of Map.groupBy(told, ({ about: { cycle, dueOn } }) => JSON.stringify([cycle, dueOn])).values()) {
      const { cycle, dueOn, assignmentId } = own[0]!.about
      const url = await linkFor(context, receiver, own.length > 1 ? '/evaluasi' : pathOf(assignmentId))
      const w = letterWords[receiver.locale]
      const list = own.slice(0, most).map(({ about }) => about.agreement)
      if (own.length > most) list.push(w.more({ rest: own.length - most }))
      const days = daysBetween(context.clock.today(), dueOn)
      const given = { name: receiver.name, forms: own.length, cycle, due: dueOn, list: dashed(list), url }
      letters.push(days < 0 ? letterOf(w.late, given) : letterOf(w.reminder, { ...given, days }))
    }
    return letters
  }

/** The letter of a kind stands in what is kept: the rules ask which ones somebody had, and when. */
const toldOf = ({ clock }: Context, kind: Kind, letter: string, about: AboutForm) => ({
  to: about.personId,
  kind,
  key: `${about.assignmentId} ${letter} ${clock.today()}`,
  subject: { kind: 'assignment', id: about.assignmentId },
  params: { letter, agreement: about.agreement, cycle: about.cycle, dueOn: about.dueOn },
  about,
})
