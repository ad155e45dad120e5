import { sql } from 'kysely'
import { z } from 'zod'
import { authorize } from '../../../platform/authority/reach.ts'
import { type AnyBulkKind, bulkKind } from '../../../platform/bulk/kind.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { day, line, optional, paragraphs } from '../../../platform/values/shapes.ts'
import { createFollowUp } from '../../followups/operations/create.ts'
import { withdrawFollowUp } from '../../followups/operations/withdraw.ts'
import { resolveOffice } from '../../organisation/queries/offices.ts'
import { findPerson } from '../../organisation/queries/persons.ts'
import { PersonRef } from '../../organisation/schema.ts'
import { filterCondition } from '../queries/list.ts'
import { findFindingForChange, linkedIds, stands, visible } from '../queries/visible.ts'
import { FindingListing } from '../schema.ts'
import { bulkWords } from '../words/bulk.ts'
import { linkFollowUp, unlinkFrom } from './follow.ts'
import { beginTogether } from './together.ts'
import { dismissFinding, takeUp } from './write.ts'

/** What both acts have in common. */
const ofFindings = {
  subject: 'finding',
  things: bulkWords.things,
  list: '/temuan',
  itself: bulkWords.itself,
  filter: FindingListing,
  async find(context: Context, { sort: _, after: _after, before: _before, ...given }: z.output<typeof FindingListing>, most: number) {
    const office = given.office ? (await resolveOffice(context, given.office)).id : undefined
    const found = visible(context)
      .where(filterCondition({ ...given, office }))
      .where(given.status ? stands[given.status] : sql<boolean>`t.dismissed_at is null`)
    return (await found.select('t.id').orderBy('t.id').limit(most).execute()).map(({ id }) => id)
  },
  async about(context: Context, ids: readonly string[]) {
    const said = await visible(context)
      .where(sql<boolean>`t.id = any (${ids}::uuid[])`)
      .select([
        sql<number>`count(distinct t.sentence)`.as('sentences'),
        sql<string | null>`(array_agg(t.text order by t.created_at, t.id))[1]`.as('text'),
      ])
      .executeTakeFirstOrThrow()
    return said.sentences === 1 ? said.text : null
  },
  async lock(context: Context, ids: readonly string[]) {
    const rows = await visible(context)
      .where(sql<boolean>`t.id = any (${ids}::uuid[])`)
      .select([
        't.id',
        't.rev',
        sql<string[]>`array(select l.follow_up_id from finding_follow_up l where l.finding_id = t.id)`.as('followUps'),
      ])
      .orderBy('t.id')
      .forUpdate('t')
      .execute()
    return rows.map(({ id, rev, ...before }) => ({ id, rev, before }))
  },
}

export const findingBulk: AnyBulkKind[] = [
  bulkKind({
    ...ofFindings,
    operation: linkFollowUp,
    names: bulkWords.plan,
    power: 'followup.write',
    params: z.object({ action: line(300, 5), detail: optional(paragraphs(5000)), ownerId: PersonRef, dueOn: day }),
    fields: [
      { name: 'action', control: 'line', label: bulkWords.action, hint: bulkWords.actionHint },
      { name: 'detail', control: 'paragraphs', label: bulkWords.detail, optional: true },
      { name: 'ownerId', control: 'combo', label: bulkWords.owner, hint: bulkWords.ownerHint, source: '/orang/pilihan' },
      { name: 'dueOn', control: 'day', label: bulkWords.dueOn },
    ],
    async resolve(context, { ownerId, ...rest }) {
      const person = await findPerson(context, ownerId).catch((error: unknown) => {
        throw error instanceof Refusal && error.code === 'not_found' ? invalid('ownerId', bulkWords.noOwner) : error
      })
      return { ...rest, ownerId: person.id }
    },
    begin: { operation: createFollowUp, run: beginTogether },
    /** Its follow-up goes too once it answers nothing any more. */
    async restore(context, id, before) {
      const finding = await findFindingForChange(context, id)
      authorize(context, 'finding.write', { path: finding.path })
      const { followUps } = before as { followUps: string[] }
      for (const followUp of await linkedIds(context, id)) {
        if (followUps.includes(followUp)) continue
        await unlinkFrom(context, finding, followUp)
        if (!(await answersAny(context, followUp))) await withdrawFollowUp(context, followUp, bulkWords.undone[context.locale])
      }
    },
  }),
  bulkKind({
    ...ofFindings,
    operation: dismissFinding,
    names: bulkWords.dismiss,
    power: 'finding.write',
    params: z.object({ reason: paragraphs(2000, 5) }),
    fields: [{ name: 'reason', control: 'paragraphs', label: bulkWords.reason }],
    async restore(context, id) {
      const finding = await findFindingForChange(context, id)
      authorize(context, 'finding.write', { path: finding.path })
      await takeUp(context, finding)
    },
  }),
]

const answersAny = async ({ db }: Context, followUp: string): Promise<boolean> =>
  (await db.selectFrom('finding_follow_up').select('finding_id').where('follow_up_id', '=', followUp).executeTakeFirst()) !== undefined
