import { sql } from 'kysely'
import { z } from 'zod'
import { covers, reachOf } from '../../../platform/authority/reach.ts'
import { type Context, internalOperation, operation } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { recordFinding } from '../../findings/operations/write.ts'
import { visible as visibleFindings } from '../../findings/queries/visible.ts'
import { type TopicRow, topicOfFinding, voicesOf } from '../queries/topics.ts'
import { FindingOf, Topic, TopicDetail, Voice } from '../schema/voices.ts'
import { refusals } from '../words/refusals.ts'
import { lockTopic, reload, write } from './act.ts'

export const makeFinding = operation({
  name: 'voices.find',
  summary:
    'Make a finding of what was said from the floor: one, however many said it, with the session, and at the office that said it, else at the host; those who said it are told',
  power: 'finding.write',
  input: FindingOf,
  output: TopicDetail,
  example: { id: example.voiceTopic, rev: 0, kind: 'obstacle' },
  async run(context, { id, rev, kind, category, text, agreement, partner, reply }) {
    const row = await lockTopic(context, id, rev)
    if (row.state === 'finding') throw new Refusal('conflict', refusals.isFinding)
    const office = await officeOf(context, row)
    const { id: finding } = await recordFinding(context, {
      kind,
      category,
      text: text ?? row.text,
      ...office,
      agreement,
      partner,
      heard: {
        ...(row.sessionId ? { kind: 'meeting_session', id: row.sessionId } : { kind: 'meeting', id: row.meetingId }),
        key: row.id,
        authorId: await onlySender(context, row.id),
      },
    })
    await write(context, row, { state: 'finding', reply: reply ?? row.reply, finding_id: finding })
    return reload(context, id)
  },
})

/** Where a finding was heard, for its page: whoever reads the finding reads who said it, since it stands on their words. */
export const heardInFinding = internalOperation({
  name: 'voices.ofFinding',
  power: 'finding.read',
  reads: true,
  input: z.object({ finding: id }),
  output: z.object({ topic: Topic.pick({ session: true, text: true }), meeting: z.string(), voices: z.array(Voice) }).nullable(),
  async run(context, { finding }) {
    const read = await visibleFindings(context).where('t.id', '=', finding).select(['t.id', 't.office_id as officeId']).executeTakeFirst()
    const topic = read && (await topicOfFinding(context, finding))
    if (!topic) return null
    const { hostId, ...said } = topic
    const voices = await voicesOf(context, topic.id)
    // Whoever reads the findings of one office reads nobody of another, who may have joined in later.
    return { ...said, voices: voices.filter(({ office }) => read.officeId === hostId || office?.id === read.officeId) }
  },
})

/** The office of all who said it, where it is one at or below the host and whoever asks writes its findings; else the host. */
export async function officeOf(context: Context, row: TopicRow): Promise<{ officeId: string; path: string }> {
  const offices = await context.db
    .selectFrom('voice as v')
    .leftJoin('office_card as o', 'o.id', 'v.office_id')
    .where('v.topic_id', '=', row.id)
    .select(['v.office_id as officeId', sql<string | null>`o.path::text`.as('path')])
    .distinct()
    .execute()
  const [only] = offices
  const isBelow = offices.length === 1 && only?.path && (only.path === row.path || only.path.startsWith(`${row.path}.`))
  return isBelow && covers(reachOf(context.actor, 'finding.write'), { path: only.path! })
    ? { officeId: only.officeId!, path: only.path! }
    : { officeId: row.officeId, path: row.path }
}

/** Whose words they are, where one person alone said it; the page of the finding names all of several. */
async function onlySender({ db }: Context, topicId: string): Promise<string | null> {
  const rows = await db.selectFrom('voice').select('person_id').where('topic_id', '=', topicId).distinct().limit(2).execute()
  return rows.length === 1 ? rows[0]!.person_id : null
}
