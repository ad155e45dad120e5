import { readOffices } from '../src/modules/organisation/regions.ts'
import { draftNarrative } from '../src/modules/reports/documents/narrative.ts'
import type { ReportData, ReportFigures } from '../src/modules/reports/schema.ts'
import type { Locale } from '../src/platform/i18n/words.ts'

type Size = { agreements: number; findings: number; locale?: Locale }

/** A report of the size of the real one: 553 offices, 124 agreements, 248 answers to give, 300 findings. */
export const fullSize: Size = { agreements: 124, findings: 300 }

/** What a report of an office above says of all its offices. */
export const sampleAbove: ReportData['above'] = {
  number: 'LAP-2026-0001',
  office: 'KPU RI',
  national: true,
  cutoff: '2026-11-19T10:00:00Z',
  figures: {
    offices: 553,
    targets: 248,
    submitted: 200,
    kpuScore: 71.5,
    partnerScore: null,
    findings: 300,
    obstacles: 120,
    followUps: 80,
    done: 20,
    overdue: 4,
  },
}

/** An invented report whose figures are counted from its own rows, so that they agree. The same seed gives the same report. */
export function sampleReport(seed: number, { agreements, findings, locale = 'id' }: Size = fullSize): ReportData {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  const offices = readOffices()
  const some = offices.filter((_, at) => agreements > 500 || at % 6 === 0)
  const rows = Array.from({ length: agreements }, (_, at) => {
    const office = at < 30 ? offices[0]! : pick(some)
    const group = pick(classes)
    const kpu = next() < 0.7 ? round(35 + next() * 60) : null
    const partnerScore = next() < 0.5 ? round(40 + next() * 55) : null
    const year = 2019 + Math.floor(next() * 7)
    const from = `${year}-${two(1 + Math.floor(next() * 12))}-${two(1 + Math.floor(next() * 28))}`
    return {
      number: `${at + 1}/PR.07-NK/${office.code === '00' ? '01' : office.code}/${year}`,
      title: pick(subjects),
      type: pick(['Nota Kesepahaman', 'Perjanjian Kerja Sama']),
      class: group.code,
      partner: `${group.partner} ${pick(places)}`,
      office: office.name,
      from,
      until: `${year + pick([1, 3, 5])}${from.slice(4)}`,
      status: pick(statuses).code,
      kpu,
      partnerScore,
      maturity: kpu === null ? null : 1 + Math.floor(next() * 4),
      code: office.code,
    }
  })
  const responses = rows.flatMap(row => [
    {
      agreement: row.number,
      partner: row.partner,
      office: row.office,
      side: 'kpu' as const,
      submittedOn: row.kpu === null ? null : `2026-10-${two(1 + Math.floor(next() * 30))}`,
      late: next() < 0.1,
      code: row.code,
    },
    {
      agreement: row.number,
      partner: row.partner,
      office: row.office,
      side: 'partner' as const,
      submittedOn: row.partnerScore === null ? null : `2026-10-${two(1 + Math.floor(next() * 30))}`,
      late: next() < 0.1,
      code: row.code,
    },
  ])
  const found = Array.from({ length: findings }, (_, at) => {
    const row = rows.length ? pick(rows) : null
    const kind = pick(kinds).code
    return {
      number: `TM-2026-${String(at + 1).padStart(4, '0')}`,
      kind,
      category: kind === 'obstacle' ? obstacles[at % obstacles.length]! : null,
      class: row?.class ?? null,
      text: pick(texts),
      agreement: row?.number ?? null,
      partner: row?.partner ?? null,
      office: row?.office ?? 'KPU RI',
      side: row && pick(['kpu', 'partner'] as const),
      followUp: next() < 0.4 ? `TL-2026-${String(at + 1).padStart(4, '0')}` : null,
    }
  })
  const plan = found.flatMap(finding => {
    if (!finding.followUp) return []
    const state = pick(states).code
    const dueOn = next() < 0.95 ? `2026-${two(9 + Math.floor(next() * 4))}-${two(1 + Math.floor(next() * 28))}` : null
    const overdue = state === 'open' && dueOn !== null && dueOn < '2026-11-20'
    return [{ number: finding.followUp, action: pick(actions), owner: pick(owners), office: finding.office, dueOn, state, overdue }]
  })
  const sent = responses.filter(row => row.submittedOn)
  const count = <T>(list: readonly T[], test: (row: T) => boolean) => list.filter(test).length
  const byOffice = offices
    .map(office => ({
      code: office.code,
      name: office.name,
      province: offices.find(({ code }) => code === office.code.slice(0, 2))?.name.replace(/^(KPU|KIP) (Provinsi )?/, '') ?? '',
      targets: count(responses, row => row.code === office.code),
      submitted: count(sent, row => row.code === office.code),
      kpuMissing: count(responses, row => row.code === office.code && row.side === 'kpu' && !row.submittedOn),
    }))
    .filter(row => agreements > 0 || row.code === '00')
  const withTargets = byOffice.filter(row => row.targets)
  const average = (scores: (number | null)[]) => {
    const given = scores.filter(score => score !== null)
    return given.length ? round(given.reduce((sum, score) => sum + score, 0) / given.length) : null
  }
  const figures: ReportFigures = {
    number: agreements ? '12/HK.05.1-LP/01/2026' : '',
    title: locale === 'id' ? 'Laporan Evaluasi Nasional Pelaksanaan Kerja Sama' : 'National Report on the Evaluation of Cooperation',
    locale,
    zone: 'Asia/Jakarta',
    office: { code: '00', name: 'KPU RI' },
    letterhead: ['Komisi Pemilihan Umum', 'Republik Indonesia', 'Jalan Imam Bonjol Nomor 29, Jakarta 10310'],
    securityClass: 'Biasa',
    cycle: {
      id: 'c',
      name: 'Evaluasi Kerja Sama 2026',
      from: '2025-10-01',
      to: '2026-09-30',
      opensOn: '2026-10-01',
      dueOn: '2026-10-31',
      closesOn: '2026-11-15',
    },
    cutoff: '2026-11-20T10:00:00Z',
    instrument: { key: 'evaluasi-kerja-sama', name: 'Instrumen Evaluasi Kerja Sama', version: 3 },
    preparer: { name: 'Sari Wulandari', position: 'Kepala Biro Perencanaan dan Organisasi' },
    signatory: { name: 'Budi Santoso', position: 'Sekretaris Jenderal', place: 'Jakarta', day: '2026-11-21' },
    names: { classes: classes.map(({ code, label }) => ({ code, label })), statuses, recommendations, states, kinds },
    totals: {
      partners: new Set(rows.map(row => row.partner)).size,
      agreements,
      offices: 553,
      officesWithTargets: withTargets.length,
      officesComplete: count(withTargets, row => row.kpuMissing === 0),
      targets: responses.length,
      kpuTargets: rows.length,
      partnerTargets: rows.length,
      submitted: sent.length,
      kpuSubmitted: count(sent, row => row.side === 'kpu'),
      partnerSubmitted: count(sent, row => row.side === 'partner'),
      pairs: rows.length,
      bothSubmitted: count(rows, row => row.kpu !== null && row.partnerScore !== null),
      kpuScore: average(rows.map(row => row.kpu)),
      partnerScore: average(rows.map(row => row.partnerScore)),
      findings,
      followUps: plan.length,
      overdue: count(plan, row => row.overdue),
    },
    previous:
      agreements > 1
        ? {
            name: 'Evaluasi Kerja Sama 2025',
            agreements: 87,
            targets: 174,
            submitted: 81,
            kpuScore: 61.4,
            partnerScore: 58.2,
            findings: 112,
          }
        : null,
    responseByProvince: offices
      .filter(office => office.kind !== 'regency')
      .map(({ code, name }) => ({
        code,
        name: name.replace(/^(KPU|KIP) Provinsi |^KIP /, ''),
        targets: count(responses, row => row.code.slice(0, 2) === code),
        submitted: count(sent, row => row.code.slice(0, 2) === code),
      })),
    responseByOffice: byOffice.map(({ kpuMissing: _, ...row }) => row),
    partnersByClass: classes.map(({ code }) => ({
      class: code,
      partners: new Set(rows.filter(row => row.class === code).map(row => row.partner)).size,
      agreements: count(rows, row => row.class === code),
    })),
    statusByClass: classes.flatMap(({ code }) =>
      statuses.map(status => ({
        class: code,
        status: status.code,
        count: count(rows, row => row.class === code && row.status === status.code),
      })),
    ),
    maturityByClass: classes.flatMap(({ code }) =>
      [1, 2, 3, 4, null].map(level => ({ class: code, level, count: count(rows, row => row.class === code && row.maturity === level) })),
    ),
    scoresByClass: classes.map(({ code }) => {
      const group = rows.filter(row => row.class === code)
      return {
        class: code,
        kpu: average(group.map(row => row.kpu)),
        partner: average(group.map(row => row.partnerScore)),
        both: count(group, row => row.kpu !== null && row.partnerScore !== null),
      }
    }),
    scoresByItem: items.map((label, at) => ({
      key: `q${at}`,
      label,
      kpu: sent.length ? round(40 + next() * 55) : null,
      partner: sent.length ? round(40 + next() * 55) : null,
      nKpu: count(sent, row => row.side === 'kpu'),
      nPartner: count(sent, row => row.side === 'partner'),
    })),
    obligations: (['full', 'part', 'none', 'na'] as const).map(result => ({
      result,
      count: sent.length ? Math.floor(next() * agreements * 2) : 0,
    })),
    obstaclesByCategory: obstacles.map((label, at) => ({ category: `o${at}`, label, count: Math.floor((next() * findings) / (at + 3)) })),
    recommendations: recommendations.map(({ code }) => ({ recommendation: code, count: Math.floor(next() * sent.length * 0.4) })),
    followUpsByState: states.map(({ code }) => ({ state: code, count: count(plan, row => row.state === code) })),
    findings: found,
    actionPlan: plan,
    agreements: rows.map(({ code: _, ...row }) => row),
    responses: responses.map(({ code: _, ...row }) => ({ ...row, late: row.late && row.submittedOn !== null })),
  }
  return { ...figures, narrative: draftNarrative(figures) }
}

