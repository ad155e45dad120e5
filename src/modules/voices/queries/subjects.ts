import type { SubjectKind } from '../../../platform/subject/subject.ts'
import { firstLine } from '../../../platform/values/cut.ts'
import { titles } from '../words/titles.ts'
import { ownTopics, visible } from './topics.ts'

export const voiceSubjects: SubjectKind[] = [
  {
    kind: 'voice_topic',
    names: titles.topic,
    /** Whoever sent some of it reads it where they sent it. */
    async find(context, ids) {
      const rows = await visible(context).where('t.id', 'in', ids).select(['t.id', 't.text']).execute()
      const read = rows.map(({ id, text }) => ({ id, name: firstLine(text, 120), path: `/suara/${id}` }))
      const others = ids.filter(id => !read.some(each => each.id === id))
      const own = others.length ? await ownTopics(context, others) : []
      return [...read, ...own.map(({ id, text, meeting }) => ({ id, name: firstLine(text, 120), path: `/rapat/${meeting}/suara/kirim` }))]
    },
  },
]
