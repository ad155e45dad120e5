import type { Narrative } from '../schema.ts'
import type { Facts, Item } from './narrative-facts.ts'

/** A first draft of the report's text in official Indonesian, written from its figures. People edit it before it is signed. */
export function narrativeId(facts: Facts): Narrative {
  const { totals, cycle, office, count, share, day, cutoffAt } = facts
  return {
    foreword: [
      `Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa, karena atas rahmat-Nya ${facts.title} dapat disusun.`,
      `Laporan ini menyajikan hasil evaluasi atas ${count(totals.agreements)} naskah kerja sama dengan ${count(totals.partners)} mitra pada ${cycle.name}, menurut jawaban yang diterima sampai dengan ${cutoffAt}. Setiap angka di dalamnya dihitung dari jawaban yang dikirim oleh satuan kerja dan mitra, dan dapat ditelusuri kembali sampai ke jawaban itu.`,
      'Kami menyampaikan terima kasih kepada seluruh satuan kerja dan mitra yang telah mengisi instrumen. Semoga laporan ini bermanfaat sebagai dasar perbaikan pelaksanaan kerja sama.',
    ],
    summary: [responseSentence(facts), scoreSentence(facts), obstacleSentence(facts), followUpSentence(facts)],
    background: [
      `${office.name} bekerja sama dengan kementerian, lembaga negara, perguruan tinggi, organisasi kemasyarakatan, media, dan badan usaha dalam penyelenggaraan Pemilihan Umum dan Pemilihan. Kerja sama itu dituangkan dalam nota kesepahaman, perjanjian kerja sama, dan adendum.`,
      'Naskah yang telah ditandatangani baru bermanfaat apabila dilaksanakan. Karena itu pelaksanaannya perlu dipantau dan dievaluasi secara berkala oleh kedua pihak, kendalanya diketahui, dan perbaikannya ditindaklanjuti sampai tuntas.',
    ],
    legalBasis: [
      'Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum beserta perubahannya;',
      'Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;',
      'Peraturan Komisi Pemilihan Umum Nomor 2 Tahun 2021 tentang Tata Naskah Dinas sebagaimana diubah dengan Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2021;',
      'Keputusan Komisi Pemilihan Umum Nomor 1068 Tahun 2023 tentang Pedoman Teknis Penyusunan Naskah Dinas Surat Perjanjian.',
    ],
    purpose: [
      'Laporan ini dimaksudkan untuk memberikan gambaran yang utuh tentang pelaksanaan kerja sama kepada pimpinan.',
      'Tujuannya ialah menilai pelaksanaan kerja sama, mengetahui tindak lanjutnya, mengenali kendalanya, dan menghimpun saran serta kritik dari kedua pihak.',
    ],
    scope: [
      `Evaluasi mencakup ${count(totals.agreements)} naskah kerja sama dengan ${count(totals.partners)} mitra. Dari ${count(totals.offices)} satuan kerja, ${count(totals.officesWithTargets)} satuan kerja memiliki instrumen yang harus diisi. Periode yang dievaluasi ialah ${day(cycle.from)} sampai dengan ${day(cycle.to)}.`,
    ],
    method: [
      `Evaluasi menggunakan ${facts.instrument.name} versi ${count(facts.instrument.version)}. Satuan kerja dan mitra menjawab butir yang sama secara terpisah; jawaban satu pihak tidak terlihat oleh pihak lain sebelum keduanya mengirim.`,
      `Pengisian dibuka pada ${day(cycle.opensOn)}, dengan tenggat ${day(cycle.dueOn)}, dan ditutup pada ${day(cycle.closesOn)}. Skor dinyatakan dalam rentang 0 sampai dengan 100 menurut bobot butir; jawaban “tidak berlaku” tidak ikut dihitung. Data diambil per ${cutoffAt}.`,
    ],
    overview: [
      `Pada siklus ini tercatat ${count(totals.agreements)} naskah kerja sama dengan ${count(totals.partners)} mitra.`,
      ...when(
        facts.expired + facts.expiring,
        `Sebanyak ${count(facts.expired)} naskah telah kedaluwarsa dan ${count(facts.expiring)} naskah berakhir dalam 90 hari.`,
      ),
    ],
    response: [
      responseSentence(facts),
      ...when(
        totals.officesWithTargets,
        `Sebanyak ${count(totals.officesComplete)} dari ${count(totals.officesWithTargets)} satuan kerja (${share(totals.officesComplete, totals.officesWithTargets)}) telah mengirim seluruh instrumennya.`,
      ),
      ...when(facts.silent.length, `Belum ada instrumen yang dikirim dari ${list(facts.silent)}.`),
    ],
    scores: [
      ...when(
        facts.applicable,
        `Dari ${count(facts.applicable)} jawaban atas kewajiban yang berlaku, ${count(facts.fulfilled)} (${share(facts.fulfilled, facts.applicable)}) menyatakan kewajiban dilaksanakan sepenuhnya dan ${count(facts.unfulfilled)} (${share(facts.unfulfilled, facts.applicable)}) menyatakan tidak dilaksanakan.`,
      ),
      ...when(
        facts.assessed,
        `Dari ${count(facts.assessed)} naskah yang telah dinilai, ${count(facts.unused)} (${share(facts.unused, facts.assessed)}) masih pada tingkat 1, yakni naskah ada tetapi belum dilaksanakan, dan ${count(facts.followedUp)} (${share(facts.followedUp, facts.assessed)}) mencapai tingkat 4.`,
      ),
      scoreSentence(facts),
    ],
    obstacles: [obstacleSentence(facts)],
    followUps: [followUpSentence(facts)],
    analysis: analysis(facts),
    conclusion: [responseSentence(facts), scoreSentence(facts), followUpSentence(facts)],
    recommendations: recommendations(facts),
    closing: ['Demikian laporan ini disusun untuk dipergunakan sebagai bahan pengambilan keputusan dan perbaikan pelaksanaan kerja sama.'],
  }
}

