import { words as define } from '../../../platform/i18n/words.ts'

export const words = define('changes', {
  id: {
    title: 'Yang berubah',
    lead: 'Yang dilakukan orang lain di wilayah kerja Anda sejak',
    latest: 'Yang berubah di wilayah kerja Anda',
    thing: 'Hal',
    done: 'Yang terjadi',
    when: 'Terakhir',
    andOthers: 'dan {count, number} {kind} lain',
    all: 'Lihat semua yang berubah',
    mark: 'Tandai sudah dilihat',
    more: 'Hanya 50 yang terbaru ditampilkan.',
    none: 'Tidak ada yang berubah',
    noneText: 'Perubahan oleh orang lain pada perjanjian, mitra, temuan, tindak lanjut, siklus evaluasi, dan laporan tampil di sini.',
  },
  en: {
    title: 'What changed',
    lead: 'What others did within your reach since',
    latest: 'What changed within your reach',
    thing: 'Item',
    done: 'What happened',
    when: 'Latest',
    andOthers: 'and {count, number} more ({kind})',
    all: 'See all that changed',
    mark: 'Mark as seen',
    more: 'Only the latest 50 are shown.',
    none: 'Nothing has changed',
    noneText: 'Changes by others to agreements, partners, findings, follow-ups, evaluation cycles and reports appear here.',
  },
})
