import { Status } from '../../src/web/ui/badge.tsx'
import { Button, ButtonLink } from '../../src/web/ui/button.tsx'
import { Definitions } from '../../src/web/ui/definitions.tsx'
import { FileLink } from '../../src/web/ui/file-link.tsx'
import { History } from '../../src/web/ui/history.tsx'
import { Notice } from '../../src/web/ui/notice.tsx'
import { PageHead, Section } from '../../src/web/ui/page-head.tsx'
import { Progress } from '../../src/web/ui/progress.tsx'
import { Stat, Stats } from '../../src/web/ui/stat.tsx'
import { Table } from '../../src/web/ui/table.tsx'
import { Tabs } from '../../src/web/ui/tabs.tsx'
import { Timeline } from '../../src/web/ui/timeline.tsx'
import { Tree } from '../../src/web/ui/tree.tsx'
import { longTitle } from './sample.ts'

/** A home page: what needs you, how far we are. */
export const HomePage = () => (
  <>
    <PageHead title="Yang menunggu Anda" lead="Tiga hal lewat tenggat, lima dalam tujuh hari." />
    <Stats>
      <Stat
        label="Satker sudah mengirim"
        value={312}
        of={553}
        unit="satker"
        change={{ by: 41, since: 'sejak kemarin', good: 'up' }}
        href="#papan"
      />
      <Stat label="Skor nasional" value={71.4} digits={1} unit="dari 100" change={{ by: -2.3, since: 'dari siklus 2025', good: 'up' }} />
      <Stat label="Tindak lanjut terbuka" value={74} of={140} change={{ by: 0, since: 'dalam 7 hari' }} />
      <Stat label="Berakhir ≤ 180 hari" value={18} unit="perjanjian" />
    </Stats>
    <Section
      title="Perlu tindakan Anda"
      aside={
        <ButtonLink href="#semua" kind="quiet">
          Lihat semua
        </ButtonLink>
      }
    >
      <Table
        caption="Perlu tindakan Anda"
        quiet
        columns={[
          { key: 'hal', label: 'Hal', kind: 'main', value: row => <a href="#hal">{row[0]}</a> },
          {
            key: 'keadaan',
            label: 'Keadaan',
            kind: 'status',
            value: row => (
              <Status tone={row[1] === 'lewat' ? 'danger' : 'warning'}>{row[1] === 'lewat' ? 'Lewat tenggat' : '7 hari lagi'}</Status>
            ),
          },
          { key: 'tenggat', label: 'Tenggat', kind: 'date', value: row => row[2] },
          { key: 'aksi', label: '', kind: 'actions', value: () => <Button kind="secondary">Kerjakan</Button> },
        ]}
        rows={
          [
            ['Isi evaluasi: Kejaksaan Negeri Mataram', 'lewat', '18 Nov 2026'],
            [`Tinjau evaluasi: ${longTitle}`, 'segera', '28 Nov 2026'],
            ['Verifikasi tindak lanjut 2026-0142', 'segera', '28 Nov 2026'],
          ] as const
        }
      />
    </Section>
  </>
)

