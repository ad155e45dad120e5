import type { Power } from '../../../platform/authority/roles.ts'
import { type Role, roles } from '../../../platform/authority/roles.ts'
import type { Instructions, Task } from '../../../platform/guidance/task.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import { slipsBetween, slipsIn } from '../../../platform/search/nearness.ts'
import { guideNames, guideTasks } from '../schema/guides.ts'

/** A task as it is read: in one language, with the anchor that leads to it in a guide. */
export type LocalTask = Instructions & { key: string; href: string | null }
/** Whether whoever reads can do what needs this power; what they cannot do leads nowhere. */
type May = (power: Power) => boolean
export type Guide = { role: Role; name: string; path: string; tasks: LocalTask[] }

export const isRole = (name: string): Role | undefined => (Object.keys(guideNames) as Role[]).find(role => guideNames[role] === name)
const pathOf = (role: Role): string => `/bantuan/panduan/${guideNames[role]}`

export const localTask = ({ key, href, power, say }: Task, locale: Locale, may: May): LocalTask => ({
  key,
  href: !power || may(power) ? href : null,
  ...say(locale),
})

/** Guides in their order, those of `own` first; the tasks of each by their keys. */
export function guidesOf(tasks: ReadonlyMap<string, Task>, locale: Locale, own: readonly Role[], may: May): Guide[] {
  const all = Object.keys(guideNames) as Role[]
  return [...all.filter(role => own.includes(role)), ...all.filter(role => !own.includes(role))].map(role => ({
    role,
    name: roles[role].name[locale],
    path: pathOf(role),
    tasks: guideTasks[role].flatMap(key => {
      const task = tasks.get(key)
      return task ? [localTask(task, locale, may)] : []
    }),
  }))
}

/** Whether a text has every one of the words, wherever in it they stand. */
export const hasWords = (text: string, words: string): boolean => {
  const plain = plainOf(text)
  return plainOf(words)
    .split(' ')
    .every(word => plain.includes(word))
}

/** The words with the nearest that stand in one of the texts in place of each that stands in none; null where that changes nothing. */
export function nearestWords(texts: readonly string[], words: string): string | null {
  const known = [...new Set(texts.flatMap(text => plainOf(text).split(' ')))]
  const typed = plainOf(words).split(' ')
  const near = typed.map(word => {
    if (word.length < 4 || known.some(each => each.includes(word))) return word
    const ranked = known.map(each => ({ each, slips: slipsBetween(word, each, slipsIn(word)) }))
    const best = ranked.reduce((a, b) => (b.slips < a.slips ? b : a))
    return best.slips <= slipsIn(word) ? best.each : word
  })
  return near.every((word, at) => word === typed[at]) ? null : near.join(' ')
}

const plainOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What a term of the glossary is about: who cannot read any of it is not told of it. */
export const termPowers: Readonly<Record<string, Power>> = {
  office: 'office.read',
  person: 'person.read',
  position: 'person.read',
  appointment: 'person.read',
  unit: 'person.read',
  grant: 'person.read',
  power: 'person.read',
  run: 'agreement.import',
  import: 'agreement.import',
  finding: 'finding.read',
  report: 'report.read',
  cutoff: 'report.read',
  hash: 'report.read',
  share: 'report.read',
  stopSharing: 'report.read',
  grounds: 'finding.read',
  sentence: 'finding.read',
  trail: 'audit.read',
  escalation: 'followup.verify',
  timer: 'setting.write',
  change: 'change.read',
  bulkAct: 'agreement.write',
}
