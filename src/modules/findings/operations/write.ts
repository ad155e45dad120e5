import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { takeNumbers } from '../../../platform/database/number-series.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, paragraphs } from '../../../platform/values/shapes.ts'
import { findOffice } from '../../organisation/queries/offices.ts'
import { officeId } from '../../organisation/schema.ts'
import { type FindingRow, findFinding, findFindingForChange } from '../queries/visible.ts'
import { FindingDetail, FindingDraft } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { aboutWhat } from './about.ts'
import { detailOf } from './read.ts'

export const createFinding = operation({
  name: 'findings.create',
  summary: 'Record a finding by hand, outside an evaluation',
  power: 'finding.write',
  input: FindingDraft,
  output: FindingDetail,
  example: {
    kind: 'obstacle',
    category: 'coordination',
    text: 'Narahubung mitra berganti tanpa pemberitahuan.',
    officeId: officeId('35.10'),
  },
  async check(context, { officeId, ...given }) {
    if (officeId) authorize(context, 'finding.write', await findOffice(context, officeId))
    await aboutWhat(context, given)
  },
  async run(context, draft) {
    const { path } = await findOffice(context, draft.officeId)
    return reload(context, (await recordFinding(context, { ...draft, path })).id)
  },
})

/**
 * Where a finding that is recorded by hand was heard: a subject (a session, a meeting) and what in it; there is one for each. `authorId` is
 * who said it.
 */
type Heard = { kind: string; id: string; key: string; authorId: string | null }
type Recorded = Omit<z.output<typeof FindingDraft>, 'officeId'> & { officeId: string; path: string; heard?: Heard }

/** Records a finding at an office, for whoever may write its findings; other modules too, of what was heard in theirs. */
export async function recordFinding(context: Context, given: Recorded): Promise<{ id: string; number: string }> {
  const { kind, category, text, officeId, path, agreement, partner, heard } = given
  authorize(context, 'finding.write', { path })
  const about = await aboutWhat(context, { agreement, partner })
  const row = {
    id: newId(),
    number: await nextNumber(context),
    kind,
    category,
    text,
    office_id: officeId,
    agreement_id: about.agreementId,
    partner_id: about.partnerId,
    ...(heard ? { source_kind: heard.kind, source_id: heard.id, source_key: heard.key } : { source_kind: 'manual' }),
    created_by: heard ? heard.authorId : context.actor.personId,
    created_at: context.clock.now(),
  }
  await context.db.insertInto('finding').values(row).execute()
  const { source_id: _, source_key: __, ...audited } = { source_id: null, source_key: null, ...row }
  record(context, { kind: 'finding', id: row.id, reach: [path] }, null, audited)
  return { id: row.id, number: row.number }
}

export const dismissFinding = operation({
  name: 'findings.dismiss',
  summary: 'Set a finding aside because nothing has to follow from it, with the reason',
  power: 'finding.write',
  input: z.object({ id, reason: paragraphs(2000, 5) }),
  output: FindingDetail,
  example: { id: example.finding, reason: 'Sudah ditangani dalam perjanjian yang baru.' },
  async run(context, { id, reason }) {
    const row = await findFindingForChange(context, id)
    authorize(context, 'finding.write', { path: row.path })
    if (row.status === 'dismissed') throw new Refusal('conflict', refusals.findingIsSetAside)
    if (row.status === 'underway') throw new Refusal('conflict', refusals.followUpUnderWay)
    const change = { rev: row.rev + 1, dismissed_at: context.clock.now(), dismissed_by: context.actor.personId, dismissed_reason: reason }
    await context.db.updateTable('finding').set(change).where('id', '=', id).execute()
    noteChange(context, row, { status: row.status }, { status: 'dismissed', reason })
    return reload(context, id)
  },
})

export const restoreFinding = operation({
  name: 'findings.restore',
  summary: 'Take up again a finding that was set aside',
  power: 'finding.write',
  input: z.object({ id }),
  output: FindingDetail,
  example: { id: example.dismissedFinding },
  async run(context, { id }) {
    const row = await findFindingForChange(context, id)
    authorize(context, 'finding.write', { path: row.path })
    if (row.status !== 'dismissed') throw new Refusal('conflict', refusals.findingNotSetAside)
    await takeUp(context, row)
    return reload(context, id)
  },
})

/** Takes up again what was set aside. */
export async function takeUp(context: Context, row: FindingRow): Promise<void> {
  await context.db
    .updateTable('finding')
    .set({ rev: row.rev + 1, dismissed_at: null, dismissed_by: null, dismissed_reason: null })
    .where('id', '=', row.id)
    .execute()
  const { status } = await findFinding(context, row.id)
  noteChange(context, row, { status: 'dismissed', reason: row.dismissed_reason }, { status })
}

export const reload = async (context: Context, id: string) => detailOf(context, await findFinding(context, id))

export const noteChange = (context: Context, { id, path }: Pick<FindingRow, 'id' | 'path'>, before: object, after: object): void =>
  record(context, { kind: 'finding', id, reach: [path] }, before, after)

export const numberOf = (year: string, running: number): string => `TM-${year}-${String(running).padStart(5, '0')}`

async function nextNumber(context: Context): Promise<string> {
  const year = context.clock.today().slice(0, 4)
  return numberOf(year, await takeNumbers(context, `TM-${year}`))
}
