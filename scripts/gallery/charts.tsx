import { Bars } from '../../src/web/ui/charts/bars.tsx'
import { BurnDown } from '../../src/web/ui/charts/burn-down.tsx'
import { Dumbbell } from '../../src/web/ui/charts/dumbbell.tsx'
import { Pareto } from '../../src/web/ui/charts/pareto.tsx'
import { StackedBar } from '../../src/web/ui/charts/stacked-bar.tsx'
import { TileMap } from '../../src/web/ui/charts/tile-map.tsx'
import { PageHead } from '../../src/web/ui/page-head.tsx'
import { longTitle, provinces } from './sample.ts'

const days = Array.from({ length: 12 }, (_, index) => ({
  day: `2026-${String(index + 1).padStart(2, '0')}-01`,
  open: Math.round(140 - index * 9 + ((index * 13) % 11) * 3),
  planned: Math.round(140 * (1 - index / 11)),
}))

/** Every chart with much in it; `standalone` shows them as they stand in a document. */
export function ChartsPage({ standalone = false }: { standalone?: boolean }) {
  const also = standalone ? { standalone } : {}
  return (
    <>
      <PageHead title="Gambar" lead="Setiap gambar mempunyai judul, uraian, dan tabel." />
      <TileMap
        {...also}
        title="Satker yang sudah mengirim evaluasi"
        description="312 dari 514 satker sudah mengirim; Papua Pegunungan belum ada data."
        categories="Provinsi"
        unit="satker"
        tiles={provinces}
      />
      <Bars
        {...also}
        title="Perjanjian menurut jenis mitra"
        description="Perguruan tinggi terbanyak."
        categories="Jenis mitra"
        unit="Perjanjian"
        bars={[
          { label: 'Perguruan tinggi', value: 32 },
          { label: 'Media massa', value: 13 },
          { label: 'Lembaga negara', value: 12 },
          { label: 'Lembaga swadaya masyarakat', value: 8 },
          { label: 'Kementerian', value: 6 },
          { label: 'Lainnya, termasuk organisasi profesi yang belum terdaftar pada pemerintah daerah setempat', value: 0 },
        ]}
      />
      <Bars
        {...also}
        title="Skor menurut kriteria"
        description="Dampak paling rendah."
        categories="Kriteria"
        unit="Skor"
        max={100}
        digits={1}
        bars={[
          { label: 'Relevansi', value: 88.4 },
          { label: 'Efektivitas', value: 71 },
          { label: 'Dampak', value: 42.5, ink: 'warning' },
        ]}
      />
      <Dumbbell
        {...also}
        title="Penilaian kedua pihak"
        description="Selisih terbesar pada koordinasi: 37 angka."
        categories="Kewajiban"
        sides={['KPU', 'Mitra']}
        pairs={[
          { label: 'Kesesuaian dengan tujuan', first: 82, second: 78 },
          { label: 'Ketepatan waktu', first: 100, second: 75 },
          { label: 'Koordinasi', first: 88, second: 51 },
          { label: 'Pertukaran data sesuai Pasal 7', first: 40, second: null },
          { label: longTitle, first: 0, second: 12 },
          { label: 'Pelaporan', first: 64, second: 64 },
        ]}
      />
      <Pareto
        {...also}
        title="Kendala terbanyak"
        description="Tiga kendala meliputi 74% dari seluruhnya."
        categories="Kendala"
        unit="Satker"
        bars={[
          { label: 'Belum ada anggaran khusus', value: 148 },
          { label: 'Pergantian pejabat penanda tangan', value: 96 },
          { label: 'Tidak ada rencana aksi tertulis', value: 71 },
          { label: 'Data tidak dapat dipertukarkan', value: 44 },
          { label: 'Jarak dan jaringan', value: 39 },
          { label: 'Lainnya', value: 27 },
        ]}
      />
      <StackedBar
        {...also}
        title="Keadaan perjanjian menurut provinsi"
        description="Jawa Timur paling banyak yang berlaku."
        categories="Provinsi"
        parts={[
          { label: 'Berlaku', ink: 'good' },
          { label: 'Segera berakhir', ink: 'warning' },
          { label: 'Berakhir', ink: 'danger' },
          { label: 'Rancangan', ink: 'soft' },
        ]}
        wholes={[
          { label: 'Jawa Timur', values: [88, 12, 7, 3] },
          { label: 'Nusa Tenggara Barat', values: [21, 9, 14, 0] },
          { label: 'Papua Pegunungan', values: [1, 0, 0, 1] },
          { label: 'Kalimantan Utara', values: [0, 0, 0, 0] },
        ]}
      />
      <BurnDown
        {...also}
        title="Tindak lanjut yang masih terbuka"
        description="74 masih terbuka; rencana 25."
        unit="Terbuka"
        days={days.slice(0, 11)}
        to="2026-12-31"
      />
    </>
  )
}

export const BareCharts = () => (
  <>
    <PageHead title="Gambar tanpa data" />
    <TileMap title="Satker yang sudah mengirim" description="Siklus belum dibuka." categories="Provinsi" unit="satker" tiles={[]} />
    <Bars title="Perjanjian menurut jenis" description="Belum ada perjanjian." categories="Jenis" unit="Perjanjian" bars={[]} />
    <Dumbbell title="Penilaian kedua pihak" description="Belum ada." categories="Kewajiban" sides={['KPU', 'Mitra']} pairs={[]} />
    <Pareto title="Kendala" description="Belum ada." categories="Kendala" unit="Satker" bars={[]} />
    <StackedBar title="Keadaan" description="Belum ada." categories="Provinsi" parts={[{ label: 'Berlaku', ink: 'good' }]} wholes={[]} />
    <BurnDown title="Tindak lanjut" description="Belum ada." unit="Terbuka" days={[]} />
  </>
)
