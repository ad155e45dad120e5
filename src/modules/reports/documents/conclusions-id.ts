import { extent, extentOfAnswers, type Item, type Side } from '../rules/conclusions.ts'
import { type Facts, when } from './narrative-facts.ts'
import { list, quoted } from './phrases-id.ts'

const sides = { kpu: 'KPU', partner: 'mitra' } as const

/** What the questions tell apart, each side by its own scores, and where the sides differ. */
export function analysisId(facts: Facts): string[] {
  const { totals, widest, score } = facts
  if (!totals.submitted) return ['Analisis belum dapat disusun karena belum ada jawaban yang diterima.']
  const both = (item: Item) => `KPU ${score(item.kpu!)}, mitra ${score(item.partner!)}`
  const sentences = [
    ...ranking(facts, 'kpu'),
    ...ranking(facts, 'partner'),
    ...when(widest?.gap === 0, 'Kedua pihak memberi skor yang sama pada setiap butir yang mereka nilai bersama.'),
    ...when(
      widest && widest.gap > 0,
      `Selisih skor terbesar antara kedua pihak ialah ${score(widest?.gap ?? 0)}, pada butir ${list(widest?.items.map(item => `“${item.label}” (${both(item)})`) ?? [])}.`,
    ),
  ]
  return sentences.length ? sentences : ['Jawaban per butir masih terlalu sedikit untuk diperbandingkan.']
}

function ranking({ ranks, score }: Facts, side: Side): string[] {
  const rank = ranks[side]
  if (!rank) return []
  const best = score(rank.highest[0]![side]!)
  if (rank.level) return [`Menurut ${sides[side]}, skor semua butir sama, yaitu ${best}.`]
  const least = score(rank.lowest[0]![side]!)
  return [
    `Menurut ${sides[side]}, skor tertinggi terdapat pada butir ${quoted(rank.highest)} (${best}) dan skor terendah pada butir ${quoted(rank.lowest)} (${least}).`,
  ]
}

/** What follows from the figures by the rules of conclusions.ts; what has too few answers is not spoken of. */
export function conclusionsId(facts: Facts): string[] {
  const { totals, share } = facts
  if (!totals.submitted) return ['Kesimpulan belum dapat ditarik selama belum ada isian yang dikirim.']
  return [
    ...when(!facts.closed, 'Siklus masih berjalan, sehingga kesimpulan berikut bersifat sementara.'),
    response(share(totals.submitted, totals.targets))[extent(totals.submitted, totals.targets)!],
    ...(facts.compared ? [compared[facts.compared]] : []),
    ...of(fulfilment(share(facts.fulfilled, facts.applicable)), extentOfAnswers(facts.fulfilled, facts.applicable)),
    ...of(onPaper(share(facts.unused, facts.assessed)), extentOfAnswers(facts.unused, facts.assessed)),
    ...gathered(facts),
    ...of(treated(share(facts.problemsTreated, facts.problems)), extentOfAnswers(facts.problemsTreated, facts.problems)),
    ...change(facts, 'kpu'),
    ...change(facts, 'partner'),
  ]
}

function gathered({ concentration, leading, obstacles, share }: Facts): string[] {
  if (!concentration) return []
  const [first] = leading
  if (first && first.count * 2 >= obstacles)
    return [
      `Kendala terpusat pada kategori ${quoted(leading)} (${leading.length > 1 ? 'masing-masing ' : ''}${share(first.count, obstacles)}), sehingga perbaikan dapat dimulai dari sana.`,
    ]
  return [
    concentration.few * 2 <= concentration.of
      ? `Sebagian besar kendala (${share(concentration.hold, obstacles)}) terpusat pada sebagian kecil kategori, sehingga perbaikan dapat dimulai dari sana.`
      : 'Kendala tersebar pada beberapa kategori, sehingga perbaikan perlu dipilih menurut kebutuhan setiap perjanjian.',
  ]
}

type Extent = NonNullable<ReturnType<typeof extent>>
const of = (said: Record<Extent, string>, found: Extent | null): string[] => (found ? [said[found]] : [])

/** One sentence where it is all, one where it is none, and one that says the share. */
const saying = (all: string, some: string, none: string): Record<Extent, string> => ({ all, most: some, half: some, few: some, none })

