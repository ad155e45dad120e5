import { expect, test } from 'vitest'
import type { Cell, Sheet } from '../../../../platform/spreadsheets/cells.ts'
import { rundownSheets } from './columns.ts'
import { dayNamed } from './days.ts'
import { kindOf } from './kinds.ts'
import { readRundown, rundownPreview } from './read-rundown.ts'
import { readModerator, readSpeakers } from './speakers.ts'
import { readSpan, zoneNamed } from './times.ts'

const sheet = (...rows: Cell[][]): Sheet => ({ name: 'Acara', rows: rows.map((cells, at) => ({ number: at + 1, cells })) })
const read = (...rows: Cell[][]) => readRundown(rundownSheets([sheet(...rows)]), 'Asia/Jakarta')
/** Row, day and times of each session in short. */
const times = (...rows: Cell[][]) =>
  read(...rows).sessions.map(({ row, day, startsAt, endsAt, problems }) => [row, day, startsAt, endsAt, ...problems])
const day = 'Kamis, 20 Juli 2023'

test('a programme is read whole, with what stands above its header, between its rows, and its header again', () => {
  const rundown = read(
    ['RAPAT KOORDINASI, Lombok 19–21 Juli 2023'],
    ['No', 'Waktu (WITA)', 'Kegiatan', 'Kelas', 'Narasumber', 'Moderator', 'Ruang/Tempat', 'Penanggung Jawab'],
    ['HARI I (Kamis, 20 Juli 2023)'],
    [1, '08.00 – 08.30', 'Registrasi  peserta', null, null, '-', 'Lobi', 'Panitia'],
    [
      2,
      '08.30 – 10.00',
      'Dukungan lembaga',
      null,
      '1. DR. BUDI SANTOSO, SH\n2. Ani, M.Si. (Kementerian A)',
      'Hj. sari dewi',
      'Aula',
      'nihil',
    ],
    ['No', 'Waktu (WITA)', 'Kegiatan', 'Kelas', 'Narasumber', 'Moderator', 'Ruang/Tempat', 'Penanggung Jawab'],
    ['Jumat, 21 Juli 2023'],
    [3, '21.30 – 00.30', 'Tim perumus', 'Kelas 2\nHukum'],
    [4, '08.00', '-', null, null, null, 'Aula'],
  )
  const none = { class: null, room: null, speakers: [], moderator: null, owner: null, problems: [] }
  expect(rundown).toEqual({
    zone: 'Asia/Makassar',
    sessions: [
      {
        ...none,
        row: 4,
        day: '2023-07-20',
        startsAt: '2023-07-20T08:00:00+08:00',
        endsAt: '2023-07-20T08:30:00+08:00',
        title: 'Registrasi peserta',
        kind: 'other',
        room: 'Lobi',
        owner: 'Panitia',
      },
      {
        ...none,
        row: 5,
        day: '2023-07-20',
        startsAt: '2023-07-20T08:30:00+08:00',
        endsAt: '2023-07-20T10:00:00+08:00',
        title: 'Dukungan lembaga',
        kind: 'panel',
        room: 'Aula',
        speakers: ['Dr. Budi Santoso, S.H.', 'Ani, M.Si. (Kementerian A)'],
        moderator: 'Hj. Sari Dewi',
      },
      {
        ...none,
        row: 8,
        day: '2023-07-21',
        startsAt: '2023-07-21T21:30:00+08:00',
        endsAt: '2023-07-22T00:30:00+08:00',
        title: 'Tim perumus',
        kind: 'class',
        class: 'Kelas 2 Hukum',
      },
    ],
  })
  expect(rundownPreview(rundown).counts).toEqual({ sessions: 3, days: 2, kinds: { class: 1, other: 1, panel: 1 } })
})

