import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pseudo } from '../../../../test/pseudo.ts'
import { sampleReport } from '../../../../test/sample-report.ts'
import { formatScore, formatShare } from '../../../platform/i18n/format.ts'
import { addLanguage, dropLanguage, messages } from '../../../platform/i18n/languages.ts'
import { type Locale, locales } from '../../../platform/i18n/words.ts'
import { enough } from '../rules/conclusions.ts'
import type { Narrative, ReportFigures } from '../schema.ts'
import { draftNarrative } from './narrative.ts'
import { printCell, printRow } from './table.ts'
import { reportTables } from './tables.ts'

const report = sampleReport(5)
const totals = {
  ...report.totals,
  targets: 248,
  submitted: 149,
  kpuTargets: 124,
  kpuSubmitted: 99,
  partnerTargets: 124,
  partnerSubmitted: 50,
}
const item = (label: string, kpu: number | null, partner: number | null, n = 20) => ({
  key: label,
  label,
  kpu,
  partner,
  nKpu: kpu === null ? 0 : n,
  nPartner: partner === null ? 0 : n,
})

test('the draft says the figures with their denominators', () => {
  const { summary, response, followUps, recommendations } = draftNarrative({
    ...report,
    totals: { ...totals, followUps: 40, overdue: 3 },
    followUpsByState: [
      { state: 'open', count: 18 },
      { state: 'reported', count: 12 },
      { state: 'verified', count: 8 },
      { state: 'cancelled', count: 2 },
    ],
  })
  expect(summary[0]).toBe('149 dari 248 isian (60%) telah dikirim.')
  expect(response.slice(0, 2)).toEqual([
    'Pihak KPU: 99 dari 124 isian (80%) telah dikirim.',
    'Pihak mitra: 50 dari 124 isian (40%) telah dikirim.',
  ])
  expect(followUps.at(-1)).toBe('3 dari 30 tindak lanjut yang belum selesai (10%) terlambat.')
  expect(recommendations).toContain(
    'Paling lambat 20 Desember 2026, penanggung jawab menyelesaikan 3 tindak lanjut yang terlambat; pimpinan satuan kerja memantaunya setiap bulan.',
  )
})

test('obstacles gather where one category holds half of them or more, and only those that need action are asked to be acted on', () => {
  const category = (label: string, count: number) => ({ category: label, label, count })
  const said = (...obstaclesByCategory: ReportFigures['obstaclesByCategory']) => draftNarrative({ ...report, obstaclesByCategory })
  expect(said(category('Anggaran', 3), category('Jadwal', 1), category('Data', 1)).conclusion).toContain(
    'Kendala terpusat pada kategori “Anggaran” (60%), sehingga perbaikan dapat dimulai dari sana.',
  )
  expect(said(category('Anggaran', 3), category('Jadwal', 2), category('Data', 2)).conclusion).toContain(
    'Kendala tidak terpusat pada satu kategori: “Anggaran” memuat 43%; 3 kategori perlu ditangani untuk mengatasi 100% kendala.',
  )
  const agreements = report.agreements.slice(0, 2).map((row, at) => ({ ...row, number: `${at + 1}/PKS` }))
  const problems = agreements.map(({ number }) => ({ ...report.findings[0]!, kind: 'obstacle', agreement: number }))
  const advised = (...counts: number[]) =>
    draftNarrative({
      ...report,
      agreements,
      findings: problems,
      obstaclesByCategory: counts.map((count, at) => category(['Anggaran', 'Jadwal', 'Data'][at]!, count)),
    }).recommendations.filter(text => /langkah/.test(text))
  expect(advised(3, 2)).toEqual([
    'Sekretariat menyusun langkah bersama untuk mengatasi kendala yang paling sering dilaporkan, yaitu “Anggaran”, paling lambat 20 Desember 2026.',
  ])
  // Where they are spread there is no step to name, and a recommendation without one is none.
  expect(advised(3, 2, 2)).toEqual([])
  const finding = (kind: string, at: number, followUp: string | null = null) => ({
    ...report.findings[0]!,
    number: `T-${at}`,
    kind,
    followUp,
  })
  const findings = ['obstacle', 'obstacle', 'obstacle', 'criticism', 'criticism', 'solution', 'suggestion'].map((kind, at) =>
    finding(kind, at),
  )
  const { conclusion, recommendations } = draftNarrative({
    ...report,
    findings: [{ ...findings[0]!, followUp: 'TL-1' }, ...findings.slice(1)],
  })
  expect(conclusion[0]).toBe('Hanya 1 dari 5 kendala dan kritik (20%) yang memiliki tindak lanjut; 4 belum ditangani.')
  expect(recommendations[0]).toBe(
    'Paling lambat 20 Desember 2026, pimpinan satuan kerja menetapkan penanggung jawab dan tenggat bagi 4 kendala dan kritik yang belum memiliki tindak lanjut.',
  )
})