const response = (share: string): Record<Extent, string> => ({
  all: 'Evaluasi menggambarkan seluruh perjanjian yang dinilai karena tidak ada isian yang tertinggal.',
  most: `Evaluasi bertumpu pada ${share} isian.`,
  half: `Evaluasi baru bertumpu pada ${share} isian, sehingga angkanya perlu dibaca dengan hati-hati.`,
  few: `Evaluasi baru bertumpu pada ${share} isian, sehingga angkanya belum menggambarkan keseluruhan.`,
  none: '',
})
const compared: Record<Side | 'alike', string> = {
  alike: 'Secara keseluruhan kedua pihak menilai pelaksanaan kerja sama dengan skor yang berdekatan.',
  kpu: 'Secara keseluruhan KPU menilai pelaksanaan kerja sama lebih tinggi daripada mitra.',
  partner: 'Secara keseluruhan mitra menilai pelaksanaan kerja sama lebih tinggi daripada KPU.',
}
const fulfilment = (share: string) =>
  saying(
    'Menurut semua jawaban, kewajiban yang berlaku dilaksanakan sepenuhnya.',
    `Menurut ${share} jawaban, kewajiban yang berlaku dilaksanakan sepenuhnya.`,
    'Belum ada jawaban bahwa kewajiban yang berlaku dilaksanakan sepenuhnya.',
  )
const onPaper = (share: string) =>
  saying(
    'Menurut penilaian tingkat kematangan, semua perjanjian yang dinilai baru berupa dokumen dan belum dilaksanakan.',
    `Menurut penilaian tingkat kematangan, ${share} perjanjian yang dinilai baru berupa dokumen dan belum dilaksanakan.`,
    'Menurut penilaian tingkat kematangan, semua perjanjian yang dinilai telah dilaksanakan.',
  )
const treated = (share: string) =>
  saying(
    'Setiap kendala dan kritik telah memiliki tindak lanjut.',
    `Tindak lanjut baru ada untuk ${share} kendala dan kritik.`,
    'Belum ada kendala atau kritik yang memiliki tindak lanjut.',
  )

function change({ moves, previous }: Facts, side: Side): string[] {
  const moved = { up: 'naik', down: 'turun', alike: 'hampir tidak berubah' }
  return when(moves[side], `Skor menurut ${sides[side]} ${moved[moves[side] ?? 'alike']} dibandingkan dengan ${previous?.name}.`)
}

/** One line for each thing that has to be done, and how many it concerns. */
export function recommendationsId(facts: Facts): string[] {
  const { totals, leading, count, day, cycle } = facts
  const named = leading.filter(row => row.category !== 'other')
  const untreated = facts.problems - facts.problemsTreated
  return [
    ...when(
      facts.missing,
      facts.closed
        ? `Satuan kerja dan mitra menjelaskan ${count(facts.missing)} isian yang tidak dikirim sampai siklus ditutup, dan mengisinya pada kesempatan pertama siklus berikutnya.`
        : `Satuan kerja dan mitra mengirim ${count(facts.missing)} isian yang belum dikirim sebelum siklus ditutup pada ${day(cycle.closesOn)}.`,
    ),
    ...when(
      facts.unused,
      `Satuan kerja menyusun rencana kerja atau mengusulkan pengakhiran atas ${count(facts.unused)} perjanjian yang menurut penilaian tingkat kematangan belum dilaksanakan.`,
    ),
    ...when(facts.expired, `Satuan kerja memutuskan perpanjangan atau pengakhiran ${count(facts.expired)} perjanjian yang telah berakhir.`),
    ...when(
      named.length,
      `Sekretariat menyusun langkah bersama untuk mengatasi kendala yang paling sering dilaporkan, yaitu ${quoted(named)}.`,
    ),
    ...when(
      untreated,
      `Penanggung jawab dan tenggat ditetapkan bagi ${count(untreated)} kendala dan kritik yang belum memiliki tindak lanjut.`,
    ),
    ...when(
      totals.overdue,
      `Penanggung jawab menyelesaikan ${count(totals.overdue)} tindak lanjut yang melewati tenggat, dan pimpinan memantaunya setiap bulan.`,
    ),
    'Hasil evaluasi ini disampaikan kepada mitra dan dievaluasi kembali pada siklus berikutnya.',
  ]
}
