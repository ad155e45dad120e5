import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestTravel, placeKey, travel } from './travel.ts'

test.each([
  ['31.71', 'Aula', '31.71', '  AULA ', 0],
  ['31.71', 'Aula', '00', 'aula', 0],
  ['31.71', 'Aula', '31.71', 'Hotel', 60],
  ['32.10', 'Aula', '32.10.01', 'Aula', 0],
  ['32.10', 'Aula', '32.73', 'Aula', 180],
  ['32', 'Aula', '32.73', 'Aula', 180],
  ['32.73', 'Aula', '35.10', 'Aula', 360],
  ['21.71', 'Aula', '12.71', 'Aula', 360],
  ['32.73', 'Aula', '51.71', 'Aula', 480],
  ['64.71', 'Aula', '73.71', 'Aula', 480],
  ['31.71', 'Aula', '91.71', 'Aula', 720],
  ['81.71', 'Aula', '91.71', 'Aula', 720],
  ['94.01', 'Aula', '91.71', 'Aula', 360],
])('from %s %s to %s %s', (from, place, to, other, minutes) => {
  const [here, there] = [placeKey('onsite', from, place), placeKey('onsite', to, other)]
  expect([travel(here, there), travel(there, here)]).toEqual([minutes, minutes])
})

test('whoever may take part from anywhere needs no way', () => {
  const hall = placeKey('onsite', '94.01', 'Aula')
  for (const mode of ['online', 'hybrid'] as const) {
    const anywhere = placeKey(mode, '11.71', 'Aula')
    expect([anywhere, travel(hall, anywhere), travel(anywhere, hall), travel(anywhere, anywhere)]).toEqual([null, 0, 0, 0])
  }
})

test('no way is longer than the longest, none is longer back, and nothing is gained by going round', () => {
  const codes = fc.constantFrom('00', '11.71', '12', '21.71', '31.71', '31.72', '32.10', '51.71', '64.71', '73.71', '81.71', '91.71', '94')
  const place = fc
    .record({ code: codes, name: fc.constantFrom('Aula', 'Hotel', '') })
    .map(({ code, name }) => placeKey('onsite', code, name))
  fc.assert(
    fc.property(place, place, place, (a, b, c) => {
      expect(travel(a, b)).toBe(travel(b, a))
      expect(travel(a, b)).toBeLessThanOrEqual(longestTravel)
      expect(travel(a, c)).toBeLessThanOrEqual(travel(a, b) + travel(b, c))
    }),
  )
})
