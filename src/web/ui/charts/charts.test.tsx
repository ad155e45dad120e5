import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { VNode } from 'preact'
import { expect, test } from 'vitest'
import { renderPart } from '../../page.tsx'
import type { Viewer } from '../../viewer.ts'
import { Bars } from './bars.tsx'
import { BurnDown, heightsOf } from './burn-down.tsx'
import { monthsBetween } from './days.ts'
import { Dumbbell, gap } from './dumbbell.tsx'
import { palette, rooms } from './paint.ts'
import { accumulated, Pareto } from './pareto.tsx'
import { columns, provinces, rows } from './provinces.ts'
import { rangeOf } from './score-range.ts'
import { StackedBar, segments, widened } from './stacked-bar.tsx'
import { mostWidthOf, wrap } from './text.ts'
import { stepOf } from './tile.tsx'
import { TileMap } from './tile-map.tsx'

const viewer: Viewer = { locale: 'id', zone: 'Asia/Jakarta', today: '2026-11-21' }
const about = { title: 'Judul gambar', description: 'Uraian gambar' }
const charts: Record<string, (standalone: boolean) => VNode> = {
  bars: standalone => (
    <Bars {...about} standalone={standalone} categories="Jenis" unit="Banyaknya" bars={[{ label: 'Media', value: 1234 }]} />
  ),
  dumbbell: standalone => (
    <Dumbbell
      {...about}
      standalone={standalone}
      categories="Hal"
      sides={['KPU', 'Mitra']}
      pairs={[
        { label: 'Waktu', first: 80, second: 50 },
        { label: 'Data', first: 10, second: null },
      ]}
    />
  ),
  pareto: standalone => (
    <Pareto {...about} standalone={standalone} categories="Kendala" unit="Satker" bars={[{ label: 'Anggaran', value: 3 }]} />
  ),
  stacked: standalone => (
    <StackedBar
      {...about}
      standalone={standalone}
      categories="Provinsi"
      parts={[
        { label: 'Berlaku', ink: 'good' },
        { label: 'Berakhir', ink: 'danger' },
      ]}
      wholes={[{ label: 'Bali', values: [2, 1] }]}
    />
  ),
  burnDown: standalone => (
    <BurnDown
      {...about}
      standalone={standalone}
      unit="Terbuka"
      days={[
        { day: '2026-10-01', open: 9, planned: 9 },
        { day: '2026-11-01', open: 4, planned: 3 },
      ]}
    />
  ),
  tileMap: standalone => (
    <TileMap
      {...about}
      standalone={standalone}
      categories="Provinsi"
      unit="satker"
      tiles={[{ code: '51', name: 'Bali', value: 4, of: 9 }]}
    />
  ),
}

test.each(Object.keys(charts))('%s on a page is a named, described image with its data as a table', name => {
  const page = renderPart(viewer, charts[name]!(false))
  expect(page).toMatch(/<svg[^>]* role="img"[^>]*><title>Judul gambar[^<]*<\/title><desc>Uraian gambar<\/desc>/)
  expect(page).toMatch(/<details class="chart-data"><summary>Lihat sebagai tabel<\/summary>.*<tbody/)
})

