import { expect, test } from 'vitest'
import { z } from 'zod'
import { endOf } from '../../platform/database/keyset.ts'
import { words } from '../../platform/i18n/words.ts'
import { flag, severalOf, wholeFrom } from '../../platform/values/shapes.ts'
import { renderPart } from '../page.tsx'
import type { Viewer } from '../viewer.ts'
import { exportAddress } from './exports.tsx'
import { FilterBar, isFiltered } from './filter-bar.tsx'
import { defineList, optionsOf } from './list.ts'
import { NothingFound } from './nothing-found.tsx'
import { Pager, PagerAbove } from './pager.tsx'
import { readList } from './read.ts'

const viewer: Viewer = { locale: 'id', zone: 'Asia/Jakarta', today: '2026-11-20' }
const kinds = { mou: 'Nota kesepahaman', pks: 'Perjanjian kerja sama' }
const list = defineList({
  words: words('test.list', { id: { kind: 'Jenis' }, en: { kind: 'Kind' } }),
  fields: {
    q: z.string(),
    kind: z.enum(['mou', 'pks']),
    year: wholeFrom(1945, 2099),
    mine: flag,
    below: flag,
    office: z.string(),
    inForce: flag,
    status: z.enum(['draft', 'active']),
    stage: severalOf(z.enum(['plan', 'work', 'end'])),
    sort: z.enum(['title', '-title', 'ends']),
    after: z.string().max(20),
    before: z.string(),
  },
  sorts: { judul: 'title', berakhir: 'ends' },
  usual: asks => (asks.inForce ? 'ends' : '-title'),
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: () => 'Cari', chip: (_w, q) => `Dicari: ${q}` },
    { parameter: 'jenis', field: 'kind', control: 'choice', label: w => w.kind, options: () => optionsOf(kinds) },
    { parameter: 'tahun', field: 'year', control: 'number', label: () => 'Tahun' },
    { parameter: 'saya', field: 'mine', control: 'tick', label: () => 'Hanya milik saya' },
    { parameter: 'satker', field: 'office', control: 'thing', label: () => 'Satuan kerja', with: ['bawahan'] },
    { parameter: 'bawahan', field: 'below', control: 'tick', label: () => 'Dengan bawahan' },
    { parameter: 'tab', control: 'unseen', label: () => 'Tab' },
    {
      parameter: 'status',
      field: 'status',
      control: 'choice',
      label: () => 'Status',
      options: () => optionsOf({ berlaku: 'Berlaku' }),
      read: value => (value === 'active' || value === 'berlaku' ? { value: 'berlaku', asks: { inForce: true } } : undefined),
    },
    {
      parameter: 'tahap',
      field: 'stage',
      control: 'choices',
      label: () => 'Tahap',
      options: () => optionsOf({ plan: 'Rencana', work: 'Kerja', akhir: 'Akhir' }),
      read: value => (value === 'akhir' ? { value, asks: { stage: ['end'] } } : undefined),
    },
  ],
})
const read = (query: string) => readList(list, new URL(`http://sinergi/daftar${query}`))
const bar = (query: string, names = {}) => renderPart(viewer, <FilterBar list={list} asked={read(query)} names={names} />)

test('an address is read by the fields of the operation, and what it does not ask is not asked', () => {
  expect(read('?q=+data+&jenis=mou&tahun=2.024&saya=ya&bawahan=tidak&tab=2&status=active&urut=-judul&sesudah=abc&lain=1')).toEqual({
    url: '/daftar?q=+data+&jenis=mou&tahun=2.024&saya=ya&bawahan=tidak&tab=2&status=active&urut=-judul&sesudah=abc&lain=1',
    values: { q: 'data', jenis: 'mou', tahun: '2.024', saya: 'ya', tab: '2', status: 'berlaku', urut: '-judul' },
    asks: { q: 'data', kind: 'mou', year: 2024, mine: true, inForce: true, sort: '-title' },
    turn: { after: 'abc' },
    sort: { key: 'judul', descending: true },
    unknown: [],
    unticked: false,
  })
})

test('what is none of the choices asks for nothing, leaves the address, and is known to be unknown', () => {
  const asked = read(`?jenis=kontrak&tahun=tahun+lalu&status=apa&urut=-berakhir&sesudah=${'x'.repeat(30)}&q=data`)
  expect([asked.asks, asked.turn, asked.url]).toEqual([{ q: 'data' }, {}, '/daftar?q=data'])
  expect(asked.unknown.map(({ parameter }) => parameter)).toEqual(['jenis', 'tahun', 'status', 'urut', 'sesudah'])
  const page = bar(`?jenis=kontrak&urut=nama&sesudah=${'x'.repeat(30)}`)
  expect(page).toContain('Jenis “kontrak” tidak dikenal')
  expect(page).toContain('Urutan “nama” tidak dikenal')
  expect(page).toContain('halaman pertama')
  expect(bar('?jenis=mou')).not.toContain('tidak dikenal')
})

