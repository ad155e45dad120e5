import type { Narrative } from '../schema.ts'
import { analysisId, conclusionsId, recommendationsId } from './conclusions-id.ts'
import { type Facts, when } from './narrative-facts.ts'
import { followUpsId, obstaclesId, responseId, scoresId, summaryId } from './results-id.ts'

/** A first draft of the report's text in official Indonesian, written from its figures. People edit it before it is signed. */
export function narrativeId(facts: Facts): Narrative {
  const { totals, cycle, office, count, day, cutoffAt } = facts
  return {
    foreword: [
      `Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa, karena atas rahmat-Nya ${facts.title} dapat disusun.`,
      `Laporan ini menyajikan hasil evaluasi atas ${count(totals.agreements)} perjanjian dengan ${count(totals.partners)} mitra pada ${cycle.name}, menurut jawaban yang diterima sampai dengan ${cutoffAt}. Setiap angka di dalamnya dihitung dari jawaban yang dikirim oleh satuan kerja dan mitra, dan dapat ditelusuri kembali sampai ke jawaban itu.`,
      'Kami menyampaikan terima kasih kepada seluruh satuan kerja dan mitra yang telah mengirim isian. Semoga laporan ini bermanfaat sebagai dasar perbaikan pelaksanaan kerja sama.',
    ],
    summary: summaryId(facts),
    background: [
      `${office.name} bekerja sama dengan kementerian, lembaga negara, perguruan tinggi, organisasi kemasyarakatan, media, dan badan usaha dalam penyelenggaraan Pemilihan Umum dan Pemilihan. Kerja sama itu dituangkan dalam nota kesepahaman, perjanjian kerja sama, dan adendum.`,
      'Perjanjian yang telah ditandatangani baru bermanfaat apabila dilaksanakan. Karena itu pelaksanaannya perlu dipantau dan dievaluasi secara berkala oleh kedua pihak, kendalanya diketahui, dan perbaikannya ditindaklanjuti sampai tuntas.',
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
      `Evaluasi mencakup ${count(totals.agreements)} perjanjian dengan ${count(totals.partners)} mitra. Dari ${count(totals.offices)} satuan kerja, ${count(totals.officesWithTargets)} satuan kerja memiliki isian yang harus dikirim. Periode yang dievaluasi ialah ${day(cycle.from)} sampai dengan ${day(cycle.to)}.`,
    ],
    method: [
      `Evaluasi menggunakan instrumen “${facts.instrument.name}” versi ${count(facts.instrument.version)}. Satuan kerja dan mitra menjawab butir yang sama secara terpisah; jawaban satu pihak tidak terlihat oleh pihak lain sebelum keduanya mengirim.`,
      `Pengisian dibuka pada ${day(cycle.opensOn)}, dengan tenggat ${day(cycle.dueOn)}, dan ditutup pada ${day(cycle.closesOn)}. Skor dinyatakan dalam rentang 0 sampai dengan 100 menurut bobot butir; jawaban “tidak berlaku” tidak ikut dihitung. Data diambil per ${cutoffAt}.`,
      'Kesimpulan hanya ditarik dari sekurang-kurangnya 5 jawaban. Skor yang berjarak kurang dari 5,0 disebut berdekatan.',
    ],
    overview: [
      `Pada siklus ini dinilai ${count(totals.agreements)} perjanjian dengan ${count(totals.partners)} mitra.`,
      ...when(facts.expired, `Masa berlaku ${count(facts.expired)} perjanjian telah berakhir tanpa keputusan lanjutan.`),
      ...when(facts.expiring, `Masa berlaku ${count(facts.expiring)} perjanjian akan berakhir dalam 90 hari.`),
    ],
    response: responseId(facts),
    scores: scoresId(facts),
    obstacles: obstaclesId(facts),
    followUps: followUpsId(facts),
    analysis: analysisId(facts),
    conclusion: conclusionsId(facts),
    recommendations: recommendationsId(facts),
    closing: ['Demikian laporan ini disusun untuk dipergunakan sebagai bahan pengambilan keputusan dan perbaikan pelaksanaan kerja sama.'],
  }
}
