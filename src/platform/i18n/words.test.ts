import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { addLanguage, dropLanguage, messages } from './languages.ts'
import { compile, placesIn } from './pattern.ts'
import { inEach, inWords, localeOf, texts, together, words } from './words.ts'

const house = words('test.house', {
  id: { door: 'Pintu', rooms: { count: '{n, plural, other {# kamar}}', of: 'Kamar {name}, sejak {day, date}' } },
  en: { door: 'Door', rooms: { count: '{n, plural, one {# room} other {# rooms}}', of: 'Room of {name}, since {day, date}' } },
})
const no = texts('test.no', {
  late: { id: 'Sudah lewat.', en: 'It is over.' },
  most: {
    id: 'Paling banyak {n, number}{place, select, none {} other { di {place}}}.',
    en: 'At most {n, number}{place, select, none {} other { in {place}}}.',
  },
})

afterEach(() => dropLanguage('jv'))

test('a message takes what its pattern names, as the language writes it', () => {
  expect(house.id.rooms.count({ n: 1200 })).toBe('1.200 kamar')
  expect([1, 1200].map(n => house.en.rooms.count({ n }))).toEqual(['1 room', '1,200 rooms'])
  expect(house.en.rooms.of({ name: 'Sari', day: '2023-07-20' })).toBe('Room of Sari, since 20 July 2023')
  expect(no.most({ n: 3, place: null })).toEqual({ id: 'Paling banyak 3.', en: 'At most 3.' })
  expect(no.most({ n: 3, place: inEach(tag => (tag === 'en' ? 'this place' : 'sini')) })).toEqual({
    id: 'Paling banyak 3 di sini.',
    en: 'At most 3 in this place.',
  })
})

test('what goes into a message is held to its pattern', () => {
  // @ts-expect-error a name is missing
  house.id.rooms.of({ day: '2023-07-20' })
  // @ts-expect-error a name is too much
  house.id.rooms.count({ n: 1, many: 2 })
  // @ts-expect-error a number is no text
  house.id.rooms.count({ n: '1' })
  // @ts-expect-error nothing goes into this one
  expect(() => house.id.door({})).toThrow()
})

test('a language that is added is spoken everywhere, in Indonesian where it says nothing, and can be taken away', () => {
  const both = together(house, words('test.more', { id: { roof: 'Atap' }, en: { roof: 'Roof' } }))
  addLanguage(
    'jv',
    'Jawa',
    new Map([
      ['test.house.door', 'Lawang'],
      ['test.house.rooms.of', 'Sejak {day, date}: {name}'],
      ['test.no.late', 'Wis kliwat.'],
    ]),
  )
  const jv = 'jv' as 'added'
  expect(house[jv].door).toBe('Lawang')
  expect(both[jv]).toMatchObject({ door: 'Lawang', roof: 'Atap' })
  expect(house[jv].rooms.count({ n: 2 })).toBe('2 kamar')
  expect(house[jv].rooms.of({ name: 'Sari', day: '2023-07-20' })).toMatch(/^Sejak 20 \w+ 2023: Sari$/)
  expect(no.late).toEqual({ id: 'Sudah lewat.', en: 'It is over.', jv: 'Wis kliwat.' })
  expect(inWords(house, w => w.door)).toEqual({ id: 'Pintu', en: 'Door', jv: 'Lawang' })
  expect(words('test.later', { id: { wall: 'Tembok' }, en: { wall: 'Wall' } })[jv]).toEqual({ wall: 'Tembok' })
  expect([localeOf('jv', undefined), localeOf(undefined, 'de, jv-ID;q=0.8, en')]).toEqual(['jv', 'jv'])
  dropLanguage('jv')
  expect([no.late, localeOf('jv', undefined), inEach(tag => tag)]).toEqual([
    { id: 'Sudah lewat.', en: 'It is over.' },
    'id',
    { id: 'id', en: 'en' },
  ])
})

test('a translation may turn a message round, but not lose a place of it', () => {
  expect(placesIn('{n, plural, one {# of {name}} other {#}} {day, date}')).toEqual(new Set(['n plural', 'name', 'day date']))
  expect(() => placesIn('Yth. {name')).toThrow(SyntaxError)
})

test('names and texts that look like patterns or markup come through as they are', () => {
  const say = compile('Yth. {name},', 'id')
  fc.assert(fc.property(fc.string(), name => say({ name }) === `Yth. ${name},`))
  expect(compile('<b>{name}</b> it’s', 'en')({ name: '{x} #' })).toBe('<b>{x} #</b> it’s')
})

test('one name is declared once', () => {
  expect(() => words('test.house', { id: {}, en: {} })).toThrow('twice')
  expect(messages().get('test.house.rooms.count')).toEqual({
    id: '{n, plural, other {# kamar}}',
    en: '{n, plural, one {# room} other {# rooms}}',
  })
})
