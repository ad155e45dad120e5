import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('minutes.deeds', {
  'minutes.begin': { id: 'memulai', en: 'started' },
  'minutes.send': { id: 'mengirim untuk disetujui', en: 'sent for approval' },
  'minutes.return': { id: 'mengembalikan', en: 'returned' },
  'minutes.approve': { id: 'menyetujui', en: 'approved' },
  'minutes.distribute': { id: 'mengedarkan', en: 'distributed' },
  'corrections.create': { id: 'mengirim koreksi atas', en: 'sent a correction to' },
  'corrections.answer': { id: 'menjawab koreksi atas', en: 'answered a correction to' },
  'decisions.create': { id: 'mencatat', en: 'recorded' },
  'decisions.change': { id: 'mengubah', en: 'changed' },
  'decisions.remove': { id: 'menghapus', en: 'removed' },
  'decisions.plan': { id: 'membuat tindak lanjut untuk', en: 'created a follow-up for' },
  'decisions.link': { id: 'mengaitkan tindak lanjut dengan', en: 'linked a follow-up to' },
  'decisions.unlink': { id: 'melepas kaitan tindak lanjut dari', en: 'unlinked a follow-up from' },
  'passages.create': { id: 'menambah bagian pada', en: 'added a passage to' },
  'passages.save': { id: 'mengubah bagian pada', en: 'changed a passage of' },
  'passages.move': { id: 'memindahkan bagian pada', en: 'moved a passage of' },
  'passages.remove': { id: 'menghapus bagian dari', en: 'removed a passage from' },
})
