import { type Selectable, sql } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Context } from '../../../platform/operation/operation.ts'

/** An agreement as it stands, with its parties and its scope in their order. */
export type CurrentRecord = {
  before: Selectable<Tables['agreement']>
  parties: Selectable<Tables['agreement_party']>[]
  scope: string[]
}

/** Locks some agreements, in one order, and reads what they say. What is not there is left out. Three statements. */
export async function lockRecords({ db }: Context, ids: readonly string[]): Promise<Map<string, CurrentRecord>> {
  const agreements = await db
    .selectFrom('agreement')
    .selectAll()
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  const ofThese = sql<boolean>`agreement_id = any (${ids}::uuid[])`
  const parties = Map.groupBy(
    await db.selectFrom('agreement_party').selectAll().where(ofThese).orderBy('seq').execute(),
    party => party.agreement_id,
  )
  const scopes = Map.groupBy(
    await db.selectFrom('agreement_scope').select(['agreement_id', 'text']).where(ofThese).orderBy('seq').execute(),
    scope => scope.agreement_id,
  )
  return new Map(
    agreements.map(before => [
      before.id,
      { before, parties: parties.get(before.id) ?? [], scope: (scopes.get(before.id) ?? []).map(({ text }) => text) },
    ]),
  )
}

/** Puts agreements that have no parent below one. The caller records it and sees to it that none comes below itself. @returns those it did */
export async function setParents({ db }: Context, links: readonly { child: string; parent: string }[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    update agreement a set parent_id = n.parent, rev = a.rev + 1
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as n (child uuid, parent uuid)
    where a.id = n.child and a.parent_id is null returning a.id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
