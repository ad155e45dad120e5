import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Frame } from './frame.ts'
import { type Script, scriptFiles, together, useScript } from './needs.ts'
import { renderPage } from './page.tsx'
import { TextField } from './ui/field.tsx'
import { Form } from './ui/form.tsx'
import type { Viewer } from './viewer.ts'

const viewer: Viewer = { locale: 'id', zone: 'Asia/Jakarta', today: '2026-11-21' }
const frame: Frame = {
  title: 'Perjanjian',
  path: '/perjanjian',
  person: null,
  navigation: [{ href: '/', label: 'Beranda' }],
  breadcrumbs: [],
}

test('a page is a whole document in the language and theme of its reader', () => {
  const page = renderPage({ ...viewer, locale: 'en' }, { ...frame, theme: 'dark' }, <h1>Agreements</h1>)
  expect(page).toMatch(/^<!doctype html><html lang="en" data-theme="dark"><head>/)
  expect(page).toContain('<title>Perjanjian – Sinergi</title>')
  expect(page).toContain('<main id="isi" tabindex="-1"><h1>Agreements</h1></main>')
  expect(page).toMatch(/<\/body><\/html>$/)
})

test('a form shows what was sent, the message beside its field, and a summary that leads there', () => {
  const page = renderPage(
    viewer,
    frame,
    <Form action="/perjanjian" csrf="token" idempotencyKey="key" values={{ title: 'A & B' }} errors={{ title: ['Terlalu pendek.'] }}>
      <TextField name="title" label="Judul" hint="Seperti pada naskah" />
    </Form>,
  )
  expect(page).toContain('<a href="#title">Judul: Terlalu pendek.</a>')
  expect(page).toContain('value="A &amp; B"')
  expect(page).toContain('aria-describedby="title-hint title-error"')
  expect(page).toContain('<input type="hidden" name="csrf" value="token"')
  expect(page).toContain('<input type="hidden" name="idempotency_key" value="key"')
})

test('what a page has beside its frame is named to the frame, which fetches it once the page is drawn', () => {
  const scripts = (names: readonly Script[]) => {
    const Asking = () => {
      for (const name of names) useScript(name)
      return null
    }
    return renderPage(viewer, frame, <Asking />).match(/<script.*?<\/script>/g)
  }
  const tag = (name: string, later = '') =>
    expect.stringMatching(new RegExp(`src="/assets/${name}[^"]*"${later && ` data-later="/assets/${later}[^" ]*"`}>`))
  expect(scripts(['on-device', 'plain-address'])).toEqual([tag('frame', 'list')])
  expect(scripts(['on-device'])).toEqual([tag('frame')])
  expect(scripts(['live-part', 'plain-address'])).toEqual([tag('list'), tag('live-part')])
})

test('elements that go together come in one file, which holds just these, each element once', () => {
  for (const [name, elements] of Object.entries(together)) {
    const source = readFileSync(new URL(`client/${name}.ts`, import.meta.url), 'utf8')
    expect([...source.matchAll(/^import '\.\/(.+)\.ts'$/gm)].map(([, element]) => element)).toEqual(elements)
  }
  expect(scriptFiles(new Set(['on-device', 'combo-box', 'search-box']))).toEqual(['frame', 'combo-box'])
  expect(scriptFiles(new Set(['live-part', 'conditional-fields']))).toEqual(['live-part', 'conditional-fields'])
  expect(scriptFiles(new Set(['on-device', 'conditional-fields', 'combo-box', 'confirm-dialog']))).toEqual(['frame', 'asking'])
  expect(scriptFiles(new Set(['draft-form', 'conditional-fields', 'combo-box']))).toEqual(['answering', 'combo-box'])
})
