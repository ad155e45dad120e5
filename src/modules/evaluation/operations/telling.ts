import { dashed, type LetterText, letterOf } from '../../../platform/notices/letter.ts'
import { notify } from '../../../platform/notices/notify.ts'
import type { Addressed } from '../../../platform/notices/receivers.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { daysBetween } from '../../../platform/values/clock.ts'
import { claimLetters, type LetterKind, toldToday } from '../queries/ledger.ts'
import type { Recipient } from '../queries/people.ts'
import { formsPath, pathOf } from '../rules/letters.ts'
import type { ReminderKind } from '../rules/phase.ts'
import { letterWords } from './letter-words.ts'
import { linkFor } from './letters.ts'

/** One form, and who is to be told about it. */
export type AboutForm = Pick<Recipient, 'assignmentId' | 'personId'> & { cycleId: string; cycle: string; agreement: string; dueOn: string }

/**
 * Invites each person at most once a day to each form, whoever sends it: one letter about all their forms of a cycle.
 * @returns how many people were told
 */
export const invite = (context: Context, people: readonly AboutForm[]): Promise<number> =>
  tell(
    context,
    'evaluation.invitation',
    people.map(about => ({ ...about, kind: 'invitation' })),
    invitation,
  )

/** Reminds people of forms, each once a day of a form: one letter about all their forms of a cycle. @returns how many people were told */
export const remind = (context: Context, people: readonly (AboutForm & { reminder: ReminderKind | 'reminder' })[]): Promise<number> =>
  tell(
    context,
    'evaluation.due',
    people.map(({ reminder, ...about }) => ({ ...about, kind: reminder })),
    reminder,
  )

type ToTell = AboutForm & { kind: LetterKind }
type Write = (context: Context, receiver: Addressed, forms: readonly AboutForm[], url: string) => LetterText

/**
 * What is claimed in the ledger of forms is told: a letter about what is new, and one line in the inbox for each person, cycle and day,
 * which says what that day told.
 */
async function tell(context: Context, kind: 'evaluation.invitation' | 'evaluation.due', people: readonly ToTell[], write: Write) {
  const fresh = await claimLetters(context, people)
  const sums = await toldToday(context, fresh, kind === 'evaluation.invitation')
  const groups = Map.groupBy(fresh, ({ personId, cycleId }) => `${personId} ${cycleId}`)
  const told = [...groups].flatMap(([key, about]) => {
    const { personId: to, cycleId: id } = about[0]!
    const { isAll, ...params } = sums.get(key) ?? { isAll: false, forms: 0 }
    const replaces = isAll && kind === 'evaluation.due'
    return params.forms
      ? [{ to, kind, key: `${id} ${context.clock.today()}`, subject: { kind: 'cycle', id }, params, replaces, about }]
      : []
  })
  const notices = await notify(context, told, async (receiver, own) => {
    const letters = []
    for (const { about, subject } of own) {
      const path = about.length > 1 ? formsPath(subject.id) : pathOf(about[0]!.assignmentId)
      letters.push(write(context, receiver, about, await linkFor(context, receiver, path)))
    }
    return letters
  })
  return notices.length
}

const invitation: Write = (_, { name, locale }, forms, url) => {
  const w = letterWords[locale]
  const { agreement, cycle, dueOn: due } = earliest(forms)
  if (forms.length === 1) return letterOf(w.invitation, { name, agreement, cycle, due, url })
  return letterOf(w.invitations, { name, cycle, due, url, forms: forms.length, list: listOf(locale, forms), differ: differ(forms) })
}

const reminder: Write = ({ clock }, { name, locale }, forms, url) => {
  const w = letterWords[locale]
  const { cycle, dueOn: due } = earliest(forms)
  const days = daysBetween(clock.today(), due)
  const given = { name, forms: forms.length, cycle, due, list: listOf(locale, forms), differ: differ(forms), url }
  return days < 0 ? letterOf(w.late, given) : letterOf(w.reminder, { ...given, days })
}

const earliest = (forms: readonly AboutForm[]): AboutForm => forms.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0]!
const differ = (forms: readonly AboutForm[]): boolean => new Set(forms.map(({ dueOn }) => dueOn)).size > 1

/** Agreements that one letter names. */
const most = 10

/** Each with its due day, where there is more than one. */
function listOf(locale: Addressed['locale'], forms: readonly AboutForm[]): string {
  const w = letterWords[locale]
  const lines = forms.slice(0, most).map(({ agreement, dueOn }) => (differ(forms) ? w.item({ agreement, due: dueOn }) : agreement))
  return dashed(forms.length > most ? [...lines, w.more({ rest: forms.length - most })] : lines)
}
