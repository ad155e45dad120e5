import { expect, test } from 'vitest'
import { renderPart } from '../page.tsx'
import type { Viewer } from '../viewer.ts'
import { CheckboxField, RadioField, SelectField, TickField } from './choice-field.tsx'
import { DateField, TextareaField, TextField } from './field.tsx'
import { FileField } from './file-field.tsx'
import { FieldGroup, Form } from './form.tsx'

const viewer: Viewer = { locale: 'id', zone: 'Asia/Jakarta', today: '2026-11-21' }
const options = [
  { value: 'a', label: 'Satu' },
  { value: 'b', label: 'Dua' },
]

test('after a refusal every value stands where it was', () => {
  const page = renderPart(
    viewer,
    <Form
      action="/x"
      values={{ judul: 'MoU', isi: 'baris\n"kutip"', jenis: 'b', pilih: 'b', banyak: ['a', 'b'], publik: 'ya' }}
      errors={{ judul: ['Terlalu pendek.'] }}
    >
      <TextField name="judul" label="Judul" />
      <TextareaField name="isi" label="Isi" />
      <SelectField name="jenis" label="Jenis" options={options} />
      <RadioField name="pilih" label="Pilih" options={options} />
      <CheckboxField name="banyak" label="Banyak" options={options} />
      <TickField name="publik" label="Publik" />
    </Form>,
  )
  expect(page).toContain('value="MoU"')
  expect(page).toContain('>baris\n&quot;kutip&quot;</textarea>')
  expect(page).toContain('<option value="b" selected>Dua</option>')
  expect(page.match(/<input[^>]* checked[^>]*>/g)?.map(input => /name="(\w+)"/.exec(input)![1])).toEqual([
    'pilih',
    'banyak',
    'banyak',
    'publik',
  ])
})

test('the summary leads to each field by its label, also inside groups, and every link has its target', () => {
  const page = renderPart(
    viewer,
    <Form id="f" action="/x" errors={{ 'pihak[0].nama': 'Isi nama.', pilih: ['Pilih satu.'], banyak: ['Pilih.'] }}>
      <FieldGroup title="Pihak">
        <TextField name="pihak[0].nama" label="Nama" />
        <RadioField name="pilih" label="Pilihan" options={options} />
      </FieldGroup>
      <Inner />
    </Form>,
  )
  const links = [...page.matchAll(/<a href="#([^"]+)">([^<]+)<\/a>/g)].map(([, target, text]) => [target, text])
  expect(links).toEqual([
    ['f-pihak-0-nama', 'Nama: Isi nama.'],
    ['f-pilih', 'Pilihan: Pilih satu.'],
    ['f-banyak', 'Banyak: Pilih.'],
  ])
  for (const [target] of links) expect(page.match(new RegExp(` id="${target}"`, 'g'))).toHaveLength(1)
})

test('what somebody else has stored meanwhile leads to each field in which something else was typed', () => {
  const page = renderPart(
    viewer,
    <Form id="f" action="/x" values={{ judul: 'Milik saya', isi: 'Sama' }} stored={{ judul: 'Milik rekan', isi: 'Sama' }}>
      <TextField name="judul" label="Judul" />
      <TextareaField name="isi" label="Isi" />
    </Form>,
  )
  expect([...page.matchAll(/<dt><a href="#([^"]+)">([^<]+)<\/a><\/dt><dd>([^<]+)/g)].map(([, ...said]) => said)).toEqual([
    ['f-judul', 'Judul', 'Milik rekan'],
  ])
  expect(page).toContain('value="Milik saya"')
})

test.each([
  ['a text', <TextField name="a" label="Isi" />, 'Semua yang Anda isi tetap ada di halaman ini.'],
  ['a file', <FileField name="a" label="Isi" />, 'pilih lagi'],
  ['a password', <TextField name="a" label="Isi" type="password" />, 'perlu diisi lagi'],
  ['a code', <TextField name="a" label="Isi" secret />, 'perlu diisi lagi'],
])('of what comes back with %s it says only what is so', (_, field, said) => {
  const page = renderPart(
    viewer,
    <Form action="/x" values={{ a: 'rahasia' }} errors={{ a: 'Salah.' }}>
      {field}
    </Form>,
  )
  expect(page).toContain(said)
  expect([page.includes('Semua yang Anda isi tetap ada'), page.includes('value="rahasia"')]).toEqual(
    Array(2).fill(said.startsWith('Semua')),
  )
})

