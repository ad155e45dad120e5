import { formatDay, formatNumber } from '../../src/platform/i18n/format.ts'
import { Badge, Status, type Tone } from '../../src/web/ui/badge.tsx'
import { ButtonLink } from '../../src/web/ui/button.tsx'
import { SelectField } from '../../src/web/ui/choice-field.tsx'
import { EmptyState } from '../../src/web/ui/empty-state.tsx'
import { Exports } from '../../src/web/ui/exports.tsx'
import { DateField } from '../../src/web/ui/field.tsx'
import { FilterBar } from '../../src/web/ui/filter-bar.tsx'
import { PageHead, Section } from '../../src/web/ui/page-head.tsx'
import { Pager } from '../../src/web/ui/pager.tsx'
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

export function ListPage({ rows = agreements }: { rows?: readonly Agreement[] }) {
  const { locale } = useViewer()
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
      <FilterBar
        url="/perjanjian?q=hukum&status=active&urut=-berakhir"
        values={rows.length ? { q: 'hukum', status: 'active' } : {}}
        search="Cari judul, nomor, atau mitra"
        hidden={{ urut: '-berakhir' }}
        active={
          rows.length
            ? [
                { label: 'Pencarian: hukum', parameters: ['q'] },
                { label: 'Status: Berlaku', parameters: ['status'] },
              ]
            : []
        }
      >
        <SelectField
          name="status"
          label="Status"
          optional
          placeholder="Semua"
          options={Object.entries(tones).map(([value, [, label]]) => ({ value, label }))}
        />
        <DateField name="sebelum" label="Berakhir sebelum" optional />
      </FilterBar>
      <Section
        title="Daftar"
        aside={rows.length ? <Exports total={312} hrefs={{ csv: '#csv', xlsx: '#xlsx', json: '#json' }} /> : undefined}
      >
        <Table
          caption="Perjanjian"
          quiet
          columns={columns}
          rows={rows}
          url="/perjanjian?q=hukum&urut=-berakhir"
          sort={{ key: 'berakhir', descending: true }}
          empty={
            <EmptyState title="Belum ada perjanjian di kantor ini" action={<ButtonLink href="#impor">Impor dari lembar kerja</ButtonLink>}>
              Catat perjanjian satu per satu, atau ambil seluruhnya dari lembar kerja yang sudah ada.
            </EmptyState>
          }
        />
        {rows.length ? <Pager previous="#sebelum" next="#sesudah" from={51} to={100} total={312} /> : null}
      </Section>
    </>
  )
}
