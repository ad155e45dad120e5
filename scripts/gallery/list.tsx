import { z } from 'zod'
import { formatDay, formatNumber } from '../../src/platform/i18n/format.ts'
import { together } from '../../src/platform/i18n/words.ts'
import { Exports } from '../../src/web/list/exports.tsx'
import { FilterBar } from '../../src/web/list/filter-bar.tsx'
import { defineList } from '../../src/web/list/list.ts'
import { Pager } from '../../src/web/list/pager.tsx'
import { readList } from '../../src/web/list/read.ts'
import { Badge, Status, type Tone } from '../../src/web/ui/badge.tsx'
import { ButtonLink } from '../../src/web/ui/button.tsx'
import { EmptyState } from '../../src/web/ui/empty-state.tsx'
import { PageHead, Section } from '../../src/web/ui/page-head.tsx'
import { type Column, Table } from '../../src/web/ui/table.tsx'
import { useViewer } from '../../src/web/viewer.ts'
import { type Agreement, agreements } from './sample.ts'

const tones: Record<Agreement['status'], [Tone, string]> = {
  active: ['good', 'Berlaku'],
  expiring: ['warning', 'Segera berakhir'],
  expired: ['danger', 'Berakhir'],
  draft: ['neutral', 'Rancangan'],
  dormant: ['muted', 'Tidak berkegiatan'],
  completed: ['info', 'Selesai'],
}

const list = defineList({
  words: together(),
  fields: { q: z.string(), status: z.string(), to: z.string(), sort: z.string() },
  sorts: { berakhir: 'to' },
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: () => 'Cari judul, nomor, atau mitra' },
    {
      parameter: 'status',
      field: 'status',
      control: 'choice',
      label: () => 'Status',
      options: () => Object.entries(tones).map(([value, [, label]]) => ({ value, label })),
    },
    { parameter: 'sampai', field: 'to', control: 'day', label: () => 'Berakhir sebelum' },
  ],
})

export function ListPage({ rows = agreements }: { rows?: readonly Agreement[] }) {
  const { locale } = useViewer()
  const asked = readList(list, new URL(`http://sinergi/perjanjian${rows.length ? '?q=hukum&status=active&urut=-berakhir' : ''}`))
  const columns: Column<Agreement>[] = [
    { key: 'judul', label: 'Perjanjian', kind: 'main', sort: true, value: row => <a href={`#${row.number}`}>{row.title}</a> },
    { key: 'nomor', label: 'Nomor', value: row => row.number },
    { key: 'mitra', label: 'Mitra', sort: true, value: row => row.partner },
    { key: 'jenis', label: 'Jenis', value: row => <Badge>{row.kind}</Badge> },
    { key: 'status', label: 'Status', kind: 'status', value: row => <Status tone={tones[row.status][0]}>{tones[row.status][1]}</Status> },
    { key: 'berakhir', label: 'Berakhir', kind: 'date', sort: true, value: row => formatDay(locale, row.to, 'short') },
    { key: 'kewajiban', label: 'Kewajiban', kind: 'number', sort: true, value: row => formatNumber(locale, row.obligations) },
    {
      key: 'skor',
      label: 'Skor',
      kind: 'number',
      sort: true,
      value: row => (row.score === null ? '–' : formatNumber(locale, row.score, 1)),
    },
  ]
  return (
    <>
      <PageHead title="Perjanjian" lead={`${rows.length ? 312 : 0} perjanjian dalam jangkauan Anda; 18 berakhir dalam 180 hari.`}>
        <ButtonLink href="#baru" kind="primary">
          Catat perjanjian
        </ButtonLink>
      </PageHead>
      <FilterBar list={list} asked={asked} />
      <Section title="Daftar" aside={rows.length ? <Exports path="/perjanjian" formats={['csv', 'xlsx', 'json']} /> : undefined}>
        <Table
          caption="Perjanjian"
          quiet
          columns={columns}
          rows={rows}
          url={asked.url}
          sort={asked.sort}
          empty={
            <EmptyState title="Belum ada perjanjian di kantor ini" action={<ButtonLink href="#impor">Impor dari lembar kerja</ButtonLink>}>
              Catat perjanjian satu per satu, atau ambil seluruhnya dari lembar kerja yang sudah ada.
            </EmptyState>
          }
        />
        {rows.length ? <Pager url={asked.url} previous="51" next="100" /> : null}
      </Section>
    </>
  )
}