test('a header needs a title and times, in one column or in two; sheets without one are passed over', () => {
  const heads = (...cells: Cell[]) => rundownSheets([sheet(['Rapat'], cells, ['x', 'y', 'z'])]).length
  expect(heads('Pukul', 'ACARA')).toBe(1)
  expect(heads('Mulai', 'Selesai', 'Uraian Kegiatan')).toBe(1)
  expect(heads('Selesai', 'Agenda')).toBe(0)
  expect(heads('Waktu', 'Narasumber')).toBe(0)
  const two = [sheet(['Waktu', 'Materi'], ['08.00', 'A']), { ...sheet(['Waktu', 'Materi'], ['09.00', 'B']), name: 'Lain' }]
  expect(readRundown(rundownSheets(two), 'Asia/Jayapura').sessions.map(({ sheet, row, title }) => [sheet, row, title])).toEqual([
    ['Acara', 2, 'A'],
    ['Lain', 2, 'B'],
  ])
})

test('the day is that of the heading above, or of the day column, where a blank cell means the one above', () => {
  expect(times(['Susunan acara, 20 Juli 2023'], ['Waktu', 'Acara'], ['08.00', 'A'])).toEqual([
    [3, '2023-07-20', '2023-07-20T08:00:00+07:00', null],
  ])
  expect(
    times(
      ['Tanggal', 'Waktu', 'Acara'],
      [null, '08.00', 'A'],
      [day, '08.00', 'B'],
      ['-', '09.00', 'C'],
      ['hari kedua', '08.00', 'D'],
      [null, '09.00', 'E'],
      [45_128, '08.00', 'F'],
      ['Catatan panitia'],
      [null, '09.00', 'G'],
    ),
  ).toEqual([
    [2, null, null, null, 'day_missing'],
    [3, '2023-07-20', '2023-07-20T08:00:00+07:00', null],
    [4, '2023-07-20', '2023-07-20T09:00:00+07:00', null],
    [5, null, null, null, 'day_missing'],
    [6, null, null, null, 'day_missing'],
    [7, '2023-07-21', '2023-07-21T08:00:00+07:00', null],
    [9, '2023-07-21', '2023-07-21T09:00:00+07:00', null],
  ])
})

test.each([
  ['Hari Pertama: Rabu, 30 Juli 2025', '2025-07-30'],
  ['HARI KE-2 (SELASA / 14-6-2022)', '2022-06-14'],
  ['Hari 1, 13 Juni 2022', '2022-06-13'],
  ['Hari 13 Juni 2022', '2022-06-13'],
  ['hari i senin 13 juni 2022', '2022-06-13'],
  ['II. Jum’at, 15.06.2022', '2022-06-15'],
  ['1. Sen, 13 Jun 22', '2022-06-13'],
  ['Aula, 13 Juni 2022 (13/06/2022) pukul 08.00', '2022-06-13'],
  ['Jakarta, 13–15 Juni 2022', null],
  ['Senin s.d. Rabu, 13 s.d. Rabu, 15 Juni 2022', null],
  ['13, 14 dan 15 Juni 2022', null],
  ['13 Juni – 15 Juni 2022', null],
  ['13 Juni 2022 dan 14 Juni 2022', null],
  ['Kamis, 31 Februari 2022', null],
  ['Kamis, 20 Juli', null],
  ['Lantai 12 ruang 34', null],
])('the one day in “%s” is %s', (text, expected) => {
  expect(dayNamed(text)).toBe(expected)
})

