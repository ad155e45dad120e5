import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('minutes.deeds', {
  'minutes.begin': { id: 'memulai', en: 'started' },
  'minutes.send': { id: 'mengirim untuk disetujui', en: 'sent for approval' },
  'minutes.return': { id: 'mengembalikan', en: 'returned' },
  'minutes.approve': { id: 'menyetujui', en: 'approved' },
  'minutes.distribute': { id: 'mengedarkan', en: 'distributed' },
  'passages.create': { id: 'menambah bagian pada', en: 'added a passage to' },
  'passages.save': { id: 'mengubah bagian pada', en: 'changed a passage of' },
  'passages.move': { id: 'memindahkan bagian pada', en: 'moved a passage of' },
  'passages.remove': { id: 'menghapus bagian dari', en: 'removed a passage from' },
})
