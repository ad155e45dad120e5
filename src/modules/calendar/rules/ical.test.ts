import IcalJs from 'ical.js'
import { expect, test } from 'vitest'
import { icalOf } from './ical.ts'
import { bounds, type Entry, type Kept, type Published, publish } from './publish.ts'

const entry = (more: Partial<Entry> = {}): Entry => ({
  uid: 'follow_up.1.due@sinergi',
  day: '2025-11-27',
  until: null,
  hours: null,
  summary: 'Tenggat',
  description: '',
  url: 'http://sinergi.test/tindak-lanjut/1',
  ended: false,
  ...more,
})
const now = new Date('2025-11-20T03:00:00Z')
const published = (more: Partial<Entry> = {}): Published => ({ ...entry(more), sequence: 0, changedAt: now, cancelled: false })
const textOf = (...some: Published[]) => icalOf(some, { name: 'Sinergi', cancelled: 'Dibatalkan' })
const eventsIn = (text: string) =>
  new IcalJs.Component(IcalJs.parse(text)).getAllSubcomponents('vevent').map(each => new IcalJs.Event(each))

const hostile = [
  'a, b; c: "d" \\ e',
  'satu\ndua\r\ntiga',
  'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:palsu',
  'BEGIN:VEVENT',
  `${'\u{1F5F3}'.repeat(60)} ${'é'.repeat(90)}`,
  'kontrol \u0000\u0007\u2028 dan \ud800 separuh',
  'x'.repeat(300),
]

test('whatever people wrote stays one entry, and reads as it was written', () => {
  const text = textOf(...hostile.map((summary, at) => published({ uid: `${at}@sinergi`, summary, description: summary })))
  const odd = ['\u0000', '\u0007', '\u2028']
  const written = (said: string) => odd.reduce((left, each) => left.replaceAll(each, ' '), said.replaceAll('\r\n', '\n')).toWellFormed()
  const expected = hostile.map(written)
  expect(eventsIn(text).map(({ summary }) => summary)).toEqual(expected)
  expect(eventsIn(text).map(({ description }) => description)).toEqual(expected)
})

test('no line is longer than 75 octets, each ends as the format says, and no character is cut', () => {
  const text = textOf(...hostile.map((summary, at) => published({ uid: `${at}@sinergi`, summary })))
  const lines = text.split('\r\n')
  expect(lines.filter(line => Buffer.byteLength(line) > 75)).toEqual([])
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(Buffer.from(text).toString('utf8')).toBe(text)
})

test('a day is a day in every zone, and hours are those of the office in UTC', () => {
  const hours = { from: new Date('2025-12-01T09:00:00+09:00'), to: new Date('2025-12-01T11:30:00+09:00') }
  const text = textOf(published({ until: '2025-11-29' }), published({ uid: 'rapat@sinergi', day: '2025-12-01', hours }))
  expect(text.match(/^DT(START|END).*$/gm)!.map(line => line.trim())).toEqual([
    'DTSTART;VALUE=DATE:20251127',
    'DTEND;VALUE=DATE:20251130',
    'DTSTART:20251201T000000Z',
    'DTEND:20251201T023000Z',
  ])
  const open = textOf(published({ uid: 'rapat@sinergi', day: '2025-12-01', hours: { from: hours.from } }))
  expect(open.match(/^DT(START|END).*$/gm)!.map(line => line.trim())).toEqual(['DTSTART:20251201T000000Z'])
  expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT4H')
  expect(text).toContain('X-PUBLISHED-TTL:PT4H')
})

const tell = (kept: Kept[], entries: Entry[], more: { horizon?: number; now?: Date } = {}) =>
  publish(new Map(kept.map(each => [each.uid, each])), entries, { today: '2025-11-20', now, horizon: Number.POSITIVE_INFINITY, ...more })

test('what may only have been left out for being too many is not cancelled, what is nearer is', () => {
  const { changed: kept } = tell([], [entry({ uid: 'near' }), entry({ uid: 'far', day: '2026-06-01' })])
  const { published, changed } = tell(kept, [], { horizon: 60 })
  expect(published.map(({ uid, cancelled, sequence, summary }) => [uid, cancelled, sequence, summary])).toEqual([['near', true, 1, '']])
  expect(changed.map(({ uid }) => uid)).toEqual(['near'])
})

test('what was never told is not cancelled, and what was is numbered on when it comes back after it was gone', () => {
  expect(tell([], [entry({ ended: true })])).toEqual({ published: [], changed: [] })
  const { changed: told } = tell([], [entry()])
  const { changed: ended } = tell(told, [entry({ ended: true })])
  const later = new Date(now.getTime() + (bounds.cancelledFor + 1) * 86_400_000)
  expect(tell(ended, [entry({ ended: true })], { now: later })).toEqual({ published: [], changed: [] })
  const { published } = tell(ended, [entry()], { now: later })
  expect(published.map(({ sequence, cancelled }) => [sequence, cancelled])).toEqual([[2, false]])
})
