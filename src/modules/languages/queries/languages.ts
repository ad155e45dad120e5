import type { Queryable } from '../../../platform/database/database.ts'
import type { Kept } from '../schema.ts'

export type StoredLanguage = { id: string; tag: string; name: string; messages: Kept }

/** Every language that was added, by its name. */
export const addedLanguages = (db: Queryable): Promise<StoredLanguage[]> =>
  db.selectFrom('language').select(['id', 'tag', 'name', 'messages']).orderBy('name').orderBy('tag').$castTo<StoredLanguage>().execute()

export const addedLanguage = (db: Queryable, tag: string): Promise<StoredLanguage | undefined> =>
  db
    .selectFrom('language')
    .select(['id', 'tag', 'name', 'messages'])
    .where('tag', '=', tag)
    .forUpdate()
    .$castTo<StoredLanguage>()
    .executeTakeFirst()

/** How often each was changed, to see whether one has changed since. */
export const languageRevisions = (db: Queryable): Promise<{ tag: string; rev: number }[]> =>
  db.selectFrom('language').select(['tag', 'rev']).execute()