test('several choices are read each by itself, with or without commas; only what is unknown leaves the address', () => {
  const asked = read('?tahap=plan&tahap=akhir%2Cplan,apa&q=data')
  expect([asked.asks, asked.values.tahap, asked.url, asked.unknown]).toEqual([
    { q: 'data', stage: ['plan', 'end'] },
    'plan,akhir',
    '/daftar?tahap=plan%2Cakhir&q=data',
    [{ parameter: 'tahap', value: 'apa' }],
  ])
  expect(exportAddress('/api/v1/x/export', 'csv', asked.asks)).toBe('/api/v1/x/export?format=csv&q=data&stage=plan%2Cend')
  const page = bar('?tahap=plan,akhir')
  expect(page).toContain('Rencana, Akhir')
  expect([...page.matchAll(/<input[^>]*name="tahap"[^>]*>/g)].map(([box]) => box.includes(' checked'))).toEqual([true, false, true])
  expect([read('?tahap=apa').asks, read('?tahap=').asks, read('?tahap=,,').asks]).toEqual([{}, {}, {}])
})

test('the order is the one that is usual for what is asked, unless one is asked for', () => {
  expect([read('').sort, read('?status=active').sort, read('?urut=judul').sort]).toEqual([
    { key: 'judul', descending: true },
    { key: 'berakhir', descending: false },
    { key: 'judul', descending: false },
  ])
})

test('each filter in use is said, and taken away with what means nothing without it', () => {
  const page = bar('?q=data&jenis=pks&satker=35&bawahan=ya&sesudah=abc&tab=2', { satker: 'KPU Jawa Timur' })
  const chips = [...page.matchAll(/<li><a href="([^"]*)" aria-label="[^"]*">(.*?)</g)].map(([, href, label]) => [
    label,
    href!.replaceAll('&amp;', '&'),
  ])
  expect(chips).toEqual([
    ['Dicari: data', '/daftar?jenis=pks&satker=35&bawahan=ya&tab=2'],
    ['Perjanjian kerja sama', '/daftar?q=data&satker=35&bawahan=ya&tab=2'],
    ['Satuan kerja: KPU Jawa Timur', '/daftar?q=data&jenis=pks&tab=2'],
    ['Dengan bawahan', '/daftar?q=data&jenis=pks&satker=35&tab=2'],
  ])
  expect(page).toContain('<input type="hidden" name="tab" value="2"')
})

test('a thing that a link named stands among the filters only while it is in use; one that may not be named is an ellipsis', () => {
  expect([bar('').includes('name="satker"'), bar('?satker=35').includes('Satuan kerja: …')]).toEqual([false, true])
})

test('the button of the filters counts filters, not the words that are searched for', () => {
  const button = (query: string) =>
    bar(query)
      .match(/<summary[^>]*>.*?<\/svg>(.*?)<\/summary>/)![1]!
      .replace(/<[^>]+>/g, '')
  expect([button('?q=data'), button('?q=data&jenis=mou')]).toEqual(['Saring', 'Saring (1)'])
})

test('a tab is not a filter: a list that is empty in it is empty, not badly searched', () => {
  expect([isFiltered(list, read('?tab=2')), isFiltered(list, read('?q=x')), isFiltered(list, read('?jenis=kontrak'))]).toEqual([
    false,
    true,
    false,
  ])
})

test('a page turns by its marker, from the first page of what is asked', () => {
  const page = renderPart(viewer, <Pager url={read('?jenis=mou&sesudah=abc').url} next="def" previous={7} />)
  expect([...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))).toEqual([
    '/daftar?jenis=mou',
    '/daftar?jenis=mou&sebelum=7',
    '/daftar?jenis=mou&sesudah=def',
  ])
  expect(renderPart(viewer, <Pager url="/daftar" next={null} previous={null} />)).toBe('')
})

