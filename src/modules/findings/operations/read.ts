import { z } from 'zod'
import { covers, reachOf } from '../../../platform/authority/reach.ts'
import type { Power } from '../../../platform/authority/roles.ts'
import { pageSize } from '../../../platform/database/keyset.ts'
import { type Context, internalOperation, operation } from '../../../platform/operation/operation.ts'
import { soughtLike } from '../../../platform/search/sought.ts'
import { findSubjects } from '../../../platform/subject/subject.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, wholeFrom } from '../../../platform/values/shapes.ts'
import { findFollowUps } from '../../followups/queries/visible.ts'
import { pageOfGroups } from '../queries/groups.ts'
import { findingCounts, namesIn, pageOfFindings } from '../queries/list.ts'
import { meant } from '../queries/meant.ts'
import { type FindingRow, findFinding, findingFrom, linkedIds, partnersOf } from '../queries/visible.ts'
import { FindingDetail, FindingFilter, FindingListing, FindingPage, GroupPage } from '../schema.ts'

export const listFindings = operation({
  name: 'findings.list',
  summary: 'Obstacles, suggestions, criticism and solutions in your reach, latest first, with how many still lack a follow-up',
  power: 'finding.read',
  reads: true,
  input: FindingListing,
  output: FindingPage,
  example: { kind: 'obstacle' },
  async run(context, input) {
    const { filter: asked, office } = await meant(context, input)
    const exact = await findingCounts(context, asked)
    const near = asked.q && exact.total + exact.statuses.dismissed === 0 ? await soughtLike(context.db, asked.q) : undefined
    const filter = { ...asked, near }
    const counts = near ? await findingCounts(context, filter) : exact
    const total = filter.status ? counts.statuses[filter.status] : counts.total
    const similar = near !== undefined && total > 0
    return { ...(await pageOfFindings(context, filter)), total, similar, office, ...(await namesIn(context, filter)), counts }
  },
})

/** What the page of a thing shows of its findings: so many at most, those that wait to be followed up where there are more, and the counts. */
export const latestFindings = internalOperation({
  name: 'findings.latest',
  power: 'finding.read',
  reads: true,
  input: z.object({ about: FindingFilter, most: wholeFrom(1, pageSize) }),
  output: FindingPage.pick({ findings: true, counts: true }),
  async run(context, { about, most }) {
    const counts = await findingCounts(context, about)
    const status = counts.total > most && counts.statuses.open ? 'open' : undefined
    const { findings } = counts.total ? await pageOfFindings(context, { ...about, status, sort: '-created' }, most) : { findings: [] }
    return { findings, counts }
  },
})

export const listGroups = operation({
  name: 'findings.groups',
  summary: 'Findings that say the same as one line each, most often said first: how many, where, with whom, what became of them',
  power: 'finding.read',
  reads: true,
  input: FindingListing.omit({ sort: true }),
  output: GroupPage,
  example: { kind: 'obstacle' },
  async run(context, input) {
    const { filter, office } = await meant(context, input)
    return { ...(await pageOfGroups(context, filter)), office, ...(await namesIn(context, filter)) }
  },
})

export const showFinding = operation({
  name: 'findings.show',
  summary: 'One finding: what was written, where, by which side, and what came of it',
  power: 'finding.read',
  reads: true,
  input: z.object({ id }),
  output: FindingDetail,
  example: { id: example.finding },
  run: async (context, { id }) => detailOf(context, await findFinding(context, id)),
})

export async function detailOf(context: Context, row: FindingRow): Promise<z.infer<typeof FindingDetail>> {
  const { actor } = context
  const held = (power: Power) => actor.scope !== 'read' && covers(reachOf(actor, power), { path: row.path })
  const finding = findingFrom(row)
  const [sourcePage = null] = await findSubjects(context, [finding.source])
  return {
    ...finding,
    sourcePage,
    partners: await partnersOf(context, row),
    dismissal: row.dismissed_at ? { reason: row.dismissed_reason ?? '', by: row.dismissedBy, at: row.dismissed_at.toISOString() } : null,
    linked: await findFollowUps(context, await linkedIds(context, row.id)),
    mayWrite: held('finding.write'),
    mayPlan: held('followup.write') && row.status !== 'dismissed',
  }
}
