import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filledForm } from '../../../../test/generated-forms.ts'
import { renderPart } from '../../../web/page.tsx'
import { GapTable } from '../../evaluation/views/gap-table.tsx'
import { cooperationInstrument as instrument } from '../instrument/cooperation.ts'
import { parseForm } from '../rules/form.ts'
import { type Form, questionsFor } from '../rules/questions.ts'
import type { Answers, Instrument } from '../schema.ts'
import { AnswersReadout } from './answers-readout.tsx'
import { BlankForm } from './blank-form.tsx'
import { Questionnaire } from './questionnaire.tsx'
import { fieldLabels } from './texts.ts'

const viewer = { locale: 'id', zone: 'Asia/Jakarta', today: '2025-11-27' } as const
const obligations = [
  { id: 'ob1', article: 'Pasal 5', text: 'Menyampaikan data pemilih', bearer: 'Dinas Dukcapil', dueOn: '2025-06-30' },
  { id: 'ob2', article: null, text: 'Menyediakan narasumber', bearer: null, dueOn: null },
]
const form: Form = { instrument, side: 'kpu', obligations }
const shown = (props: Partial<Parameters<typeof Questionnaire>[0]> = {}) => renderPart(viewer, <Questionnaire {...form} {...props} />)
const textIn = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('the fields as shown send back the answers that they were given', () => {
  fc.assert(
    fc.property(filledForm(), ({ form: generated, answers }) => {
      const html = renderPart(viewer, <Questionnaire {...generated} answers={answers} />)
      expect(parseForm(generated, entriesIn(html))).toEqual({ answers, uploads: [] })
    }),
  )
})