test.each(Object.keys(charts))('%s in a document needs no stylesheet: one svg with its own colours and sizes', name => {
  const svg = renderPart(viewer, charts[name]!(true))
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" role="img" width="640" height="[\d.]+" viewBox="0 0 [\d.]+ [\d.]+"/)
  expect(svg).toMatch(/<\/svg>$/)
  expect(svg).not.toMatch(/ class=|%"|<table|<a |undefined|NaN|Infinity/)
  expect(svg.match(/<svg xmlns/g)).toHaveLength(1)
  const outsideOfFilledGroups = svg.replace(/<g [^>]*fill="[^>]*>.*?<\/g>/g, '')
  expect(outsideOfFilledGroups.match(/<(rect|circle)(?![^>]* fill=)[^>]*>/g)).toBe(null)
})

test('the tile map shows each of the 38 provinces once, no two in one place', () => {
  const codes = '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96'.split(
    ' ',
  )
  expect(Object.keys(provinces)).toEqual(codes)
  const page = renderPart(viewer, charts.tileMap!(false)).replaceAll('class="is-wide" ', '')
  const shown = [...page.matchAll(/<text x="22" y="15"[^>]*>([^<]+)/g)].map(([, short]) => short)
  expect(shown.sort()).toEqual(
    Object.values(provinces)
      .map(([short]) => short)
      .sort(),
  )
  const places = Object.values(provinces).map(([, column, row]) => `${column},${row}`)
  expect(new Set(places).size).toBe(38)
  expect(Object.values(provinces).every(([, column, row]) => column < columns && row < (column < columns / 2 ? rows : rows - 1))).toBe(true)
})

test('a tile with an address is a link that says the province and both numbers; the image is then a group', () => {
  const page = renderPart(
    viewer,
    <TileMap
      {...about}
      categories="Provinsi"
      unit="satker"
      tiles={[{ code: '95', name: 'Papua Pegunungan', value: 2, of: 8, href: '/x?provinsi=95' }]}
    />,
  )
  expect(page).toContain('<a href="/x?provinsi=95" data-count="2"><title>Papeg 25%, Papua Pegunungan: 2 dari 8 satker</title>')
  expect(page).toMatch(/<svg role="group"/)
  expect(page).not.toMatch(/<svg role="img"/)
})

test('five equal steps, the top one closed', () => {
  expect([0, 0.194, 0.199, 0.2, 0.5, 0.8, 0.999, 1].map(stepOf)).toEqual([1, 1, 2, 2, 3, 5, 5, 5])
})

test('the legend of the map says each whole per cent, or number, in one step alone', () => {
  const legend = (props: object) =>
    [
      ...renderPart(viewer, <TileMap {...about} categories="Provinsi" unit="satker" tiles={[]} {...props} />).matchAll(
        /<\/svg>([^<]+)<\/li>/g,
      ),
    ].map(([, said]) => said)
  const tile = { code: '51', name: 'Bali', value: 4 }
  expect(legend({ tiles: [{ ...tile, of: 9 }] })).toEqual(['0–19%', '20–39%', '40–59%', '60–79%', '80–100%'])
  expect(legend({ tiles: [tile], max: 100, digits: 1 })).toEqual(['0–19,9', '20–39,9', '40–59,9', '60–79,9', '80–100'])
  expect(legend({ tiles: [tile], max: 3 })).toEqual(['0', '1', '2', '3'])
})

test('names of the map that a phone has no room for have a shorter one there; none of the others is longer than seven letters', () => {
  const page = renderPart(viewer, charts.tileMap!(false))
  expect([...page.matchAll(/<text class="is-narrow"[^>]*>([^<]+)/g)].map(([, short]) => short)).toEqual(['Bkl', 'Lpg', 'Gtlo'])
  const tight = Object.values(provinces).map(([short, , , tight = short]) => tight)
  expect(new Set(tight).size).toBe(38)
  expect(tight.filter(name => name.length > 7)).toEqual([])
  const styles = readFileSync(new URL('../../styles/charts.css', import.meta.url), 'utf8')
  // A phone of 360 px has 328 for the 322 of half a map.
  const size = Number(/text:not\(\[font-weight\]\) \{\s*font-size: ([\d.]+)px/.exec(styles)?.[1])
  expect((size * 328) / 322).toBeGreaterThanOrEqual(10)
})

test('inks in a document are those of the light theme', () => {
  const tokens = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8')
  const light = Object.fromEntries(
    [...tokens.split('@supports')[0]!.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]),
  )
  expect(palette).toEqual(Object.fromEntries(Object.keys(palette).map(ink => [ink, light[ink]])))
})

test('the running total of a Pareto falls from most to least and ends with all', () => {
  const bars = fc.array(fc.record({ label: fc.string(), value: fc.nat(1000) }), { minLength: 1 })
  fc.assert(
    fc.property(bars, some => {
      const rows = accumulated(some)
      expect(rows.map(row => row.value)).toEqual(some.map(bar => bar.value).sort((a, b) => b - a))
      expect(rows.at(-1)!.running).toBe(some.reduce((sum, bar) => sum + bar.value, 0))
    }),
  )
})

test('the parts of a whole stand end to end', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 6 }), values => {
      const whole = Math.max(
        1,
        values.reduce((sum, value) => sum + value, 0),
      )
      const drawn = segments(values, whole)
      for (const [index, part] of drawn.entries())
        expect(part.from).toBeCloseTo(values.slice(0, index).reduce((sum, value) => sum + value, 0) / whole)
      expect(drawn.every(part => part.from + part.share <= 1 + 1e-9)).toBe(true)
    }),
  )
})

