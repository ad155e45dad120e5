import { placesIn } from '../../../platform/i18n/pattern.ts'
import type { Problem } from '../schema.ts'

type Pair = { readonly id: string; readonly en: string }

/**
 * What keeps a translation from being said, if anything: it has to name what the message is given, each used as that is, hold no markup
 * where the message has none, and be no longer than three times the longer of both plus a little.
 */
export function problemOf(text: string, message: Pair | undefined): { problem: Problem; detail: string } | null {
  if (!message) return { problem: 'unknown', detail: '' }
  const most = 3 * Math.max(message.id.length, message.en.length) + 40
  if (text.length > most) return { problem: 'long', detail: String(most) }
  if (markup.test(text) && !markup.test(message.id + message.en)) return { problem: 'markup', detail: markup.exec(text)![0] }
  return problemOfPlaces(text, message)
}

/** Also what cannot be kept or is not seen: half a character, and what turns or hides what stands beside it. */
const markup = /<[a-z/!]|(?!\n)\p{Cc}|[\p{Cs}\u200b\u202a-\u202e\u2066-\u2069\ufeff]/iu

function problemOfPlaces(text: string, { id, en }: Pair): { problem: Problem; detail: string } | null {
  if (!id.includes('{')) return text.includes('{') ? { problem: 'places', detail: '–' } : null
  let used: Set<string>
  try {
    used = placesIn(text)
  } catch (error) {
    return { problem: 'unreadable', detail: (error as Error).message }
  }
  const allowed = placesIn(id).union(placesIn(en))
  const names = (places: Set<string>) => new Set([...places].map(place => place.split(' ')[0]!))
  const fits = [...used].every(place => allowed.has(place) || alike(place).some(each => allowed.has(each)))
  if (fits && names(used).symmetricDifference(names(allowed)).size === 0) return null
  return { problem: 'places', detail: [...names(allowed)].map(name => `{${name}}`).join(', ') }
}

/** A number may be counted and a counted one written; of a choice, what is chosen may be told. */
const alike = (place: string): string[] => {
  const [name, use] = place.split(' ')
  return use === 'number' || use === 'plural' ? [`${name} number`, `${name} plural`] : []
}