test('where most is left to follow up is said by name, and every kind of partner is named', () => {
  const left = (office: string, count: number) =>
    Array.from({ length: count }, () => ({ ...report.findings[0]!, kind: 'criticism', office, followUp: null }))
  const findings = [...left('KPU Bali', 2), ...left('KPU Riau', 9), ...left('KPU Aceh', 3), ...left('KPU Papua', 1)]
  const partnersByClass = report.names.classes.map(({ code }) => ({ class: code, partners: 1, agreements: 1 }))
  const draft = draftNarrative({ ...report, findings, partnersByClass })
  expect(draft.recommendations[0]).toContain(', terutama di KPU Riau (9), KPU Aceh (3), dan KPU Bali (2).')
  for (const { label } of report.names.classes) expect(draft.background[0]).toContain(label.toLowerCase())
  expect(report.names.classes.length).toBeGreaterThan(8)
})

test('which side scores higher, and by how much, is said even of few agreements, by name', () => {
  const agreements = report.agreements.slice(0, 2).map((row, at) => ({ ...row, number: `${at + 1}/PKS`, kpu: 90, partnerScore: 77 }))
  const said = (kpuScore: number, partnerScore: number, bothSubmitted: number) =>
    draftNarrative({ ...report, agreements, totals: { ...totals, kpuScore, partnerScore, bothSubmitted } }).conclusion
  expect(said(90, 77.7, 2)).toContain(
    'KPU menilai pelaksanaan kerja sama lebih tinggi daripada mitra, dengan selisih 12,3. Perbandingan ini perlu dibaca dengan hati-hati karena hanya 2 perjanjian yang dinilai oleh kedua pihak, yaitu 1/PKS dan 2/PKS.',
  )
  expect(said(70, 77.7, 40)).toContain(
    'Secara keseluruhan mitra menilai pelaksanaan kerja sama lebih tinggi daripada KPU, dengan selisih 7,7.',
  )
  expect(said(90, 77.7, 0).filter(text => /menilai pelaksanaan/.test(text))).toEqual([])
})

test('a running cycle draws provisional conclusions and compares only what does not grow until it closes', () => {
  const previous = {
    name: 'Evaluasi 2025',
    agreements: 120,
    targets: 248,
    submitted: 232,
    kpuScore: 80,
    partnerScore: 70,
    findings: 900,
  }
  const now = { ...report, previous, totals: { ...totals, agreements: 124, kpuScore: 78.34, partnerScore: null } }
  const running = { ...now, cycle: { ...report.cycle, closed: false } }
  expect(draftNarrative(running).conclusion[0]).toBe('Siklus masih berjalan, sehingga kesimpulan berikut bersifat sementara.')
  expect(draftNarrative({ ...now, cycle: { ...report.cycle, closed: true } }).conclusion[0]).not.toContain('sementara')
  const table = reportTables({ ...running, narrative: draftNarrative(running) }).find(({ key }) => key === 'comparison')!
  const rows = table.rows.map(row => printRow('id', table, row))
  expect(table.title).toContain('masih berjalan')
  expect(rows).toEqual([
    ['Perjanjian', '120', '124', '+4'],
    ['Skor rata-rata menurut KPU', '80,0', '78,3', '−1,7'],
  ])
})