export const PartsPage = () => (
  <>
    <PageHead
      title={longTitle}
      status={<Status tone="warning">Berakhir dalam 50 hari</Status>}
      lead="80/PR.07-NK/01/2022 · Kejaksaan Negeri Mataram"
    >
      <Button>Usulkan perpanjangan</Button>
      <ButtonLink href="#ubah">Ubah</ButtonLink>
      <Button kind="danger">Akhiri</Button>
    </PageHead>
    <Tabs
      label="Perjanjian"
      tabs={[
        { href: '#ringkasan', label: 'Ringkasan', current: true },
        { href: '#kewajiban', label: 'Kewajiban', count: 7 },
        { href: '#kegiatan', label: 'Kegiatan', count: 112 },
        { href: '#evaluasi', label: 'Evaluasi' },
        { href: '#riwayat', label: 'Riwayat' },
      ]}
    />
    <Notice kind="info">Evaluasi dibuka sampai 30 November 2026, 23.59 WIB.</Notice>
    <Notice kind="success">Evaluasi terkirim. Provinsi akan meninjau paling lambat 7 hari; Anda diberi tahu hasilnya.</Notice>
    <Notice kind="warning">Mitra belum menjawab. Pengingat berikutnya dikirim 24 November.</Notice>
    <Notice kind="error">Perjanjian ini sudah diubah orang lain. Muat ulang halaman, lalu coba lagi.</Notice>
    <Section title="Status">
      <p>
        <Status tone="neutral">Rancangan</Status> · <Status tone="info">Ditinjau</Status> · <Status tone="good">Berlaku</Status> ·{' '}
        <Status tone="warning">Segera berakhir</Status> · <Status tone="danger">Berakhir</Status> ·{' '}
        <Status tone="muted">Tidak berkegiatan</Status>
      </p>
    </Section>
    <Section title="Keterangan">
      <Definitions
        all
        items={[
          { term: 'Para pihak', value: 'KPU Provinsi Nusa Tenggara Barat; Kejaksaan Tinggi Nusa Tenggara Barat' },
          { term: 'Nomor pihak kedua', value: 'NKS-230/P.3.12/Gs.1/11/2019' },
          { term: 'Induk', value: null },
          {
            term: 'Naskah',
            value: <FileLink href="#naskah" name="PKS-KPU-Kejati-NTB-bertanda-tangan-elektronik-final-revisi-3.pdf" bytes={2_411_724} />,
          },
        ]}
      />
    </Section>
    <Section title="Pohon perjanjian">
      <Tree
        label="Pohon perjanjian"
        nodes={[
          {
            id: '1',
            label: 'NK KPU – Kejaksaan Agung',
            href: '#1',
            open: true,
            aside: '311 dari 514',
            children: [
              {
                id: '2',
                label: 'Nusa Tenggara Barat',
                href: '#2',
                aside: '8 dari 10',
                open: true,
                children: [
                  { id: '3', label: 'PKS Kota Mataram', href: '#3', current: true, aside: <Status tone="good">Berlaku</Status> },
                  { id: '4', label: 'PKS Lombok Tengah', href: '#4', aside: <Status tone="danger">Berakhir</Status> },
                ],
              },
              { id: '5', label: 'Jawa Timur', href: '#5', aside: '38 dari 38', childrenHref: '?buka=5' },
            ],
          },
          { id: '6', label: 'NK KPU – Kementerian Dalam Negeri', href: '#6', aside: 'tanpa turunan' },
        ]}
      />
    </Section>
    <Section title="Pekerjaan berjalan">
      <Progress label="Mengimpor perjanjian" done={1200} total={5000} phases={['Membaca baris 1.200']} />
      <Progress label="Menyusun laporan" done={0} phases={['Menunggu giliran']} />
    </Section>
    <Section title="Lini masa">
      <Timeline
        label="Lini masa"
        items={[
          { on: '2022-12-07', title: 'Ditandatangani', tone: 'good', by: 'Ketua KPU RI' },
          {
            at: '2026-11-20T03:15:00Z',
            title: 'Dikembalikan untuk diperbaiki',
            tone: 'warning',
            by: 'Budi Santoso, KPU Provinsi',
            children: <blockquote>Lampirkan daftar hadir kegiatan.</blockquote>,
          },
          { on: '2026-12-07', title: 'Berakhir', tone: 'neutral' },
        ]}
      />
    </Section>
    <Section title="Riwayat">
      <History
        label="Riwayat"
        revisions={[
          {
            at: '2026-11-20T03:15:00Z',
            by: 'Sari Wulandari',
            what: 'Mengubah masa berlaku',
            reason: 'Adendum 1 tanggal 19 November 2026.',
            changes: [
              { field: 'Berlaku sampai', before: '7 Desember 2026', after: '7 Desember 2027' },
              { field: 'Penanda tangan', after: 'Sekretaris' },
            ],
          },
          { at: '2022-12-07T02:00:00Z', by: 'Impor', what: 'Dicatat' },
        ]}
      />
    </Section>
  </>
)