test('there is a gap only where both sides have answered', () => {
  expect(gap({ first: 80, second: 95 })).toBe(15)
  expect(gap({ first: 80, second: null })).toBe(null)
})

test('the range of scores is in tens and written in round numbers', () => {
  const of = (...values: number[]) => rangeOf(values.map(value => ({ first: value, second: null })))
  expect(of(70, 79)).toEqual({ low: 60, high: 90, ticks: [60, 70, 80, 90] })
  expect(of(88, 91)).toEqual({ low: 80, high: 100, ticks: [80, 85, 90, 95, 100] })
  expect(of(8, 97)).toEqual({ low: 0, high: 100, ticks: [0, 20, 40, 60, 80, 100] })
  expect(of(39, 97)).toEqual({ low: 20, high: 100, ticks: [20, 40, 60, 80, 100] })
  expect(of()).toEqual({ low: 0, high: 100, ticks: [0, 100] })
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 }), values => {
      const { low, high, ticks } = of(...values)
      expect(values.every(value => low <= value && value <= high) && ticks.length <= 7).toBe(true)
      expect(ticks.every(tick => tick >= low && tick <= high && tick % 5 === 0)).toBe(true)
    }),
  )
})

test('both marks are seen on one line, the circle within the diamond where they are close, and their numbers on either side of them', () => {
  const drawn = (first: number, second: number) => {
    const [, picture] = renderPart(
      viewer,
      <Dumbbell {...about} categories="Hal" sides={['KPU', 'Mitra']} pairs={[{ label: 'Waktu', first, second }]} />,
    )
      .split('<details')[0]!
      .split('role="img"')
    const shapes = { tip: Number(/M0-([\d.]+)L/.exec(picture!)?.[1]), radius: Number(/<circle r="([\d.]+)"/.exec(picture!)?.[1]) }
    const marks = [...picture!.matchAll(/y="(\d+)" overflow.*?<text x="(-?\d+)"[^>]*>([^<]*)/g)]
    return { marks: marks.map(([, ...mark]) => mark), ...shapes, line: /y1="8" y2="8" stroke-width="4"/.test(picture!) }
  }
  expect(drawn(79, 79.3)).toEqual({
    marks: [
      ['8', '17', '79,3'],
      ['8', '-17', '79,0'],
    ],
    tip: 11,
    radius: 4.5,
    line: true,
  })
  expect(drawn(90, 50)).toEqual({
    marks: [
      ['8', '-14', '50,0'],
      ['8', '14', '90,0'],
    ],
    tip: 8,
    radius: 6,
    line: true,
  })
})