test('a page says which rows of how many it has, where its markers know their place', () => {
  const marker = (place?: number) =>
    Buffer.from(JSON.stringify(['title', 'x', '01a22be9-6ae2-7d69-8fb0-8fdbac882d37', ...(place ? [place] : [])])).toString('base64url')
  const lines = (turn: object, more = {}) =>
    renderPart(viewer, <Pager url="/daftar" total={124} {...turn} {...more} />)
      .replace(/<span class="on-paper">.*/, '')
      .replace(/<[^>]+>/g, '|')
      .split('|')
      .filter(Boolean)
  expect(lines({ next: marker(50) })).toEqual(['1–50 dari 124', 'Berikutnya', 'Ke akhir'])
  expect(lines({ next: marker(50) }, { total: 100 })).toEqual(['1–50 dari 100', 'Berikutnya'])
  expect(lines({ previous: endOf(100) }, { total: 124 })).toEqual(['101–124 dari 124', 'Ke awal', 'Sebelumnya'])
  expect(renderPart(viewer, <Pager url="/daftar?jenis=mou&sesudah=x" total={124} next={marker(50)} />)).toContain(
    '/daftar?jenis=mou&amp;sebelum=end-124',
  )
  expect(lines({ previous: marker(51), next: marker(100) })).toEqual(['51–100 dari 124', 'Sebelumnya', 'Berikutnya'])
  expect(lines({ previous: marker(101) })).toEqual(['101–124 dari 124', 'Ke awal', 'Sebelumnya'])
  expect(lines({ previous: marker(), next: marker() })).toEqual(['Ke awal', 'Sebelumnya', 'Berikutnya'])
  expect(lines({ next: marker(50) }, { total: 1000, more: true })).toEqual(['1–50 dari 1.000+', 'Berikutnya'])
  expect(lines({ next: marker(50) }, { total: undefined })).toEqual(['1–50', 'Berikutnya'])
  expect(lines({ previous: marker(951), next: marker(1000) }, { total: 960 })).toEqual(['Ke awal', 'Sebelumnya', 'Berikutnya'])
})

test('a list that lets one choose has 25 rows a page or 50, and keeps that through its filters and pages', () => {
  const sized = { ...list, fields: { ...list.fields, most: z.number() } }
  const most = (query: string) => readList(sized, new URL(`http://sinergi/daftar${query}`)).turn.most
  expect([most(''), most('?baris=50'), most('?baris=7'), read('?baris=50').turn.most]).toEqual([25, 50, 25, undefined])
  expect(bar('?baris=50&jenis=mou')).toContain('<input type="hidden" name="baris" value="50"')
  const hrefs = (url: string, more = {}) =>
    [...renderPart(viewer, <Pager url={url} total={124} sizes {...more} />).matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
  expect(hrefs('/daftar', { next: 'x' })).toEqual(['/daftar?sesudah=x', '/daftar?baris=50'])
  expect(hrefs('/daftar?baris=50')).toEqual(['/daftar'])
  expect(renderPart(viewer, <Pager url="/daftar" total={25} sizes />)).toBe('')
})

test('above a list stands which rows these are and both ways on; nothing where all are on one page', () => {
  const above = (turn: object) => renderPart(viewer, <PagerAbove url="/daftar?jenis=mou" total={124} {...turn} />)
  expect(above({})).toBe('')
  const middle = above({ previous: 7, next: 'y' })
  expect(
    [...middle.matchAll(/href="([^"]*)" aria-label="([^"]*)"/g)].map(([, href, name]) => [href!.replaceAll('&amp;', '&'), name]),
  ).toEqual([
    ['/daftar?jenis=mou&sebelum=7', 'Sebelumnya'],
    ['/daftar?jenis=mou&sesudah=y', 'Berikutnya'],
  ])
})

test('a download asks the program’s door the same question', () => {
  expect(exportAddress('/api/v1/x/export', 'csv', read('?jenis=mou&saya=ya&urut=judul&sesudah=abc').asks)).toBe(
    '/api/v1/x/export?format=csv&kind=mou&mine=true&sort=title',
  )
})

test('what is in use stands as chips, and its fields are folded unless one of them was not understood', () => {
  expect([bar('?jenis=mou'), bar('?jenis=mou&tahun=dulu')].map(page => /<details( open)?/.exec(page)![1])).toEqual([undefined, ' open'])
})

test('where nothing was found, the words are offered to the search of everything', () => {
  const nothing = (query: string) => renderPart(viewer, <NothingFound list={list} asked={read(query)} title="Tidak ada" />)
  expect(nothing('?q=naraubung+baru&jenis=mou')).toContain('<a href="/cari?q=naraubung+baru">Cari kata ini di semua bagian</a>')
  expect(nothing('?jenis=mou')).not.toContain('/cari')
})
