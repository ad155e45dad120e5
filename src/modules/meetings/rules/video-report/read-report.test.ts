import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRows } from '../../../../platform/spreadsheets/read.ts'
import { readOffices } from '../../../organisation/regions.ts'
import { videoReportTable } from './columns.ts'
import { officeMentions } from './offices.ts'
import { presenceOf } from './presence.ts'
import { readVideoReport } from './read-report.ts'

const mentions = officeMentions(readOffices())
const meeting = ['Meeting ID,Topic,Start Time,End Time', '8510 0000,"Rakor, hari ke-1",07/30/2025 08:00:00 AM,07/30/2025 12:00:00 PM']
const header = 'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),In Waiting Room'
const tableOf = async (...lines: string[]) => videoReportTable((await readRows(new TextEncoder().encode(lines.join('\r\n')))).sheets)
async function read(...lines: string[]) {
  const table = await tableOf(...meeting, '', header, ...lines)
  return readVideoReport(table!, { zone: 'Asia/Makassar', domain: 'kpu.example', mentions })
}
/** Somebody who was there for an hour. */
const guest = (name: string, email = '') => `"${name}",${email},07/30/2025 09:00:00 AM,07/30/2025 10:00:00 AM,60,No`
const meant = async (name: string, email = '') => {
  const { present, ambiguous } = await read(guest(name, email))
  return [...present.map(({ office }) => office), ...ambiguous.flatMap(({ candidates }) => [candidates])]
}

test('a report says which offices took part for how long, whom nobody can tell, and who only waited', async () => {
  expect(
    await read(
      'Sari_KPU Kab. Malang,SARI@surel.example,07/30/2025 09:00:00 AM,07/30/2025 10:00:00 AM,60,No',
      'KPU KAB MALANG - Budi,,07/30/2025 09:30:30 AM,07/30/2025 10:30:00 AM,60,No',
      'KPU KAB MALANG - Budi,,07/30/2025 10:30:00 AM,,1,No',
      'KPU KAB MALANG - Budi,,07/30/2025 08:00:00 AM,07/30/2025 08:30:00 AM,1,Yes',
      'KPU  Malang,Ani@Surel.example,07/30/2025 09:00:00 AM,07/30/2025 09:00:29 AM,1,No',
      'KPU Malang,ani@surel.example,07/30/2025 09:10:00 AM,07/30/2025 09:10:01 AM,1,No',
      'iPad,,07/30/2025 09:00:00 AM,07/30/2025 09:01:00 AM,1,No',
    ),
  ).toEqual({
    zone: 'Asia/Makassar',
    meeting: {
      id: '8510 0000',
      topic: 'Rakor, hari ke-1',
      startsAt: '2025-07-30T08:00:00+08:00',
      endsAt: '2025-07-30T12:00:00+08:00',
    },
    counts: { rows: 7, waiting: 1, present: 1, ambiguous: 1, unmatched: 1 },
    present: [
      {
        office: '35.07',
        firstIn: '2025-07-30T09:00:00+08:00',
        lastOut: '2025-07-30T12:00:00+08:00',
        minutes: 180,
        devices: 2,
        connections: 3,
      },
    ],
    ambiguous: [
      {
        name: 'KPU Malang',
        email: 'ani@surel.example',
        candidates: ['35.07', '35.73'],
        firstIn: '2025-07-30T09:00:00+08:00',
        lastOut: '2025-07-30T09:10:01+08:00',
        minutes: 1,
        connections: 2,
      },
    ],
    unmatched: [
      {
        name: 'iPad',
        email: null,
        firstIn: '2025-07-30T09:00:00+08:00',
        lastOut: '2025-07-30T09:01:00+08:00',
        minutes: 1,
        connections: 1,
      },
    ],
  })
})