function responseSentence({ totals, count, share }: Facts): string {
  if (!totals.targets) return 'Pada siklus ini belum ada instrumen yang harus diisi.'
  return `Dari ${count(totals.targets)} instrumen yang harus diisi, ${count(totals.submitted)} (${share(totals.submitted, totals.targets)}) telah dikirim: ${count(totals.kpuSubmitted)} dari ${count(totals.kpuTargets)} oleh KPU dan ${count(totals.partnerSubmitted)} dari ${count(totals.partnerTargets)} oleh mitra.`
}

function scoreSentence({ totals, score, count }: Facts): string {
  if (totals.kpuScore === null && totals.partnerScore === null) return 'Skor belum dapat dihitung karena belum ada jawaban yang dinilai.'
  if (totals.kpuScore === null) return `Skor rata-rata menurut mitra ialah ${score(totals.partnerScore ?? 0)} dari 100; KPU belum menilai.`
  if (totals.partnerScore === null) return `Skor rata-rata menurut KPU ialah ${score(totals.kpuScore)} dari 100; mitra belum menilai.`
  return `Skor rata-rata menurut KPU ialah ${score(totals.kpuScore)} dan menurut mitra ${score(totals.partnerScore)} dari 100; ${count(totals.bothSubmitted)} kerja sama telah dinilai oleh kedua pihak.`
}

function obstacleSentence({ obstacles, main, count, share, totals }: Facts): string {
  if (!obstacles) return `Tidak ada kendala yang dilaporkan menurut kelompok; seluruhnya tercatat ${count(totals.findings)} temuan.`
  const most = main.map(row => `“${row.label}” (${count(row.count)}; ${share(row.count, obstacles)})`)
  return `Tercatat ${count(totals.findings)} temuan, di antaranya ${count(obstacles)} kendala yang telah dikelompokkan. Kendala terbanyak ialah ${list(most)}.`
}

function followUpSentence({ totals, verified, count, share }: Facts): string {
  if (!totals.followUps) return 'Belum ada tindak lanjut yang ditetapkan.'
  return `Dari ${count(totals.followUps)} tindak lanjut, ${count(verified)} (${share(verified, totals.followUps)}) telah diverifikasi dan ${count(totals.overdue)} (${share(totals.overdue, totals.followUps)}) melewati tenggat.`
}