/** A report with the worst that a person could type, in every text that a person types; its rows are few, for each may fill pages. */
export function hostileReport(seed: number): ReportData {
  const report = sampleReport(seed, { agreements: hostileTexts.length, findings: hostileTexts.length })
  let turn = 0
  const spoil = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map(item => spoil(item, key))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, spoil(held, name)]))
    return typeof value === 'string' && !kept.has(key) ? hostileTexts[turn++ % hostileTexts.length] : value
  }
  const few = {
    responseByOffice: report.responseByOffice.slice(0, hostileTexts.length),
    responseByProvince: report.responseByProvince.slice(0, hostileTexts.length),
  }
  return spoil({ ...report, ...few }, '') as ReportData
}

export const hostileTexts = [
  '<script>alert(1)</script>',
  "=cmd|' /C calc'!A0",
  'gaji\u202Efdp.exe',
  'x'.repeat(10_000),
  '#eval("panic()") $x^2$ *tebal* @rujukan <label> // komentar',
  '{tag} {#loop}{/loop} {agreements}',
  'sebelum\u0000sesudah\u0007\ud800',
  'مرحبا بكم 漢字 😀 👨‍👩‍👧',
  '\\u{1F600} "kutip" \\\\ ]]> &amp; <!--',
  'baris\r\nbaru\tlagi',
  '   ',
  '/PR.07-NK/01/2022'.repeat(40),
]

