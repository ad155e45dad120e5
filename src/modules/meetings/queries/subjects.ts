import { sql } from 'kysely'
import { type Localized, textIn } from '../../../platform/i18n/words.ts'
import type { SubjectKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { clashNames } from './clash-list.ts'
import { holdsFile } from './materials.ts'
import { searchedMeetings } from './searched.ts'
import { seriesAmong } from './series.ts'
import { kindsOf, visible } from './visible.ts'

export const meetingsSubjects: SubjectKind[] = [
  {
    kind: 'meeting',
    names: titles.meeting,
    isNews: true,
    searched: searchedMeetings,
    async find(context, ids) {
      const rows = await visible(context).where('m.id', 'in', ids).select(['m.id', 'm.number', 'm.title']).execute()
      return rows.map(({ id, number, title }) => ({ id, name: `${number}: ${title}`, path: `/rapat/${id}` }))
    },
    async places(context, ids) {
      const rows = await visible(context)
        .where('m.id', 'in', ids)
        .select(['m.id', sql<string>`o.path::text`.as('path')])
        .execute()
      return rows.map(({ id, path }) => ({ id, offices: [path], partners: [] }))
    },
    placed: context => visible(context).select(['m.id', sql`'{}'::uuid[]`.as('partners')]),
  },
  {
    kind: 'meeting_session',
    names: titles.session,
    async find(context, ids) {
      const rows = await visible(context)
        .innerJoin('meeting_slot as s', 's.meeting_id', 'm.id')
        .where('s.session_id', 'in', ids)
        .select(['s.session_id as id', 's.title as name', 'm.id as meeting'])
        .execute()
      return rows.map(({ id, name, meeting }) => ({ id, name, path: `/rapat/${meeting}/acara` }))
    },
  },
  {
    kind: 'meeting_series',
    names: titles.series,
    async find(context, ids) {
      return (await seriesAmong(context, ids)).map(({ id, name }) => ({ id, name, path: `/seri-rapat/${id}` }))
    },
  },
  { kind: 'meeting_material', names: titles.material, holdsFile },
  {
    kind: 'meeting_clash',
    names: titles.clash,
    find: clashNames,
  },
  {
    kind: 'meeting_kind',
    names: titles.meetingKind,
    async find(context, ids) {
      const kinds = (await kindsOf(context)).filter(({ id }) => ids.includes(id))
      return kinds.map(({ id, names }) => ({ id, name: textIn(names as Localized, context.locale), path: null }))
    },
  },
]
