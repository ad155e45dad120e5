import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('notices.deeds', {
  'notices.read': { id: 'menandai pemberitahuan sudah dibaca', en: 'marked a notification as read' },
  'notices.readAll': { id: 'menandai semua pemberitahuan sudah dibaca', en: 'marked all notifications as read' },
  'notices.prefer': { id: 'mengatur pemberitahuan bagi', en: 'changed the notification settings of' },
  'notices.digest': { id: 'mengirim ringkasan kepada', en: 'sent a summary to' },
})
