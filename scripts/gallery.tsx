import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VNode } from 'preact'
import type { Frame } from '../src/web/frame.ts'
import { renderPage } from '../src/web/page.tsx'
import { ErrorPage } from '../src/web/ui/error-page.tsx'
import { BareCharts, ChartsPage } from './gallery/charts.tsx'
import { FormPage } from './gallery/form.tsx'
import { ListPage } from './gallery/list.tsx'
import { HomePage, PartsPage } from './gallery/parts.tsx'

/** Writes every part of `src/web/ui` as pages to look at, in both languages: `build/gallery/<page>.<language>.html`. */
const pages: Record<string, VNode> = {
  home: <HomePage />,
  list: <ListPage />,
  'list-empty': <ListPage rows={[]} />,
  form: <FormPage />,
  'form-errors': <FormPage errors />,
  parts: <PartsPage />,
  charts: <ChartsPage />,
  'charts-empty': <BareCharts />,
  'charts-document': <ChartsPage standalone />,
  'error-missing': <ErrorPage kind="notFound" back="/perjanjian" />,
  'error-bug': <ErrorPage kind="bug" reference="7F3K-91QD" />,
}

const threads = ['Beranda', 'Kerja Sama', 'Mitra', 'Evaluasi', 'Tindak Lanjut', 'Laporan', 'Impor']
const frame = (name: string): Frame => ({
  title: name,
  path: `/gallery/${name}`,
  person: { name: 'Sari Wulandari', office: 'KPU Kabupaten Lombok Tengah', role: 'Operator satker', inboxLines: 4 },
  navigation: threads.map((label, index) => ({
    href: `#${label}`,
    label,
    count: index === 3 ? 5 : index === 4 ? 1204 : undefined,
    current: index === 1,
  })),
  breadcrumbs: [
    { href: '#', label: 'Nasional' },
    { href: '#', label: 'Nusa Tenggara Barat' },
    { href: '#', label: 'Kabupaten Lombok Tengah' },
    { label: 'Perjanjian' },
  ],
  banner: name === 'home' ? 'Dunia contoh: semua nama dan angka di sini adalah contoh.' : undefined,
  notice: name === 'list' ? { kind: 'success', text: 'Perjanjian dicatat. Langkah berikutnya: isi kewajiban para pihak.' } : undefined,
  search: true,
})

const build = join(import.meta.dirname, '..', 'build')
const folder = join(build, 'gallery')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
cpSync(join(build, 'assets'), join(folder, 'assets'), { recursive: true })
for (const [name, page] of Object.entries(pages))
  for (const locale of ['id', 'en'] as const) {
    const stranger = name.startsWith('error') ? { person: null, navigation: [], breadcrumbs: [] } : {}
    writeFileSync(
      join(folder, `${name}.${locale}.html`),
      renderPage({ locale, zone: 'Asia/Makassar', today: '2026-11-21' }, { ...frame(name), ...stranger }, page),
    )
  }
console.log(`${Object.keys(pages).length * 2} pages in ${folder}`)