test('a required field says so to the browser, an optional one to people', () => {
  const page = renderPart(
    viewer,
    <Form action="/x">
      <TextField name="a" label="Wajib" />
      <TextField name="b" label="Boleh" optional />
    </Form>,
  )
  expect(page.match(/<input[^>]* required/g)).toHaveLength(1)
  expect(page.match(/\(opsional\)/g)).toHaveLength(1)
})

test('a search form sends no token', () => {
  expect(
    renderPart(
      viewer,
      <Form action="/x" method="get" csrf="rahasia">
        {null}
      </Form>,
    ),
  ).not.toContain('rahasia')
})

const Inner = () => <CheckboxField name="banyak" label="Banyak" options={options} />

test('what many fields lack alike is said once, above the names of those fields; what else is wrong stands apart', () => {
  const gathered = { message: 'Wajib.', title: ({ count }: { count: number }) => `${count} belum diisi:` }
  const summary = (errors: Record<string, string>) =>
    renderPart(
      viewer,
      <Form action="/x" errors={errors} gathered={gathered}>
        <TextField name="a" label="Pertama" />
        <TextField name="b" label="Kedua" />
        <TextField name="c" label="Ketiga" />
      </Form>,
    )
      .match(/role="alert"[^>]*>([\s\S]*?)<\/div>/)![1]!
      .replaceAll(/<(?!\/?a\b)[^>]+>/g, '|')
      .replaceAll(/\|+/g, '|')
  const hint = '|Semua yang Anda isi tetap ada di halaman ini.|'
  const [first, second] = ['<a href="#a">Pertama</a>', '<a href="#b">Kedua</a>']
  expect(summary({ a: 'Wajib.', b: 'Wajib.' })).toBe(`|2 belum diisi:|${first}|${second}${hint}`)
  expect(summary({ a: 'Wajib.', b: 'Wajib.', c: 'Salah.' })).toBe(
    `|Ada 3 kolom yang perlu diperbaiki|<a href="#c">Ketiga: Salah.</a>|2 belum diisi:|${first}|${second}${hint}`,
  )
  expect(summary({ a: 'Wajib.' })).toBe(`|Ada 1 kolom yang perlu diperbaiki|<a href="#a">Pertama: Wajib.</a>${hint}`)
})

test('a field that was left empty says what to do by its kind, or in a sentence of its own, and what it is called before it', () => {
  const required = 'Wajib diisi.'
  const page = renderPart(
    viewer,
    <Form
      action="/x"
      errors={{ judul: required, jenis: [required], hari: required, banyak: required, siapa: required, lain: 'Terlalu pendek.' }}
    >
      <TextField name="judul" label="Judul" />
      <SelectField name="jenis" label="Jenis" options={options} />
      <DateField name="hari" label="Hari" />
      <CheckboxField name="banyak" label="Banyak" options={options} />
      <SelectField name="siapa" label="Siapa" lacking="Pilih orangnya." options={options} />
      <TextField name="lain" label="Lain" lacking="Tulis lainnya." />
    </Form>,
  )
  expect(page).not.toContain(required)
  expect([...page.matchAll(/<a href="#[^"]+">([^<]+)<\/a>/g)].map(([, text]) => text)).toEqual([
    'Judul: Isi bagian ini.',
    'Jenis: Pilih salah satu.',
    'Hari: Isi tanggalnya.',
    'Banyak: Pilih sedikitnya satu.',
    'Siapa: Pilih orangnya.',
    'Lain: Terlalu pendek.',
  ])
  expect(page.match(/Pilih orangnya\./g)).toHaveLength(2)
})