const at = (...parts: number[]) => new Date(Date.UTC(...(parts as [number, number, number])))
test.each<[Cell, Cell, unknown]>([
  ['08.00 – 09.30 WIB', null, [480, 570]],
  ['Pukul 0800 s.d. pukul 0930', null, [480, 570]],
  ['pkl. 8:00 s/d 9.30 (WITA)', null, [480, 570]],
  ['08.00 WIT sampai 09.30 WIT', null, [480, 570]],
  ['15.00 - selesai', null, [900, null]],
  ['15.00', null, [900, null]],
  ['15.00', 'selesai', [900, null]],
  ['15.00', '16.00', [900, 960]],
  [1330, null, [810, null]],
  [0.375, 0.5, [540, 720]],
  [at(1899, 11, 31, 8, 30), at(1899, 11, 31, 9), [510, 540]],
  ['20.00 – 24.00', null, [1200, 1440]],
  ['–', null, 'blank'],
  ['sore', null, null],
  ['selesai', null, null],
  ['25.00', null, null],
  ['08.70', null, null],
  ['08.00 – nanti', null, null],
  ['15.00', 'nanti', null],
  ['08.00–09.00', '10.00', null],
  [8.3, null, null],
  [930, null, null],
  [at(2022, 5, 13, 8, 30), null, null],
])('the times of %j and %j are %j', (from, to, expected) => {
  const span = readSpan(from, to)
  expect(span === null || span === 'blank' ? span : [span.start, span.end]).toEqual(expected)
})

test('a blank time is that of the row above, an early one belongs to the night before, and what is unreadable is said', () => {
  expect(
    times(
      ['Waktu', 'Acara'],
      [day],
      [null, 'A'],
      ['13.00 – 15.00', 'B'],
      [null, 'C'],
      ['sore', 'D'],
      [null, 'E'],
      ['03.59 – 05.00', 'F'],
      ['04.00', 'G'],
      ['23.00 – 23.00', 'H'],
      ['Rehat sejenak'],
      ['Jumat, 21 Juli 2023'],
      [null, 'I'],
    ),
  ).toEqual([
    [3, '2023-07-20', null, null, 'time_invalid'],
    [4, '2023-07-20', '2023-07-20T13:00:00+07:00', '2023-07-20T15:00:00+07:00'],
    [5, '2023-07-20', '2023-07-20T13:00:00+07:00', '2023-07-20T15:00:00+07:00'],
    [6, '2023-07-20', null, null, 'time_invalid'],
    [7, '2023-07-20', null, null, 'time_invalid'],
    [8, '2023-07-20', '2023-07-21T03:59:00+07:00', '2023-07-21T05:00:00+07:00'],
    [9, '2023-07-20', '2023-07-20T04:00:00+07:00', null],
    [10, '2023-07-20', '2023-07-20T23:00:00+07:00', '2023-07-21T23:00:00+07:00'],
    [13, '2023-07-21', '2023-07-21T23:00:00+07:00', '2023-07-22T23:00:00+07:00'],
  ])
  expect(times(['Mulai', 'Selesai', 'Acara'], ['13.00', '15.00', 'A'], [null, '16.00', 'B'], [null, null, 'C'])).toEqual(
    [2, 3, 4].map(row => [row, null, null, null, 'day_missing']),
  )
  expect(
    times([day], ['Mulai', 'Selesai', 'Acara'], ['13.00', '15.00', 'A'], [null, '16.00', 'B'], [null, null, 'C'], ['17.00', null, 'D']),
  ).toEqual([
    [3, '2023-07-20', '2023-07-20T13:00:00+07:00', '2023-07-20T15:00:00+07:00'],
    [4, '2023-07-20', '2023-07-20T13:00:00+07:00', '2023-07-20T16:00:00+07:00'],
    [5, '2023-07-20', '2023-07-20T13:00:00+07:00', '2023-07-20T16:00:00+07:00'],
    [6, '2023-07-20', '2023-07-20T17:00:00+07:00', null],
  ])
})

test('the zone is the first that the columns of times name, else the one that is asked for', () => {
  const zone = (header: string, ...cells: string[]) => read(['Acara', header], ...cells.map(cell => ['A (WIB)', cell])).zone
  expect(zone('Waktu (WIT)', '08.00 WITA')).toBe('Asia/Jayapura')
  expect(zone('Waktu', '08.00', '08.00 wita', '08.00 WIB')).toBe('Asia/Makassar')
  expect(zone('Waktu', '08.00')).toBe('Asia/Jakarta')
  expect(zoneNamed('08.00WIT')).toBe('Asia/Jayapura')
  expect(zoneNamed('WITANYA')).toBe(null)
})