test('the same in English', () => {
  const { summary, response } = draftNarrative({ ...report, locale: 'en', totals })
  expect([summary[0], response[0]]).toEqual([
    '149 of 248 forms (60%) have been submitted.',
    'KPU: 99 of 124 forms (80%) have been submitted.',
  ])
})

test('a language that was added drafts in its own words alone, whatever the figures are', () => {
  addLanguage('qps', 'Pseudo', new Map([...messages()].map(([key, { id }]) => [key, pseudo(id)])))
  const qps = 'qps' as 'added'
  fc.assert(
    fc.property(anySeed, seed => {
      const [added, indonesian] = [qps, 'id' as const].map(locale => Object.values(draftNarrative(figuresOf(locale, seed))).flat())
      expect(added!.length).toBe(indonesian!.length)
      expect(added!.filter((text, at) => text === indonesian![at] || !/[áéíóú]/.test(text))).toEqual([])
      const kinds = report.names.classes.map(({ label }) => label.toLowerCase())
      const said = kinds.reduce((text, kind) => text.replaceAll(kind, ''), added!.join(' '))
      expect(said.match(/(?<!“[^”]*)\b(?:isian|perjanjian|temuan|kendala|saran|selesai|dikembalikan|lainnya)\b/g)).toBeNull()
    }),
    { numRuns: 50 },
  )
  dropLanguage('qps')
})

test('the highest and the lowest are told of each side by itself, ties as ties, and not from too few answers', () => {
  const said = (scoresByItem: ReportFigures['scoresByItem']) =>
    draftNarrative({ ...report, scoresByItem, scoresByClass: [], responseByProvince: [], findings: [] }).analysis
  expect(said([item('Dampak', 76.7, 92), item('Waktu', 90, 80), item('Biaya', 76.66, 85), item('Arsip', 10, 10, enough - 1)])).toEqual([
    'Menurut KPU, skor tertinggi terdapat pada pertanyaan “Waktu” (90,0) dan skor terendah pada pertanyaan “Dampak” dan “Biaya” (76,7).',
    'Menurut mitra, skor tertinggi terdapat pada pertanyaan “Dampak” (92,0) dan skor terendah pada pertanyaan “Waktu” (80,0).',
    'Selisih skor terbesar antara kedua pihak ialah 15,3, pada pertanyaan “Dampak” (KPU 76,7, mitra 92,0).',
  ])
  expect(said([item('Dampak', 80, 80), item('Waktu', 80, 80)])).toEqual([
    'Menurut KPU, skor semua pertanyaan sama, yaitu 80,0.',
    'Menurut mitra, skor semua pertanyaan sama, yaitu 80,0.',
    'Kedua pihak memberi skor yang sama pada setiap pertanyaan yang mereka nilai bersama.',
  ])
  expect(said([item('Dampak', 10, 90, enough - 1), item('Waktu', 90, 10, enough - 1)])).toEqual([
    'Jawaban per pertanyaan masih terlalu sedikit untuk diperbandingkan.',
  ])
})

test('classes, provinces and the obstacles of each side are told from enough answers alone', () => {
  const group = (at: number, kpu: number, partner: number, both: number) => ({ class: report.names.classes[at]!.code, kpu, partner, both })
  const place = (code: string, name: string, targets: number, submitted: number) => ({ code, name, targets, submitted })
  const found = (side: 'kpu' | 'partner', category: string, count: number) =>
    Array.from({ length: count }, () => ({ ...report.findings[0]!, kind: 'obstacle', side, category }))
  const { analysis } = draftNarrative({
    ...report,
    scoresByItem: [],
    scoresByClass: [group(0, 80, 73.2, enough), group(1, 70, 72, enough), group(2, 90, 10, enough - 1)],
    responseByProvince: [
      place('00', 'KPU RI', 9, 1),
      place('32', 'Jawa Barat', 8, 5),
      place('33', 'Jawa Tengah', 6, 6),
      place('34', 'DIY', 4, 0),
    ],
    findings: [...found('kpu', 'Anggaran', 3), ...found('kpu', 'Data', 2), ...found('partner', 'Data', enough - 1)],
  })
  expect(analysis).toEqual([
    'Jawaban per pertanyaan masih terlalu sedikit untuk diperbandingkan.',
    `Menurut jenis mitra, skor KPU paling berbeda dari skor mitra pada ${report.names.classes[0]!.label} (+6,8; n = 5).`,
    'Di antara provinsi yang memiliki sedikitnya 5 isian, bagian isian yang terkirim paling kecil ada pada Jawa Barat (5 dari 8, 63%).',
    'Kategori kendala yang paling sering disebut KPU ialah “Anggaran”.',
  ])
})