test('bars are of one length, each part is as wide as its number at least, which stands in it, and each bar ends in its total', () => {
  const page = renderPart(
    viewer,
    <StackedBar
      {...about}
      categories="Jenis"
      parts={[
        { label: 'A', ink: 'good' },
        { label: 'B', ink: 'accent' },
      ]}
      wholes={[
        { label: 'Media', values: [1, 1] },
        { label: 'Kampus', values: [40, 50] },
        { label: 'Lain', values: [1, 80] },
        { label: 'Dinas', values: [0, 7] },
      ]}
    />,
  )
  const [picture] = page.split('<details')
  const said = (tag: string) => [...picture!.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'g'))].map(([, text]) => text)
  expect(said('text')).toEqual(['Media', '1', '1', '2', 'Kampus', '40', '50', '90', 'Lain', '1', '80', '81', 'Dinas', '7'])
  expect(said('title').slice(1)).toEqual(['A: 1', 'B: 1', 'A: 40', 'B: 50', 'A: 1', 'B: 80', 'B: 7'])
  const widths = [...picture!.matchAll(/<svg x="[^"]*%" width="([\d.]+)%"/g)].map(([, width]) => Number(width))
  expect(widths).toEqual([44, 44, 39.1, 48.9, 4, 84, 88])
})

test('parts that are widened for their numbers take that from the others, and the whole stays as long', () => {
  const parts = fc.array(fc.record({ value: fc.nat(50), least: fc.double({ min: 0, max: 0.4, noNaN: true }) }), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(parts, all => {
      const values = all.map(({ value }) => value)
      const whole = values.reduce((sum, value) => sum + value, 0)
      fc.pre(whole > 0)
      const least = all.map(({ value, least }) => (value ? least : 0))
      const drawn = widened(segments(values, whole), least)
      const needed = least.reduce((sum, each) => sum + each, 0)
      expect(drawn.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
      for (const [at, { share }] of drawn.entries()) expect(share).toBeGreaterThanOrEqual(least[at]! / Math.max(1, needed) - 1e-9)
    }),
  )
})

test('lines of one value stand one above the other, and those that differ enough where their values are', () => {
  const y = (value: number) => 200 - 4 * value
  expect(heightsOf(y)({ open: 2, done: 2, planned: 2 })).toEqual({ open: 192, done: 188.5, planned: 185 })
  expect(heightsOf(y)({ open: 0, done: 9, planned: 4 })).toEqual({ open: 200, done: 164, planned: 184 })
})

test('what is left is counted in whole things, and its plan goes down in the steps of the days', () => {
  const days = [
    { day: '2026-11-01', open: 1, planned: 1 },
    { day: '2026-11-08', open: 1, planned: 0 },
  ]
  const [picture] = renderPart(viewer, <BurnDown {...about} unit="Terbuka" days={days} />).split('<details')
  const ticks = [...picture!.matchAll(/<text x="-8"[^>]*>([^<]*)</g)].map(([, text]) => text)
  expect(ticks).toEqual(['0', '1'])
  const [, plan] = picture!
    .split('role=')
    .at(-1)!
    .match(/<path d="([^"]*)"[^>]*stroke-dasharray/)!
  expect(plan).toMatch(/^M0,([\d.]+)L1000,\1L1000,200$/)
})

