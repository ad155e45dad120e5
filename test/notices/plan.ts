import { chanceOf } from '../fuzz/chance.ts'

/** Hours ahead of UTC, the hour of the summary, and how each kind comes by mail. */
export type Person = { name: string; zone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'; ahead: number; hour: number }
export type Act =
  | { do: 'clock'; at: number }
  | { do: 'tell'; to: number; key: string; mail: 'now' | 'digest' | 'off' | 'grows'; more: number }
  | { do: 'read'; to: number }
/** One letter: to whom, on which day of their zone, and its lines; those of a summary begin with `*`. */
export type Letter = { to: string; day: string; lines: string[] }

export const start = Date.parse('2026-01-01T00:00:00Z')
export const people: Person[] = [
  { name: 'satu', zone: 'Asia/Jakarta', ahead: 7, hour: 7 },
  { name: 'dua', zone: 'Asia/Makassar', ahead: 8, hour: 0 },
  { name: 'tiga', zone: 'Asia/Jayapura', ahead: 9, hour: 23 },
]
const hour = 3_600_000

/**
 * The same for the same seed: about three notices a day, of which some were told before; a line that grows by one each time; the clock goes on by hours, and one time in twelve
 * back.
 */
export function planOf(seed: number, days: number): Act[] {
  const chance = chanceOf(seed)
  const acts: Act[] = []
  for (let now = start; now < start + days * 24 * hour; ) {
    for (let count = chance.below(3); count > 0; count--) {
      const key = String(chance.below(3) ? acts.length : chance.below(acts.length + 1))
      const to = chance.below(people.length)
      const mail = chance.of(['now', 'digest', 'digest', 'off', 'grows'] as const)
      if (mail !== 'grows') acts.push({ do: 'tell', to, key, mail, more: 0 })
      else {
        const line = `line ${chance.below(4)}`
        const more = 1 + acts.filter(act => act.do === 'tell' && act.mail === mail && act.to === to && act.key === line).length
        acts.push({ do: 'tell', to, key: line, mail, more })
      }
    }
    if (chance.below(10) === 0) acts.push({ do: 'read', to: chance.below(people.length) })
    now += chance.below(12) === 0 ? -chance.below(40) * hour : (1 + chance.below(20)) * hour + chance.below(3) * 1000
    acts.push({ do: 'clock', at: now })
  }
  return acts
}

export const lineOf = ({ key, more }: { key: string; more: number }): string => (more ? `${key}+${more}` : key)

/** The letters by a second and plain computation. */
export function expectedLetters(seed: number, days: number): Letter[] {
  const letters: Letter[] = []
  const ledger = new Set<string>()
  const waiting = people.map(() => ({ due: Number.NaN, last: '', lines: [] as { key: string; read: boolean }[] }))
  let now = start
  const dayOf = (at: number, { ahead }: Person) => new Date(at + ahead * hour).toISOString().slice(0, 10)
  for (const act of planOf(seed, days)) {
    if (act.do === 'clock') now = act.at
    else if (act.do === 'read') for (const line of waiting[act.to]!.lines) line.read = true
    else {
      const own = people[act.to]!
      const id = `${act.to} ${act.mail} ${act.key}`
      if (act.mail === 'grows' || !ledger.has(id)) {
        ledger.add(id)
        if (act.mail === 'now') letters.push({ to: own.name, day: dayOf(now, own), lines: [act.key] })
        if (act.mail === 'digest' || act.mail === 'grows') {
          const some = waiting[act.to]!
          some.lines = some.lines.filter(({ key }) => act.mail !== 'grows' || !key.startsWith(`${act.key}+`))
          some.lines.push({ key: lineOf(act), read: false })
          some.due = Math.floor(now / hour) * hour
          do some.due += hour
          while (new Date(some.due + own.ahead * hour).getUTCHours() !== own.hour || dayOf(some.due, own) <= some.last)
        }
      }
    }
    for (const [index, own] of people.entries()) {
      const some = waiting[index]!
      if (!(some.due <= now)) continue
      some.due = Number.NaN
      const today = dayOf(now, own)
      if (today > some.last) some.last = today
      const lines = some.lines.filter(({ read }) => !read).map(({ key }) => key)
      some.lines = []
      if (lines.length) letters.push({ to: own.name, day: dayOf(now, own), lines: lines.map(key => `*${key}`) })
    }
  }
  return sorted(letters)
}

export const sorted = (letters: Letter[]): Letter[] =>
  letters
    .map(letter => ({ ...letter, lines: letter.lines.toSorted() }))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