test('each filled class column is a session of its own, in the order of the columns', () => {
  const { sessions } = read(
    [day],
    ['Waktu', 'Kegiatan', 'Kelas A: Hukum', 'Kelas Paralel', 'KELAS B\nTeknis', 'Narasumber'],
    ['08.00', null, 'Sengketa', null, 'Rekapitulasi', 'Budi'],
    ['09.00', 'Ishoma', '-', null, 'nihil'],
    ['10.00', 'Arahan', 'Penutup', 'Kelas 9'],
    ['11.00', null, '–', null, '–'],
  )
  expect(sessions.map(({ row, title, kind, class: name, speakers }) => [row, title, kind, name, ...speakers])).toEqual([
    [3, 'Sengketa', 'class', 'Kelas A: Hukum', 'Budi'],
    [3, 'Rekapitulasi', 'class', 'KELAS B Teknis', 'Budi'],
    [4, 'Ishoma', 'break', null],
    [5, 'Arahan', 'class', 'Kelas 9'],
    [5, 'Penutup', 'class', 'Kelas A: Hukum'],
  ])
})

test.each([
  ['Dr. X, S.H. (Kementerian Y)', ['Dr. X, S.H. (Kementerian Y)']],
  ['Budi Santoso, SH, MH, Ani, S.E. M.M., Citra', ['Budi Santoso, S.H., M.H.', 'Ani, S.E., M.M.', 'Citra']],
  ['1. Budi\n2) ANI WIJAYA SE; - Citra', ['Budi', 'Ani Wijaya, S.E.', 'Citra']],
  ['Budi (Kementerian A, Ditjen B), S.Sos.', ['Budi (Kementerian A, Ditjen B), S.Sos.']],
  ['Budi,\nM.Si. (Lembaga C)', ['Budi, M.Si. (Lembaga C)']],
  ['Budi, S.H., (Lembaga D), Ani', ['Budi, S.H. (Lembaga D)', 'Ani']],
  ['KPU PROVINSI BALI; KIP Aceh', ['KPU PROVINSI BALI', 'KIP Aceh']],
  ['- ; 1. ; nihil', []],
  ['-', []],
])('the speakers of %j are %j', (text, expected) => {
  expect(readSpeakers(text)).toEqual(expected)
})

test('a moderator is one name, and what is too long for a name stays as typed', () => {
  expect(readModerator('drs.budi santoso,s.sos')).toBe('Drs. Budi Santoso, S.Sos.')
  expect(readModerator(' – ')).toBe(null)
  expect(readModerator('H. '.repeat(30_000))).toHaveLength(89_999)
})

const plain = { class: null, speakers: [] as string[], moderator: null as string | null }
test.each([
  ['Istirahat, salat dan makan malam', plain, 'break'],
  ['Coffee-Break', plain, 'break'],
  ['Pembukaan dan paparan', plain, 'ceremony'],
  ['Malam keakraban', plain, 'ceremony'],
  ['Registrasi dan check-in', { ...plain, class: 'Kelas 1' }, 'other'],
  ['Materi hukum', { ...plain, class: 'Kelas 1' }, 'class'],
  ['Kelompok II: media', plain, 'class'],
  ['Laporan kelompok II', plain, 'plenary'],
  ['Diskusi panel', plain, 'panel'],
  ['Pengarahan', { ...plain, speakers: ['A', 'B'], moderator: 'C' }, 'panel'],
  ['Pengarahan', { ...plain, speakers: ['A', 'B'] }, 'plenary'],
  ['Pengarahan', { ...plain, speakers: ['A'], moderator: 'C' }, 'plenary'],
  ['Tanya jawab', plain, 'plenary'],
  ['Panelis berkumpul', plain, 'other'],
  ['Rapat tim', plain, 'other'],
])('“%s” with %j is %s', (title, more, expected) => {
  expect(kindOf({ title, ...more })).toBe(expected)
})
