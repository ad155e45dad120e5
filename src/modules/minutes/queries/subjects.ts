import { sql } from 'kysely'
import type { SubjectKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { words } from '../words/words.ts'
import { visible as visibleDecisions } from './decisions.ts'
import { decisionsCarriedOut } from './grounds.ts'
import { visible } from './minutes.ts'
import { searchedDecisions } from './searched.ts'
import { decisionTallies } from './tallies.ts'

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
  {
    kind: 'decision',
    names: titles.decision,
    tallies: decisionTallies,
    isNews: ['decisions.plan', 'decisions.link'],
    searched: searchedDecisions,
    grounds: { of: 'follow_up', find: decisionsCarriedOut },
    async find(context, ids) {
      const rows = await visibleDecisions(context).where('d.id', 'in', ids).select(['d.id', 'd.number', 'd.text']).execute()
      return rows.map(({ id, number, text }) => ({ id, name: `${number}: ${text}`, path: `/keputusan/${id}` }))
    },
    async places(context, ids) {
      const rows = await visibleDecisions(context)
        .leftJoin('office_card as a', 'a.id', 'd.office_id')
        .where('d.id', 'in', ids)
        .select(['d.id', sql<string[]>`array_remove(array[o.path::text, a.path::text], null)`.as('offices')])
        .execute()
      return rows.map(({ id, offices }) => ({ id, offices, partners: [] }))
    },
    placed: context => visibleDecisions(context).select(['d.id', sql`'{}'::uuid[]`.as('partners')]),
  },
]