test('every question of the side has its fields, none of the other side', () => {
  const names = new Set([...shown().matchAll(/ name="([^"]+)"/g)].map(([, name]) => name!.replace(/\[.*/, '')))
  expect([...names].sort()).toEqual(
    questionsFor(form)
      .map(({ key }) => key)
      .sort(),
  )
})

test('what is asked only under a condition says so, and the browser does not insist on it', () => {
  const html = shown()
  expect(textIn(html)).toContain('Isi jika A1 dijawab “Dilaksanakan sebagian” atau “Tidak dilaksanakan”. A3. Apa kendalanya?')
  expect(textIn(html)).toContain('Wajib diisi jika J3 dijawab “Diperbaiki” atau “Dihentikan”. J4. Alasan rekomendasi')
  expect(tag(html, 'obligation_obstacle@ob1')).not.toContain('required')
  expect(tag(html, 'obligation@ob1')).toContain('required')
})

test('five steps stand in one row where there is room; all other choices stand one below the other', () => {
  const rows = (side: Form['side']) =>
    [...shown({ ...form, side }).matchAll(/class="choices([^"]*)">.*?name="([^"]+)"/gs)].flatMap(([, row, name]) =>
      row ? [[row.trim(), name]] : [],
    )
  expect(rows('kpu')).toEqual([['steps', 'rating']])
  expect(new Set(rows('partner').map(([row, name]) => `${row} ${name!.replace(/\[.*/, '')}`))).toEqual(
    new Set(['steps rating', 'steps satisfaction']),
  )
})

test('a problem stands at its field in words', () => {
  const html = shown({ answers: { activities: 12000 }, problems: { activities: { code: 'too_large', limit: 9999 } } })
  expect(tag(html, 'activities')).toContain('aria-invalid="true"')
  expect(textIn(html)).toContain('Angkanya paling besar 9.999.')
  expect(fieldLabels(form, 'id')['obligation@ob2']).toBe('Kewajiban 2, A1. Sejauh mana kewajiban ini dilaksanakan')
})

test('read-only, no field can be changed', () => {
  const fields = shown({ readonly: true }).match(/<(input|textarea)[^>]*>/g) ?? []
  expect(fields.length).toBeGreaterThan(50)
  expect(fields.filter(field => !field.includes('disabled'))).toEqual([])
})

test('an agreement without obligations passes the section over', () => {
  const html = renderPart(viewer, <Questionnaire instrument={instrument} side="kpu" obligations={[]} />)
  expect(textIn(html)).toContain('A. Pelaksanaan kewajiban')
  expect(textIn(html)).toContain('Perjanjian ini belum memuat kewajiban')
})

test('words of an instrument and of an obligation stay text', () => {
  const hostile = '<img src=x onerror=alert(1)>'
  const say = { id: hostile, en: hostile }
  const evil: Instrument = {
    key: 'x',
    version: 1,
    title: say,
    sides: ['kpu', 'partner'],
    sections: [{ key: 's', label: say, repeat: 'obligation', questions: [{ key: 'q', type: 'text', label: say, hint: say }] }],
  }
  const evilForm = { instrument: evil, obligations: [{ id: 'o', article: hostile, text: hostile, bearer: hostile, dueOn: null }] }
  const answers = { 'q@o': hostile }
  const pages = [
    <Questionnaire {...evilForm} side="kpu" answers={answers} />,
    <BlankForm {...evilForm} side="kpu" facts={[{ label: hostile, value: hostile }]} />,
    <AnswersReadout {...evilForm} side="kpu" answers={answers} />,
    <GapTable {...evilForm} kpu={answers} partner={answers} />,
  ]
  for (const page of pages) {
    const html = renderPart(viewer, page)
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img')
  }
})

test('the readout shows what was asked and answered, in words', () => {
  const answers: Answers = {
    'obligation@ob1': 'full',
    'obligation_obstacle@ob1': 'tersisa dari draf',
    'obligation.evidence@ob1': ['f1'],
    activities: 1200,
    obstacle_categories: ['budget', 'data'],
  }
  const files = { f1: { href: '/berkas/f1', name: 'laporan.pdf' } }
  const text = textIn(renderPart(viewer, <AnswersReadout {...form} answers={answers} files={files} />))
  expect(text).toContain('Dilaksanakan seluruhnya')
  expect(text).toContain('laporan.pdf')
  expect(text).toContain('1.200 kegiatan')
  expect(text).toContain('Anggaran; Data atau sistem')
  expect(text).not.toContain('tersisa dari draf')
})

test('the gap table says which side is higher, who was not asked, and who did not answer', () => {
  const kpu: Answers = {
    'obligation@ob1': 'full',
    'obligation@ob2': 'part',
    'obligation_cause@ob2': 'data',
    coordination: 'good',
    recommendation: 'expand',
  }
  const partner: Answers = {
    'obligation@ob1': 'none',
    'obligation@ob2': 'full',
    coordination: 'good',
    recommendation: 'improve',
    timeliness: 'late',
  }
  const rows = textIn(
    renderPart(viewer, <GapTable instrument={instrument} obligations={obligations} kpu={kpu} partner={partner} />).replaceAll(
      '<tr',
      '|<tr',
    ),
  )
    .split('|')
    .map(row => row.trim())
  expect(rows.slice(2)).toEqual([
    'Pelaksanaan kewajiban',
    'Kewajiban 1 · Pasal 5 Sejauh mana kewajiban ini dilaksanakan? Dilaksanakan seluruhnya Tidak dilaksanakan KPU lebih tinggi 100,0',
    'Kewajiban 2 Sejauh mana kewajiban ini dilaksanakan? Dilaksanakan sebagian Dilaksanakan seluruhnya Mitra lebih tinggi 50,0',
    'Kewajiban 2 Penyebab utama Data atau sistem Tidak ditanyakan',
    'Ketepatan waktu',
    'Apakah kegiatan dilaksanakan tepat waktu? Tidak diisi Terlambat Belum dapat dibandingkan',
    'Koordinasi dan keselarasan',
    'Bagaimana koordinasi antara kedua pihak? Baik Baik Sama',
    'Keberlanjutan',
    'Rekomendasi Anda untuk kerja sama ini Diperluas Diperbaiki Berbeda',
  ])
})

test('the paper has a box for every choice and the same numbers as the screen', () => {
  const html = renderPart(viewer, <BlankForm {...form} facts={[{ label: 'Satuan kerja', value: 'KPU Kabupaten Tangerang' }]} />)
  const boxes = questionsFor(form).reduce((sum, { question }) => {
    if (question.type === 'table-of-scales') return sum + question.rows.length * question.options.length
    return sum + ('options' in question ? question.options.length : question.type === 'file' ? 1 : 0)
  }, 0)
  expect(html.match(/class="box"/g)).toHaveLength(boxes)
  expect(html).not.toMatch(/<(input|textarea|select)/)
  for (const code of ['A1. ', 'J3. ', 'K3. ']) expect(textIn(html)).toContain(code)
})

const tag = (html: string, name: string): string => html.match(new RegExp(`<(input|textarea)[^>]*name="${name}"[^>]*>`))?.[0] ?? ''

/** What a browser would send of these fields. */
function entriesIn(html: string): [string, string][] {
  return [...html.matchAll(/<input([^>]*)>|<textarea([^>]*)>([^<]*)<\/textarea>/g)].flatMap(
    ([, input, textarea, written = '']): [string, string][] => {
      const own = input ?? textarea ?? ''
      const name = attribute(own, 'name') ?? ''
      if (textarea !== undefined) return [[name, decoded(written)]]
      const type = attribute(own, 'type')
      if (type === 'file') return []
      if (type === 'radio' || type === 'checkbox') return / checked/.test(own) ? [[name, attribute(own, 'value') ?? '']] : []
      return [[name, attribute(own, 'value') ?? '']]
    },
  )
}
const attribute = (own: string, name: string): string | undefined => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(own)?.[1]
  return found === undefined ? undefined : decoded(found)
}
const decoded = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