function analysis(facts: Facts): string[] {
  const { totals, widest, weakest, strongest, count, share, score } = facts
  const both = (item: Item) => `KPU ${score(item.kpu)}, mitra ${score(item.partner)}`
  return [
    ...when(
      totals.kpuTargets && totals.partnerTargets,
      `Partisipasi kedua pihak ${share(totals.kpuSubmitted, totals.kpuTargets) === share(totals.partnerSubmitted, totals.partnerTargets) ? 'setara' : 'berbeda'}: KPU mengirim ${share(totals.kpuSubmitted, totals.kpuTargets)} dan mitra ${share(totals.partnerSubmitted, totals.partnerTargets)} dari instrumen yang harus diisi.`,
    ),
    ...(widest && widest.kpu !== widest.partner
      ? [
          `Perbedaan pandangan terbesar terdapat pada butir “${widest.label}” (${both(widest)}). Butir ini perlu dibahas bersama agar kedua pihak memiliki pemahaman yang sama.`,
        ]
      : []),
    ...(weakest
      ? [
          `Butir dengan skor terendah ialah “${weakest.label}” (${both(weakest)})${strongest && strongest !== weakest ? `, sedangkan yang tertinggi ialah “${strongest.label}” (${both(strongest)})` : ''}.`,
        ]
      : []),
    ...when(
      facts.unused,
      `Sebanyak ${count(facts.unused)} naskah belum dilaksanakan sama sekali. Naskah seperti ini perlu diputuskan nasibnya: dijalankan dengan rencana kerja, diubah, atau diakhiri.`,
    ),
    ...when(facts.without, `Sebanyak ${count(facts.without)} dari ${count(totals.findings)} temuan belum memiliki tindak lanjut.`),
    ...when(!totals.submitted, 'Analisis belum dapat disusun karena belum ada jawaban yang diterima.'),
  ]
}

function recommendations(facts: Facts): string[] {
  const { totals, main, count, day, cycle } = facts
  return [
    ...when(
      facts.missing,
      facts.closed
        ? `Satuan kerja dan mitra menjelaskan ${count(facts.missing)} instrumen yang tidak dikirim sampai siklus ditutup, dan mengisinya pada kesempatan pertama siklus berikutnya.`
        : `Satuan kerja dan mitra menyelesaikan ${count(facts.missing)} instrumen yang belum dikirim sebelum siklus ditutup pada ${day(cycle.closesOn)}.`,
    ),
    ...when(
      facts.unused,
      `Satuan kerja menyusun rencana kerja atau mengusulkan pengakhiran atas ${count(facts.unused)} naskah yang belum dilaksanakan.`,
    ),
    ...when(facts.expired, `Satuan kerja memutuskan perpanjangan atau pengakhiran ${count(facts.expired)} naskah yang telah kedaluwarsa.`),
    ...(main[0]
      ? [`Sekretariat menyusun langkah bersama untuk mengatasi kendala terbanyak, yaitu ${list(main.map(row => `“${row.label}”`))}.`]
      : []),
    ...when(
      facts.without,
      `Setiap temuan yang belum memiliki tindak lanjut, sebanyak ${count(facts.without)}, diberi penanggung jawab dan tenggat.`,
    ),
    ...when(
      totals.overdue,
      `Penanggung jawab menyelesaikan ${count(totals.overdue)} tindak lanjut yang melewati tenggat, dan pimpinan memantaunya setiap bulan.`,
    ),
    'Hasil evaluasi ini disampaikan kepada mitra dan dievaluasi kembali pada siklus berikutnya.',
  ]
}

const when = (condition: number | boolean, sentence: string): string[] => (condition ? [sentence] : [])

/** "a", "a dan b", "a, b, dan c"; the rest of a long list as a number. */
function list(names: readonly string[]): string {
  const shown = names.length > 8 ? [...names.slice(0, 7), `${names.length - 7} lainnya`] : names
  if (shown.length < 3) return shown.join(' dan ')
  return `${shown.slice(0, -1).join(', ')}, dan ${shown.at(-1)}`
}