test('what both sides name most is told once where it is the same', () => {
  const found = (side: 'kpu' | 'partner', category: string) =>
    Array.from({ length: enough }, () => ({ ...report.findings[0]!, kind: 'obstacle', side, category }))
  const told = (locale: Locale, partner: string) =>
    draftNarrative({ ...report, locale, findings: [...found('kpu', 'Anggaran'), ...found('partner', partner)] }).analysis.filter(text =>
      /Anggaran|Data/.test(text),
    )
  expect(told('id', 'Anggaran')).toEqual(['Kategori kendala yang paling sering disebut KPU dan mitra sama, yaitu “Anggaran”.'])
  expect(told('en', 'Anggaran')).toEqual(['KPU and partners mention the same category of obstacles most often: “Anggaran”.'])
  expect(told('id', 'Data')).toHaveLength(2)
})

test('of a single agreement, form and answer no two sentences that follow each other begin alike', () => {
  const one = (result: string, level: number, sent: number) => ({
    ...report,
    totals: {
      ...totals,
      targets: 2,
      submitted: 1 + sent,
      kpuTargets: 1,
      kpuSubmitted: 1,
      partnerTargets: 1,
      partnerSubmitted: sent,
      pairs: 1,
    },
    obligations: (['full', 'part', 'none'] as const).map(each => ({ result: each, count: each === result ? 1 : 0 })),
    maturityByClass: [{ class: 'other', level, count: 1 }],
  })
  for (const locale of locales)
    for (const result of ['full', 'part', 'none'])
      for (const level of [1, 2, 4])
        for (const sent of [0, 1]) {
          const facts = one(result, level, sent)
          const more = { officesWithTargets: 1, officesComplete: sent, bothSubmitted: sent, followUps: 1, overdue: sent, findings: 1 }
          const draft = draftNarrative({
            ...facts,
            locale,
            totals: { ...facts.totals, ...more },
            findings: report.findings.slice(0, 1),
            followUpsByState: [{ state: 'open', count: 1 }],
          })
          const begun = [draft.summary, draft.response, draft.scores, draft.followUps].map(texts =>
            texts.map(text => /^(?:Pihak \w+|KPU|Partners): |^(Satu-satunya|The only)/.exec(text)?.[1] ?? text),
          )
          expect(begun.flatMap(texts => texts.filter((text, at) => at > 0 && text === texts[at - 1]))).toEqual([])
          expect(draft.scores).toHaveLength(3)
        }
})

test('what remains to be sent is asked for before the cycle closes, and explained after it has', () => {
  const advised = (cutoff: string) => draftNarrative({ ...report, totals, cutoff }).recommendations
  expect(advised('2026-11-15T10:00:00Z')).toContain(
    'Satuan kerja dan mitra mengirim 99 isian yang belum dikirim sebelum siklus ditutup pada 15 November 2026.',
  )
  expect(advised('2026-11-15T17:00:00Z').join(' ')).toContain('menjelaskan 99 isian')
})

