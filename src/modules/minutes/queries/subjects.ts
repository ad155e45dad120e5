import type { SubjectKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { words } from '../words/words.ts'
import { visible } from './minutes.ts'

export const minutesSubjects: SubjectKind[] = [
  {
    kind: 'minutes',
    names: titles.minutes,
    isNews: ['minutes.approve', 'minutes.distribute'],
    async find(context, ids) {
      const rows = await visible(context).where('n.id', 'in', ids).select(['n.id', 'n.title']).execute()
      return rows.map(({ id, title }) => ({ id, name: words[context.locale].minutesOf({ title }), path: `/notula/${id}` }))
    },
  },
]