test('months on an axis are few and inside', () => {
  expect(monthsBetween('2025-11-21', '2028-11-20', 5)).toEqual(['2026-01-01', '2027-01-01', '2028-01-01'])
  expect(monthsBetween('2026-01-01', '2026-04-30', 5)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'])
})

test('a long label breaks at spaces and says where it is cut', () => {
  expect(wrap('satu dua tiga', 8)).toEqual(['satu dua', 'tiga'])
  expect(wrap('satu dua tiga empat', 8)).toEqual(['satu dua', 'tiga…'])
  expect(wrap('Kepulauanbangkabelitung', 8)).toEqual(['Kepulau…'])
  fc.assert(fc.property(fc.string(), text => wrap(text, 10).every(line => line.length <= 10)))
})

test('a label of two lines is read and copied as its words', () => {
  const page = renderPart(viewer, <Bars {...about} unit="temuan" categories="Kendala" bars={[{ label: long, value: 3 }]} />)
  const [, label] = page.match(/<text[^>]*>(<tspan.*?)<\/text>/)!
  expect(label!.replace(/<[^>]+>/g, '')).toBe(long)
})
const long = 'Kegiatan terlaksana sesuai dengan jadwal dan tujuan kerja sama'

test('what both sides scored the last time stands above their marks and numbers, each side in its colour, as the legend shows it', () => {
  const before = { first: 79.6, second: 79.6 }
  const drawn = (name?: string) =>
    renderPart(
      viewer,
      <Dumbbell
        {...about}
        categories="Hal"
        sides={['KPU', 'Mitra']}
        before={name}
        pairs={[{ label: 'Waktu', first: 79, second: 79.3, ...(name ? { before } : {}) }]}
      />,
    ).split('<details')[0]!
  const [, picture] = drawn('Siklus 2024').split('role="img"')
  const ticks = [...picture!.matchAll(/y="1" overflow[^>]*><rect x="-1.5" y="(\d+)" width="3" height="(\d+)" class="f-(\w+)"/g)]
  expect(ticks.map(([, y, height, ink]) => [Number(y), Number(height), ink])).toEqual([
    [0, 7, 'brand'],
    [7, 7, 'accent'],
  ])
  const lane = Number(/translate\(0 (\d+)\)"><line/.exec(picture!)?.[1])
  expect(lane).toBeGreaterThanOrEqual(16)
  expect(drawn('Siklus 2024')).toMatch(
    /<rect [^>]*class="f-brand"[^>]*><\/rect><rect [^>]*class="f-accent"[^>]*><\/rect><\/svg>Siklus 2024/,
  )
  expect(drawn()).not.toContain('translate(0 16)')
})

test('bars that would all be as long as the longest are told in words, with the way to what they count', () => {
  const bars = (...values: number[]) => values.map((value, at) => ({ label: `Hal ${at}`, value, href: `/x?hal=${at}` }))
  const drawn = (...values: number[]) =>
    [
      <Bars {...about} categories="Hal" unit="Banyaknya" bars={bars(...values)} />,
      <Pareto {...about} categories="Hal" unit="Banyaknya" bars={bars(...values)} />,
      <StackedBar
        {...about}
        categories="Hal"
        parts={[
          { label: 'A', ink: 'good' },
          { label: 'B', ink: 'edge' },
        ]}
        wholes={bars(...values).map(({ value, ...bar }) => ({ ...bar, values: [0, value] }))}
      />,
    ].map(chart => renderPart(viewer, chart))
  for (const page of drawn(1, 1, 1)) {
    expect(page).not.toContain('<svg')
    expect(page).toMatch(/<li><a href="\/x\?hal=0" data-count="1">Hal 0<\/a>: <b>(?:B \(1\)|1)<\/b><\/li>/)
  }
  for (const page of drawn(2)) expect(page).not.toContain('<svg')
  for (const page of drawn(2, 1)) expect(page).toContain('<svg')
})

test('a label has the lines that a phone needs, and fewer where half a page has room', () => {
  const drawn = (label: string) => {
    const [picture] = renderPart(viewer, <Bars {...about} categories="Hal" unit="Banyaknya" bars={[{ label, value: 3 }]} />).split(
      '<details',
    )
    return [...picture!.matchAll(/<svg role="img"(?: class="([\w-]+)")?[^>]* height="(\d+)"/g)].map(([, name, height]) => [
      name,
      Number(height),
    ])
  }
  expect(drawn('Lembaga swadaya masyarakat (16 isian)')).toEqual([[undefined, 43]])
  expect(drawn('Non-governmental organisation (3 agreements)')).toEqual([[undefined, 43]])
  expect(drawn(long)).toEqual([
    ['is-narrow', 60],
    ['is-wide', 43],
  ])
  fc.assert(
    fc.property(fc.string(), text =>
      wrap(text, rooms.phone, 6, line => mostWidthOf(line, 13)).every(line => mostWidthOf(line, 13) <= rooms.phone),
    ),
  )
})