test('in Indonesian, with semicolons, the day first and full stops in the clock', async () => {
  const table = await tableOf(
    '\ufeffID;Topik;Waktu mulai;Waktu berakhir',
    '851;Rapat, kecil;30/07/2025 08.05.00;30/07/2025 16.04.10',
    'Nama (nama asli);Email;Waktu bergabung;Waktu keluar;Di ruang tunggu',
    'KPU RI;;30/07/2025 08.06;30/07/2025 09.06;Tidak',
    'KPU RI;;30/07/2025 08.06;30/07/2025 09.06;Ya',
  )
  expect(readVideoReport(table!, { zone: 'Asia/Jakarta', domain: null, mentions })).toEqual({
    zone: 'Asia/Jakarta',
    meeting: { id: '851', topic: 'Rapat, kecil', startsAt: '2025-07-30T08:05:00+07:00', endsAt: '2025-07-30T16:04:10+07:00' },
    counts: { rows: 2, waiting: 1, present: 1, ambiguous: 0, unmatched: 0 },
    present: [
      {
        office: '00',
        firstIn: '2025-07-30T08:06:00+07:00',
        lastOut: '2025-07-30T09:06:00+07:00',
        minutes: 60,
        devices: 1,
        connections: 1,
      },
    ],
    ambiguous: [],
    unmatched: [],
  })
})

test('a connection whose times cannot be read is said, not left out; the blocks may stand the other way round', async () => {
  const { present, problems, counts } = await read(
    'KPU RI,,07/30/2025 09:00:00 AM,sore,60,No',
    'KPU RI,,,07/30/2025 09:00:00 AM,60,No',
    'KPU RI,,07/30/2025 10:00:00 AM,07/30/2025 09:00:00 AM,60,No',
    header,
  )
  expect(counts.rows).toBe(3)
  expect(present.map(({ minutes, connections }) => [minutes, connections])).toEqual([[0, 1]])
  expect(problems).toEqual([
    { row: 5, name: 'KPU RI', problem: 'time_invalid' },
    { row: 6, name: 'KPU RI', problem: 'time_invalid' },
    { row: 7, name: 'KPU RI', problem: 'leaves_before_join' },
  ])
  const swapped = await tableOf(header, guest('iPad'), '', ...meeting)
  expect([swapped!.meeting.id, swapped!.connections.length]).toEqual(['8510 0000', 1])
  const alone = await tableOf(header, 'iPad,,07/30/2025 09:00:00 AM,,60,No')
  expect(readVideoReport(alone!, { zone: 'Asia/Jakarta', domain: null, mentions })).toMatchObject({
    meeting: { id: null, topic: null, startsAt: null, endsAt: null },
    counts: { rows: 1, unmatched: 0 },
    problems: [{ problem: 'time_invalid' }],
  })
  expect(await tableOf('Nama,Email', 'Sari,a@b.example')).toBe(null)
})

test('guests are sorted by name and address as JSON writes them', async () => {
  const { unmatched } = await read(guest('b'), guest('a b'), guest('a', 'z@x.example'), guest('a'), guest('a', 'b@x.example'))
  expect(unmatched.map(({ name, email }) => [name, email])).toEqual([
    ['a b', null],
    ['a', 'b@x.example'],
    ['a', 'z@x.example'],
    ['a', null],
    ['b', null],
  ])
})

test.each<[string, string, unknown[]]>([
  ['Galaxy A52 (KPU Kota Batu)', '', ['35.79']],
  ['KPU Malang (KPU Kota Malang)', '', ['35.73']],
  ['KPU Malang (KPU Kota Batu)', '', [['35.07', '35.73']]],
  ['KPU Malang', 'kab_malang@kpu.example', ['35.07']],
  ['KPU Malang', 'KAB_MALANG@KPU.example', ['35.07']],
  ['KPU Malang', 'kab_malang@surel.example', [['35.07', '35.73']]],
  ['KPU Malang', 'kab_malang@pusat.kpu.example', [['35.07', '35.73']]],
  ['KPU Malang', 'kab_blitar@kpu.example', [['35.07', '35.73']]],
  ['KPU Kota Batu (KPU Malang)', 'kab_malang@kpu.example', ['35.79']],
  ['Budi (KPU Malang) [KPU Kab. Malang]', '', [['35.07', '35.73']]],
  ['Budi (KPU Kab. Mal', '', []],
  ['Budi (KPU Kab. Malang', '', ['35.07']],
  ['Budi', 'prov_di_yogyakarta@kpu.example', ['34']],
])('“%s” <%s> means %j', async (name, email, expected) => {
  expect(await meant(name, email)).toEqual(expected)
})

