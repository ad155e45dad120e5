import { type Facts, when } from './narrative-facts.ts'
import { list, part, quoted } from './phrases-id.ts'

/** What was counted, one sentence for each of the main figures. */
export function summaryId(facts: Facts): string[] {
  const { totals, score, verified } = facts
  const { kpuScore, partnerScore } = totals
  return [
    totals.targets
      ? `${part(facts, totals.submitted, totals.targets, 'isian', 'telah dikirim', 'belum dikirim')}.`
      : 'Pada siklus ini tidak ada isian yang harus dikirim.',
    kpuScore !== null && partnerScore !== null
      ? `Skor rata-rata menurut KPU ialah ${score(kpuScore)} dan menurut mitra ${score(partnerScore)} dari 100.`
      : kpuScore !== null
        ? `Skor rata-rata menurut KPU ialah ${score(kpuScore)} dari 100; belum ada skor menurut mitra.`
        : partnerScore !== null
          ? `Skor rata-rata menurut mitra ialah ${score(partnerScore)} dari 100; belum ada skor menurut KPU.`
          : 'Skor belum dapat dihitung karena belum ada jawaban yang diberi skor.',
    mostFrequent(facts),
    totals.followUps
      ? `${part(facts, verified, totals.followUps, 'tindak lanjut', 'telah selesai dan diperiksa', 'belum selesai dan diperiksa')}.`
      : 'Belum ada tindak lanjut yang ditetapkan.',
  ]
}

function mostFrequent({ obstacles, leading, totals, count, share }: Facts): string {
  if (!totals.findings) return 'Tidak ada temuan yang tercatat.'
  if (!obstacles) return 'Tidak ada kendala di antara temuan yang tercatat.'
  if (!leading.length) return `Kendala yang tercatat (${count(obstacles)}) terlalu sedikit untuk menyebut kategori yang terbanyak.`
  const many = leading.length > 1 ? 'masing-masing ' : ''
  return `Kategori kendala terbanyak ialah ${quoted(leading)}, ${many}${count(leading[0]!.count)} dari ${count(obstacles)} kendala (${share(leading[0]!.count, obstacles)}).`
}

export function responseId(facts: Facts): string[] {
  const { totals, silent } = facts
  if (!totals.targets) return ['Tidak ada satuan kerja atau mitra yang diminta mengirim isian.']
  return [
    ...when(
      totals.kpuTargets,
      `Pihak KPU: ${part(facts, totals.kpuSubmitted, totals.kpuTargets, 'isian', 'telah dikirim', 'belum dikirim', false)}.`,
    ),
    ...when(
      totals.partnerTargets,
      `Pihak mitra: ${part(facts, totals.partnerSubmitted, totals.partnerTargets, 'isian', 'telah dikirim', 'belum dikirim', false)}.`,
    ),
    ...when(
      totals.officesWithTargets,
      `${part(facts, totals.officesComplete, totals.officesWithTargets, 'satuan kerja yang memiliki isian', 'telah mengirim semua isiannya', 'belum mengirim semua isiannya')}.`,
    ),
    ...when(silent.length && totals.submitted, `Belum ada isian yang dikirim dari ${list(silent)}.`),
  ]
}

export function scoresId(facts: Facts): string[] {
  const { totals, applicable, fulfilled, unfulfilled, assessed, unused, followedUp } = facts
  const sentences = [
    ...when(
      applicable,
      `${part(facts, fulfilled, applicable, 'jawaban atas kewajiban yang berlaku', 'menyatakan kewajiban dilaksanakan sepenuhnya', 'tidak menyatakan kewajiban dilaksanakan sepenuhnya')}.`,
      `${part(facts, unfulfilled, applicable, 'jawaban atas kewajiban yang berlaku', 'menyatakan kewajiban tidak dilaksanakan', 'menyatakan kewajiban dilaksanakan, sebagian atau sepenuhnya')}.`,
    ),
    ...when(
      assessed,
      `${part(facts, unused, assessed, 'perjanjian yang dinilai kematangannya', 'masih pada tingkat 1, yakni dokumennya ada tetapi belum dilaksanakan', 'telah melampaui tingkat 1')}.`,
      `${part(facts, followedUp, assessed, 'perjanjian yang dinilai kematangannya', 'mencapai tingkat 4', 'belum mencapai tingkat 4')}.`,
    ),
    ...when(
      totals.pairs,
      `${part(facts, totals.bothSubmitted, totals.pairs, 'perjanjian', 'telah dinilai oleh kedua pihak', 'belum dinilai oleh kedua pihak')}.`,
    ),
  ]
  return sentences.length ? sentences : ['Capaian belum dapat diuraikan karena belum ada jawaban yang diterima.']
}

export function obstaclesId(facts: Facts): string[] {
  const { totals, findings, names, count, share, concentration, obstacles } = facts
  if (!totals.findings) return ['Jawaban yang diterima tidak memuat kendala, saran, kritik, atau solusi.']
  const kinds = names.kinds
    .map(({ code, label }) => ({ label: label.toLowerCase(), n: findings.filter(row => row.kind === code).length }))
    .filter(({ n }) => n)
  return [
    `Tercatat ${count(totals.findings)} temuan, yaitu ${list(kinds.map(({ label, n }) => `${count(n)} ${label}`))}.`,
    ...when(
      concentration && concentration.few < concentration.of,
      `Dari ${count(concentration?.of ?? 0)} kategori yang muncul, ${count(concentration?.few ?? 0)} memuat ${count(concentration?.hold ?? 0)} dari ${count(obstacles)} kendala (${share(concentration?.hold ?? 0, obstacles)}).`,
    ),
  ]
}

export function followUpsId(facts: Facts): string[] {
  const { totals, treated, followUpsByState, names, count } = facts
  const states = names.states
    .map(({ code, label }) => ({
      label: label.toLowerCase(),
      n: followUpsByState.reduce((n, row) => (row.state === code ? n + row.count : n), 0),
    }))
    .filter(({ n }) => n)
  if (!totals.followUps) return ['Tidak ada temuan yang telah dijadikan tindak lanjut.']
  return [
    ...when(
      totals.findings,
      `${part(facts, treated, totals.findings, 'temuan', 'memiliki tindak lanjut', 'tidak memiliki tindak lanjut')}.`,
    ),
    `Menurut status, tindak lanjut terdiri atas ${list(states.map(({ label, n }) => `${count(n)} ${label}`))}.`,
    `${part(facts, totals.overdue, totals.followUps, 'tindak lanjut', 'melewati tenggat', 'tidak melewati tenggat')}.`,
  ]
}
