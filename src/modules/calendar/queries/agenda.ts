import { datedEntries } from '../../../platform/agenda/dated.ts'
import type { AgendaEntry, AgendaKind, AgendaQuestion } from '../../../platform/agenda/entry.ts'
import { dayIn } from '../../../platform/i18n/format.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'

export type KindEntry = AgendaEntry & { kind: string; day: string }

/** What every kind has, each bounded as asked; `counts` says how many of each kind there are and how many of them came. One statement. */
export async function askKinds(
  context: Context,
  question: AgendaQuestion,
  kind?: string,
  kinds: readonly AgendaKind[] = context.agendaKinds,
): Promise<{ entries: KindEntry[]; counts: { kind: string; total: number; given: number }[] }> {
  const asked = kinds.filter(each => kind === undefined || each.kind === kind || each.group?.key === kind)
  const answers = await datedEntries(context, asked, question)
  return {
    entries: answers.flatMap(({ kind, entries }) => entries.map(entry => ({ ...entry, kind, day: dayOf(context, entry) }))),
    counts: answers.map(({ kind, entries, total }) => ({ kind, total, given: entries.length })),
  }
}

/** Names one date of one thing for ever. */
export const keyOf = ({ subject, date }: Pick<AgendaEntry, 'subject' | 'date'>): string => `${subject.kind}.${subject.id}.${date}`

const dayOf = ({ actor }: Context, { time }: AgendaEntry): string => ('on' in time ? time.on : dayIn(time.from, actor.zone))

/** In the order of days, one's own first on each. */
export const byDay = (a: KindEntry, b: KindEntry): number =>
  compare(a.day, b.day) || Number(b.mine) - Number(a.mine) || compare(a.subject.id, b.subject.id) || compare(a.date, b.date)

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** As people choose among them: a group is one choice. */
export function choicesOf(kinds: readonly AgendaKind[], locale: Locale): { kind: string; name: string }[] {
  const named = kinds.map(({ kind, names, group }) => ({ kind: group?.key ?? kind, name: (group?.names ?? names)[locale] }))
  return [...new Map(named.map(each => [each.kind, each])).values()]
}