test.each(locales)(
  'no sentence of a draft contradicts its figures, whatever they are (%s)',
  locale => {
    fc.assert(
      fc.property(anySeed, seed => {
        const figures = figuresOf(locale, seed)
        const draft = draftNarrative(figures)
        const sections = Object.values(draft)
        expect(sections.every(paragraphs => paragraphs.length > 0)).toBe(true)
        const sentences = sections.flat().flatMap(paragraph => paragraph.split(/(?<=[.”])\s+(?=[A-Z])/))
        expect(sentences.filter((sentence, at) => sentences.indexOf(sentence) !== at)).toEqual([])
        for (const text of sections.flat())
          expect(text).not.toMatch(/undefined|NaN|Infinity|null|–|\[object| {2}|\.\.|(?<![\d.,])0 (?:dari|of) |(?<![\d.,])0 \(| 0%/)
        shares(locale, sections.flat())
        wholes(figures, draft)
        ranks(figures, draft)
        gaps(figures, draft)
        leading(figures, draft)
        expect(unknownNumbers(figures, draft)).toEqual([])
        expect(draft.conclusion.filter(sentence => [...draft.summary, ...draft.analysis].includes(sentence))).toEqual([])
      }),
      { numRuns: 150 },
    )
  },
  120_000,
)

const fewItems = ['Dampak', 'Waktu', 'Biaya', 'Arsip', 'Laporan']
const score = fc.option(fc.constantFrom(0, 49.96, 50, 76.66, 76.7, 82.25, 84.9, 100), { nil: null })
const answers = fc.constantFrom(0, 1, 4, 5, 6, 60)
const counts = (length: number) => fc.array(fc.constantFrom(0, 0, 1, 2, 5, 40), { minLength: length, maxLength: length })
/** Many ties, nothing at all, everything at once, and too few answers. */
const anySeed = fc.record({
  seed: fc.nat(1000),
  agreements: fc.constantFrom(0, 1, 2, 5, 12),
  findings: fc.constantFrom(0, 1, 2, 5, 30),
  sent: fc.constantFrom('all', 'none', 'some'),
  items: fc.array(fc.record({ kpu: score, partner: score, nKpu: answers, nPartner: answers }), { maxLength: fewItems.length }),
  obligations: counts(4),
  obstacles: counts(7),
  uncategorised: fc.boolean(),
  kpuScore: score,
  partnerScore: score,
})
type Seed = typeof anySeed extends fc.Arbitrary<infer T> ? T : never

/** Figures that add up. */
function figuresOf(
  locale: Locale,
  { seed, agreements, findings, sent, items, obligations, obstacles, uncategorised, ...overall }: Seed,
): ReportFigures {
  const base = sampleReport(seed, { agreements, findings, locale })
  const given = (targets: number, submitted: number) => (sent === 'all' ? targets : sent === 'none' ? 0 : submitted)
  const { targets, kpuTargets, partnerTargets, ...rest } = base.totals
  const submitted = given(targets, rest.submitted)
  return {
    ...base,
    totals: {
      ...base.totals,
      submitted,
      kpuSubmitted: given(kpuTargets, rest.kpuSubmitted),
      partnerSubmitted: given(partnerTargets, rest.partnerSubmitted),
      bothSubmitted: given(rest.pairs, rest.bothSubmitted),
      ...(submitted ? overall : { kpuScore: null, partnerScore: null }),
    },
    responseByProvince: base.responseByProvince.map(row => ({ ...row, submitted: given(row.targets, row.submitted) })),
    scoresByItem: (submitted ? items : []).map(({ kpu, partner, nKpu, nPartner }, at) => ({
      ...item(fewItems[at]!, nKpu ? kpu : null, nPartner ? partner : null),
      nKpu: kpu === null ? 0 : nKpu,
      nPartner: partner === null ? 0 : nPartner,
    })),
    maturityByClass: submitted ? base.maturityByClass : [],
    obligations: base.obligations.map((row, at) => ({ ...row, count: submitted ? obligations[at]! : 0 })),
    obstaclesByCategory: base.obstaclesByCategory.map((row, at) => ({
      ...row,
      category: uncategorised && at === 6 ? 'none' : row.category,
      count: findings ? obstacles[at]! : 0,
    })),
  }
}

/** "3 dari 40 tindak lanjut (8%)": the part lies between nothing and all, and the percentage is theirs. */
function shares(locale: Locale, texts: string[]): void {
  const number = (text: string) => Number(text.replace(/[.,]/g, ''))
  for (const text of texts) {
    for (const [, part, whole, share] of text.matchAll(/(\d[\d.,]*) (?:dari|of) (\d[\d.,]*)[^();.:]*\(([<>]?[\d.,]+%)\)/g)) {
      expect([text, share]).toEqual([text, formatShare(locale, number(part!), number(whole!))])
      expect(number(part!)).toBeGreaterThan(0)
      expect(number(part!)).toBeLessThanOrEqual(number(whole!))
    }
  }
}

const has = (texts: readonly string[], ...patterns: RegExp[]) => patterns.some(pattern => texts.some(text => pattern.test(text)))

/** "All" and "none" are said exactly where they are so. */
function wholes({ totals, findings, actionPlan }: ReportFigures, { summary, followUps, conclusion }: Narrative): void {
  const all = has(summary, /^(Semua|Kedua).*isian telah dikirim/, /^(All|Both).*forms have been submitted/)
  expect(all).toBe(totals.targets > 1 && totals.submitted === totals.targets)
  const none = has(summary, /^Tidak satu pun.*isian telah dikirim/, /^None.*forms has been submitted/)
  expect(none).toBe(totals.targets > 1 && totals.submitted === 0)
  const late = has(followUps, /^(Semua|Kedua).*terlambat/, /^(All|Both).*are overdue/)
  const unfinished = actionPlan.filter(({ state }) => !['verified', 'cancelled'].includes(state)).length
  expect(late).toBe(unfinished > 1 && totals.overdue === unfinished)
  const problems = findings.filter(({ kind }) => kind === 'obstacle' || kind === 'criticism')
  const each = has(conclusion, /^Setiap kendala dan kritik/, /^Each obstacle and criticism/)
  expect(each).toBe(totals.submitted > 0 && problems.length >= enough && problems.every(row => row.followUp))
  const complete = has(conclusion, /tidak ada isian yang tertinggal/, /no form is missing/)
  expect(complete).toBe(totals.submitted > 0 && totals.submitted === totals.targets)
}

const labels = (text: string): string[] => [...text.matchAll(/“([^”]+)”/g)].map(([, label]) => label!)
const printed = (score: number) => formatScore('en', score)

/** The questions named as highest and lowest of a side are those of the table, all of them, and no others. */
function ranks({ scoresByItem, totals }: ReportFigures, { analysis }: Narrative): void {
  for (const [side, n, name] of [
    ['kpu', 'nKpu', /^(?:Menurut KPU, skor tertinggi|KPU gave the highest score)/],
    ['partner', 'nPartner', /^(?:Menurut mitra, skor tertinggi|Partners gave the highest score)/],
  ] as const) {
    const rows = scoresByItem.filter(row => row[side] !== null && row[n] >= enough)
    const sorted = rows.map(row => Number(printed(row[side]!))).toSorted((one, other) => one - other)
    const named = (score: number | undefined) => rows.filter(row => Number(printed(row[side]!)) === score).map(row => row.label)
    const text = analysis.find(sentence => name.test(sentence))
    const expected = totals.submitted && rows.length > 1 && sorted[0] !== sorted.at(-1)
    expect(text !== undefined).toBe(Boolean(expected))
    if (!text) continue
    const [high, low] = text.split(/ dan skor terendah | and the lowest to /)
    expect([labels(high!), labels(low!)]).toEqual([named(sorted.at(-1)), named(sorted[0])])
  }
}

function gaps({ scoresByItem, totals, locale }: ReportFigures, { analysis }: Narrative): void {
  const rows = scoresByItem.filter(row => row.kpu !== null && row.partner !== null && row.nKpu >= enough && row.nPartner >= enough)
  const gap = (row: (typeof rows)[number]) => Number(printed(Math.abs(Number(printed(row.kpu!)) - Number(printed(row.partner!)))))
  const most = Math.max(0, ...rows.map(gap))
  const text = analysis.find(sentence => /^(Selisih|The widest gap)/.test(sentence))
  expect(text !== undefined).toBe(Boolean(totals.submitted) && most > 0)
  if (text) expect(labels(text)).toEqual(rows.filter(row => gap(row) === most).map(row => row.label))
  if (text) expect(text).toContain(formatScore(locale, most))
}

function leading({ obstaclesByCategory: rows, totals }: ReportFigures, { summary }: Narrative): void {
  const text = summary.find(sentence => /^(Kategori kendala terbanyak|The most frequent categor)/.test(sentence))
  const all = rows.reduce((sum, row) => sum + row.count, 0)
  const most = Math.max(0, ...rows.filter(row => row.category !== 'none').map(row => row.count))
  expect(text !== undefined).toBe(totals.findings > 0 && all >= enough && most > 0)
  if (text) expect(labels(text)).toEqual(rows.filter(row => row.category !== 'none' && row.count === most).map(row => row.label))
}

/** Numbers of the results that no table and no figure of the summary holds, but for the sums that a sentence says of what it sums. */
function unknownNumbers(figures: ReportFigures, draft: Narrative): string[] {
  const { locale, totals, agreements, findings, actionPlan, obligations, maturityByClass, obstaclesByCategory, cycle, previous } = figures
  const tables = reportTables({ ...figures, narrative: draft })
  const cells = tables.flatMap(table => [...table.rows, ...(table.total ? [table.total] : [])].flatMap(row => printRow(locale, table, row)))
  const sum = (rows: readonly { count: number }[]) => rows.reduce((all, row) => all + row.count, 0)
  const problems = findings.filter(({ kind }) => kind === 'obstacle' || kind === 'criticism')
  const applicable = obligations.filter(row => row.result !== 'na')
  const assessed = maturityByClass.filter(row => row.level !== null)
  // The shares that conclusions say without what they are of.
  const shares = (
    [
      [totals.submitted, totals.targets],
      [sum(obligations.filter(row => row.result === 'full')), sum(applicable)],
      [sum(assessed.filter(row => row.level === 1)), sum(assessed)],
      [problems.filter(row => row.followUp).length, problems.length],
    ] as const
  ).map(([some, whole]) => formatShare(locale, some, whole).replace(/[<>%]/g, ''))
  const categories = obstaclesByCategory.filter(row => row.count).length
  const summed = [
    ...Object.values(totals).filter(value => value !== null),
    sum(obligations.filter(row => row.result !== 'na')),
    sum(maturityByClass.filter(row => row.level !== null)),
    ...[problems, problems.filter(row => row.followUp), problems.filter(row => !row.followUp)].map(rows => rows.length),
    findings.filter(row => row.followUp).length,
    findings.filter(row => !row.followUp).length,
    actionPlan.filter(({ state }) => !['verified', 'cancelled'].includes(state)).length,
    ...figures.names.kinds.map(({ code }) => findings.filter(row => row.kind === code).length),
    ...Array.from({ length: categories + 1 }, (_, at) => at),
    ...obstaclesByCategory.toSorted((one, other) => other.count - one.count).map((_, at, rows) => sum(rows.slice(0, at + 1))),
    ...[5, 7, 90, 100],
  ].map(value => printCell(locale, 'number', value))
  const { kpuScore, partnerScore } = totals
  const apart = Number(printed(kpuScore ?? 0)) - Number(printed(partnerScore ?? 0))
  const overall = [kpuScore, partnerScore, Math.abs(apart)].map(score => printCell(locale, 'score', score))
  const known = new Set([...cells, ...overall, ...summed, ...shares].map(cell => cell.replace(/^[+−]/, '')))
  const said = [draft.summary, draft.response, draft.scores, draft.obstacles, draft.followUps, draft.analysis, draft.conclusion]
    .flat()
    .map(text =>
      agreements
        .reduce((rest, { number, title }) => rest.replaceAll(number || title, ''), text)
        .replaceAll(previous?.name ?? cycle.name, '')
        .replace(/tingkat [14]|level [14]/g, '')
        .replace(/\([<>]?\d+%\)/g, ''),
    )
  return [...new Set(said.flatMap(text => text.match(/\d+(?:[.,]\d+)*/g) ?? []))].filter(
    number => !known.has(number) && !known.has(`${number}%`),
  )
}
