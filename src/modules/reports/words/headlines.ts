import { words } from '../../../platform/i18n/words.ts'

/** What the figures of a cycle say, at the top of its dashboard. */
export const headlineWords = words('reports.headlines', {
  id: {
    title: 'Makna angka-angka ini',
    nothing: 'Belum cukup jawaban untuk menarik kesimpulan.',
    missing: '{count, number} dari {whole, number} isian belum terkirim.',
    never: '{count, number} dari {whole, number} isian tidak dikirim.',
    compared: {
      alike: 'Kedua pihak menilai hampir sama: KPU {kpu}, mitra {partner}.',
      kpu: 'KPU menilai lebih tinggi daripada mitra: {kpu} dan {partner}.',
      partner: 'Mitra menilai lebih tinggi daripada KPU: {partner} dan {kpu}.',
    },
    few: 'Baru {count, number} perjanjian yang dinilai kedua pihak.',
    changed:
      '{side, select, kpu {Skor menurut KPU} other {Skor menurut mitra}} {way, select, up {naik} other {turun}} {by} poin dari {name}.',
    gap: 'Beda penilaian terbesar {gap} poin, pada “{item}”.',
    obstacle: 'Kendala terbanyak: {category}, {count, number} dari {whole, number} kendala.',
    overdue: '{count, number} tindak lanjut terlambat.',
  },
  en: {
    title: 'What the figures say',
    nothing: 'There are not enough answers yet to draw a conclusion.',
    missing: '{count, number} of {whole, plural, one {# form} other {# forms}} {count, plural, one {has} other {have}} not been submitted.',
    never: '{count, number} of {whole, plural, one {# form} other {# forms}} {count, plural, one {was} other {were}} never submitted.',
    compared: {
      alike: 'Both sides give nearly the same score: KPU {kpu}, partners {partner}.',
      kpu: 'KPU scores higher than its partners: {kpu} against {partner}.',
      partner: 'Partners score higher than KPU: {partner} against {kpu}.',
    },
    few: 'Only {count, plural, one {1 agreement was} other {# agreements were}} scored by both.',
    changed:
      'The score given by {side, select, kpu {KPU} other {partners}} went {way, select, up {up} other {down}} by {by} points from {name}.',
    gap: 'The widest gap is {gap} points: “{item}”.',
    obstacle: 'The most frequent obstacle is {category}: {count, number} of {whole, number}.',
    overdue: '{count, plural, one {1 follow-up is overdue} other {# follow-ups are overdue}}.',
  },
})