test.each<[string, string[]]>([
  ['3573 Malang', ['35.73']],
  ['35.73_Budi', ['35.73']],
  ['35,73 Budi', ['35.73']],
  ['vivo 3573', []],
  ['35731 Budi', []],
  ['3599 Budi', []],
  ['35 Budi', []],
  ['3573 KPU Malang', ['35.73']],
  ['3573 KPU Kab. Malang', ['35.07', '35.73']],
  ['Malang', []],
  ['Kab. Malang', ['35.07']],
  ['kodya malang', ['35.73']],
  ['KOTAMADYA MALANG', ['35.73']],
  ['Kota Kepanjen', []],
  ['Kabupaten Toli-Toli', ['72.04']],
  ['KPU Kab. Kep. Seribu', ['31.01']],
  ['Kab FAK FAK', ['92.03']],
  ['KPU Kota Banjar Baru', ['63.72']],
  ['Kota Bandung Barat', ['32.73']],
  ['KPU Bandung Barat', ['32.17']],
  ['Kab. Kotabaru', ['63.02']],
  ['KIP Aceh Besar', ['11.06']],
  ['KIP Aceh', ['11']],
  ['KPUD Sumut', ['12']],
  ['Prov Sumut', ['12']],
  ['Propinsi DI Yogyakarta', ['34']],
  ['Provinsi Jakarta', ['31']],
  ['KPU DIY', ['34']],
  ['Kab. Sumut', []],
  ['komisi pemilihan umum kota batu', ['35.79']],
  ['Komisi Pemilihan Umum Bone', ['73.08']],
  ['Pemilihan Umum Bone', []],
  ['KPU Malang', ['35.07', '35.73']],
  ['KPU Gorontalo', ['75', '75.01', '75.71']],
  ['KPU RI - Biro Hukum', ['00']],
  ['KPU Pusat', ['00']],
  ['Pusat', []],
  ['KPU Kota Malang Provinsi Jawa Timur', ['35.73']],
  ['KPU Malang, Prov. Jatim', ['35.07', '35.73']],
  ['KPU Banjar Prov. Jabar', ['32.79']],
  ['KPU Kota Batu Prov. Bali', ['35.79', '51']],
  ['KPU', []],
])('“%s” means the offices %j', (text, expected) => {
  expect(mentions(text)).toEqual(expected)
})

test('every office is met by its own name, and no other', () => {
  for (const { code, name } of readOffices()) {
    const spelled = name.replace(/(KPU|KIP) (Kabupaten|Kota|Provinsi) /, '$2 ')
    expect([name, mentions(spelled)]).toEqual([name, [code]])
  }
})

test('minutes, devices and ends are what asking at every second would give', () => {
  const interval = fc.tuple(fc.nat(300), fc.nat(100)).map(([from, length]) => ({ from: from * 1000, to: (from + length) * 1000 }))
  fc.assert(
    fc.property(fc.array(interval, { minLength: 1, maxLength: 12 }), intervals => {
      const seconds = Array.from({ length: 401 }, (_, at) => intervals.filter(({ from, to }) => from <= at * 1000 && at * 1000 < to).length)
      const covered = seconds.filter(open => open > 0).length
      expect(presenceOf(intervals)).toEqual({
        from: Math.min(...intervals.map(({ from }) => from)),
        to: Math.max(...intervals.map(({ to }) => to)),
        minutes: Math.round(covered / 60),
        devices: Math.max(1, ...seconds),
        connections: intervals.length,
      })
    }),
  )
})