/** Codes, days and choices are never typed. */
const kept = new Set([
  'code',
  'class',
  'status',
  'state',
  'kind',
  'recommendation',
  'result',
  'side',
  'locale',
  'zone',
  'cutoff',
  'day',
  'from',
  'to',
  'until',
  'opensOn',
  'dueOn',
  'closesOn',
  'submittedOn',
  'key',
  'category',
  'id',
])

const two = (value: number): string => String(value).padStart(2, '0')
const round = (value: number): number => Math.round(value * 100) / 100

/** Mulberry32: 32 bits of state, good enough to vary a sample. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const classes = [
  { code: 'ministry', label: 'Kementerian', partner: 'Kementerian Urusan' },
  { code: 'state_body', label: 'Lembaga negara', partner: 'Badan Layanan' },
  { code: 'university', label: 'Perguruan tinggi', partner: 'Universitas' },
  { code: 'professional_organisation', label: 'Organisasi profesi', partner: 'Ikatan Ahli' },
  { code: 'ngo', label: 'Lembaga swadaya masyarakat', partner: 'Yayasan Suara' },
  { code: 'student_association', label: 'Organisasi mahasiswa', partner: 'Himpunan Mahasiswa' },
  { code: 'media', label: 'Media', partner: 'Harian' },
  { code: 'company', label: 'Perusahaan', partner: 'PT Sinar' },
  { code: 'other', label: 'Lainnya', partner: 'Forum Warga' },
]
const statuses = [
  { code: 'negotiation', label: 'Perundingan' },
  { code: 'awaiting_signature', label: 'Menunggu tanda tangan' },
  { code: 'active', label: 'Berlaku' },
  { code: 'expiring', label: 'Segera berakhir' },
  { code: 'in_renewal', label: 'Dalam perpanjangan' },
  { code: 'expired', label: 'Kedaluwarsa' },
  { code: 'terminated', label: 'Diakhiri' },
  { code: 'completed', label: 'Selesai' },
]
const recommendations = [
  { code: 'continue', label: 'Dilanjutkan' },
  { code: 'improve', label: 'Dilanjutkan dengan perbaikan' },
  { code: 'extend', label: 'Diperluas' },
  { code: 'stop', label: 'Dihentikan' },
]
const states = [
  { code: 'open', label: 'Dikerjakan' },
  { code: 'reported', label: 'Dilaporkan selesai' },
  { code: 'returned', label: 'Dikembalikan' },
  { code: 'verified', label: 'Terverifikasi' },
  { code: 'cancelled', label: 'Dibatalkan' },
]
const kinds = [
  { code: 'obstacle', label: 'Kendala' },
  { code: 'suggestion', label: 'Saran' },
  { code: 'criticism', label: 'Kritik' },
  { code: 'solution', label: 'Solusi' },
]
const subjects = [
  'Pengelolaan Arsip Dinamis',
  'Pertukaran dan Pemanfaatan Data',
  'Pendidikan Pemilih bagi Pemilih Pemula',
  'Penanganan Masalah Hukum Perdata dan Tata Usaha Negara',
  'Tri Dharma Perguruan Tinggi dan Peningkatan Kapasitas Sumber Daya Manusia',
  'Penyebarluasan Informasi Pemilu',
]
const places = ['Nusantara', 'Bahari', 'Khatulistiwa', 'Merdeka', 'Sejahtera', 'Cendekia', 'Harapan', 'Mandiri', 'Lestari', 'Madani']
const items = [
  'Kesesuaian kegiatan dengan tujuan kerja sama',
  'Ketepatan waktu pelaksanaan',
  'Kontribusi mitra',
  'Koordinasi antara kedua pihak',
  'Tercapainya indikator yang disepakati',
  'Dampak bagi penyelenggaraan Pemilu dan Pemilihan',
  'Inovasi dan manfaat baru',
  'Kelengkapan dokumen',
  'Pelaporan berkala',
  'Relevansi kerja sama dengan kebutuhan saat ini',
  'Keberlanjutan kegiatan setelah kerja sama berakhir',
]
const obstacles = [
  'Anggaran belum tersedia',
  'Pergantian pejabat atau narahubung',
  'Belum ada rencana kerja bersama',
  'Jadwal kedua pihak tidak bertemu',
  'Data tidak dapat dipertukarkan',
  'Sarana dan jaringan',
  'Lainnya',
]
const texts = [
  'Rencana kerja tahunan belum disusun sehingga kegiatan pendidikan pemilih hanya berjalan sekali dalam setahun.',
  'Narahubung mitra berganti tanpa pemberitahuan; surat tidak terjawab selama tiga bulan.',
  'Anggaran kegiatan bersama tidak tercantum dalam DIPA maupun RKA mitra.',
  'Pertukaran data belum berjalan karena format dan penanggung jawab data di kedua pihak belum disepakati. Pertemuan teknis sudah dua kali dijadwalkan, tetapi dibatalkan karena bertepatan dengan tahapan.',
  'Disarankan ada pertemuan koordinasi setiap triwulan.',
]
const actions = [
  'Menyusun rencana kerja bersama tahun 2027',
  'Memperbarui daftar narahubung kedua pihak',
  'Mengusulkan anggaran kegiatan pada revisi DIPA',
  'Menyepakati format dan jadwal pertukaran data',
  'Menyelenggarakan pertemuan koordinasi triwulanan',
]
const owners = ['Rina Marlina', 'Agus Prabowo', 'Dewi Lestari', 'Yohanes Kambu', 'Made Suartana', 'Nurhayati']
