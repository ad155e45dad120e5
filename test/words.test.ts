import { expect, test } from 'vitest'
import '../src/server.tsx'
import { messages } from '../src/platform/i18n/languages.ts'
import { placesIn } from '../src/platform/i18n/pattern.ts'

test('every message reads in both languages, with places for the same things', () => {
  const different = [...messages()]
    .filter(([key]) => !key.startsWith('test.'))
    .flatMap(([key, { id, en }]) => {
      if (!id.includes('{')) return en.includes('{') ? [`${key}: only the English one has a place`] : []
      const [left, right] = [namesIn(id), namesIn(en)]
      return [...left.symmetricDifference(right)].map(name => `${key}: ${name} stands in one language only`)
    })
  expect(different).toEqual([])
  expect(messages().size).toBeGreaterThan(1500)
})

function namesIn(pattern: string): Set<string> {
  try {
    return new Set([...placesIn(pattern)].map(place => place.split(' ')[0]!))
  } catch {
    return new Set([`“${pattern}” cannot be read, and so nothing in it`])
  }
}
