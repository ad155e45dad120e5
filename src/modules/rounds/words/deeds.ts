import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('rounds.deeds', {
  'rounds.create': { id: 'menyiapkan antrean', en: 'prepared the queue of' },
  'entries.create': { id: 'menambahkan penampil ke', en: 'added an office to' },
  'entries.change': { id: 'mengubah presentasi dalam', en: 'changed a presentation in' },
  'queue.start': { id: 'memulai presentasi dalam', en: 'started a presentation in' },
  'queue.pause': { id: 'menjeda presentasi dalam', en: 'paused a presentation in' },
  'queue.resume': { id: 'melanjutkan presentasi dalam', en: 'resumed a presentation in' },
  'queue.stop': { id: 'mengakhiri presentasi dalam', en: 'ended a presentation in' },
  'queue.skip': { id: 'melewati penampil dalam', en: 'skipped an office in' },
  'queue.defer': { id: 'menunda penampil ke urutan akhir dalam', en: 'moved an office to the end of' },
  'queue.return': { id: 'memanggil kembali penampil dalam', en: 'called an office back in' },
  'queue.move': { id: 'mengubah urutan penampil dalam', en: 'reordered' },
  'awards.plan': { id: 'mengatur penghargaan untuk', en: 'set the award rules of' },
  'awards.open': { id: 'membuka penilaian untuk', en: 'opened the marking of' },
  'awards.stop': { id: 'menutup penilaian untuk', en: 'stopped the marking of' },
  'jury.add': { id: 'menambahkan juri ke', en: 'added a person to the jury of' },
  'jury.remove': { id: 'mengeluarkan juri dari', en: 'removed a person from the jury of' },
  'marks.give': { id: 'memberi nilai dalam', en: 'gave marks in' },
  'votes.cast': { id: 'memberi suara satuan kerja dalam', en: 'cast the vote of an office in' },
})
