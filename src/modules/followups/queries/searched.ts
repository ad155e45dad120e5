import { sql } from 'kysely'
import type { Searched } from '../../../platform/search/searched.ts'
import { excerptOf, hasEvery, isAtPlaces } from '../../../platform/search/sought.ts'
import { titles } from '../words/titles.ts'
import { words } from '../words.ts'
import { detailed, visible } from './visible.ts'

/** By its words and number, and by the place of its office; the latest first. */
export const searchedFollowUps: Searched = {
  group: titles.followUps,
  matching: (context, sought) =>
    visible(context)
      .where(hasEvery(sought, sql.ref('f.search'), isAtPlaces(sql.ref('f.office_id'))))
      .select(['f.id', sql<number>`extract(epoch from f.created_at)`.as('rank')]),
  async numbered(context, typed) {
    const rows = await visible(context).where('f.number', '=', typed.toUpperCase()).select('f.id').execute()
    return rows.map(({ id }) => id)
  },
  async lines(context, ids) {
    const rows = await detailed(context).where('f.id', 'in', ids).execute()
    return rows.map(({ id, number, action, detail, state, officeName, ownerName }) => ({
      id,
      title: action,
      number,
      about: [officeName, ownerName, words[context.locale].states[state as keyof typeof words.id.states]],
      texts: detail ? [detail] : [],
      path: `/tindak-lanjut/${id}`,
    }))
  },
}

/** Files by which somebody showed what was done: by their text, as far as it could be read, and their name. */
export const searchedEvidence: Searched = {
  group: titles.evidenceFiles,
  matching: (context, sought) => sql`
    select v.file_id as id, 0 as rank from (${visible(context).select(['f.id'])}) f join follow_up_event e on e.follow_up_id = f.id
      join follow_up_evidence v on v.event_id = e.id
    where v.file_id in (select t.file_id from file_text_card t where ${hasEvery(sought, sql.ref('t.words'))})`,
  async lines(context, ids, sought) {
    const rows = await visible(context)
      .innerJoin('follow_up_event as e', 'e.follow_up_id', 'f.id')
      .innerJoin('follow_up_evidence as v', 'v.event_id', 'e.id')
      .innerJoin('stored_file_card as s', 's.id', 'v.file_id')
      .innerJoin('file_text_card as t', 't.file_id', 'v.file_id')
      .where('v.file_id', 'in', ids)
      .select(['s.id', 's.name', 'f.id as followUp', 'f.number', 'f.action', 't.state'])
      .select(excerptOf(sought, sql.ref('t.text')).as('text'))
      .execute()
    return rows.map(({ id, name, followUp, number, action, state, text }) => ({
      id,
      title: name,
      number,
      about: [action, ...(state === 'unreadable' ? [titles.unreadable[context.locale]] : [])],
      texts: text ? [text] : [],
      path: `/tindak-lanjut/${followUp}`,
    }))
  },
}
