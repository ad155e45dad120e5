import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('findings.deeds', {
  'findings.create': { id: 'mencatat temuan', en: 'recorded the finding' },
  'findings.dismiss': { id: 'mengesampingkan temuan', en: 'set aside the finding' },
  'findings.restore': { id: 'memulihkan temuan', en: 'restored the finding' },
  'findings.plan': { id: 'membuat tindak lanjut untuk temuan', en: 'planned a follow-up for the finding' },
  'findings.link': { id: 'mengaitkan tindak lanjut dengan temuan', en: 'linked a follow-up to the finding' },
  'findings.unlink': { id: 'melepaskan kaitan tindak lanjut dengan temuan', en: 'unlinked a follow-up from the finding' },
})
