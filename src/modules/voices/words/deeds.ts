import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('voices.deeds', {
  'voices.send': { id: 'menyampaikan', en: 'sent' },
  'voices.sendByLink': { id: 'menyampaikan', en: 'sent' },
  'voices.answer': { id: 'menjawab', en: 'answered' },
  'voices.setAside': { id: 'mengesampingkan', en: 'set aside' },
  'voices.find': { id: 'menjadikan temuan', en: 'made a finding of' },
  'voices.join': { id: 'menggabungkan', en: 'joined' },
})
