import { covers, reachOf } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { criteriaOf, findAward, juryOf, markedBy, marksOf, votesFor, votesOf } from '../queries/awards.ts'
import { entriesOf } from '../queries/entries.ts'
import { findRound, isOver, type RoundRow } from '../queries/visible.ts'
import { statusOf } from '../rules/queue.ts'
import { isExcluded } from '../rules/tally.ts'
import type { Award, AwardResult } from '../schema/awards.ts'
import type { EntryStatus } from '../schema/kinds.ts'

/** Whoever runs rounds at the office that hosts plans and stops an award; moderating a session is not enough. */
export const manages = ({ actor }: Pick<Context, 'actor'>, { path }: Pick<RoundRow, 'path'>): boolean =>
  actor.scope !== 'read' && covers(reachOf(actor, 'round.write'), { path })

/** What has presented, or does. */
export const isReady = (status: EntryStatus): boolean => status === 'done' || status === 'presenting' || status === 'paused'

/**
 * As the one who asks may see it: until it stops their own marks, the vote of their own office, and how many entries each of the jury has
 * marked for those who manage it; nothing of what others gave.
 */
export async function awardOf(context: Context, round: RoundRow): Promise<Award> {
  const { actor } = context
  const award = await findAward(context, round.id)
  const rows = await entriesOf(context, round)
  const jury = award ? await juryOf(context, round) : []
  const isJury = jury.some(({ id }) => id === actor.personId)
  const own = isJury ? await marksOf(context, round.id, actor.personId) : []
  const office = award && !isJury && award.audience_weight > 0 ? await votesFor(context, round, rows) : null
  const votes = office ? await votesOf(context, round.id, office.id) : []
  const mayManage = manages(context, round)
  const marked = mayManage && award ? await markedBy(context, round.id) : new Map<string, number>()
  const isOpen = award?.state === 'open' && !isOver(round)
  const path = actor.office?.path ?? null
  return {
    round: { id: round.id, name: round.title },
    meeting: { id: round.meetingId, name: round.meetingTitle },
    state: award?.state ?? null,
    juryWeight: award?.jury_weight ?? 70,
    audienceWeight: award?.audience_weight ?? 30,
    tieRule: award?.tie_rule ?? 'jury',
    criteria: await criteriaOf(context, round.id),
    jury: jury.map(each => ({ ...each, marked: marked.get(each.id) ?? 0 })),
    entries: rows.map(row => {
      const status = statusOf(round.queue, row.id)
      const mine = own.find(({ entry }) => entry === row.id)
      return {
        id: row.id,
        office: { id: row.officeId, name: row.office },
        stage: row.stage,
        topic: row.topic,
        status,
        isExcluded: isExcluded(path, row.path),
        isReady: isReady(status),
        marks: mine ? { abstained: mine.points === null, points: mine.points ?? {} } : null,
      }
    }),
    votes: votes.map(({ stage, entry }) => ({ stage, entry })),
    office: office?.name ?? null,
    acts: [
      ...(mayManage && !isOver(round) && (!award || award.state === 'draft') ? (['plan'] as const) : []),
      ...(mayManage && !isOver(round) && award?.state === 'draft' ? (['open'] as const) : []),
      ...(mayManage && isOpen ? (['stop'] as const) : []),
      ...(isOpen && isJury && award.jury_weight > 0 && actor.scope !== 'read' ? (['mark'] as const) : []),
      ...(isOpen && office ? (['vote'] as const) : []),
    ],
    stoppedAt: award?.stopped_at?.toISOString() ?? null,
    result: (award?.result ?? null) as AwardResult | null,
    rev: award?.rev ?? 0,
  }
}

export const reloadAward = async (context: Context, id: string) => awardOf(context, await findRound(context, id))
