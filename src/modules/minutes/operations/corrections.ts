import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { lacking } from '../../../platform/authority/lacking.ts'
import { reach } from '../../../platform/authority/reach.ts'
import { notify } from '../../../platform/notices/notify.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, forbidden, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { type CorrectionRow, correctionsOf, findCorrectionForChange, tookPart } from '../queries/corrections.ts'
import { findMinutes, findMinutesForChange, type MinutesRow, rightsOver } from '../queries/minutes.ts'
import { passagesOf } from '../queries/passages.ts'
import { CorrectionAnswer, CorrectionDraft, Corrections, mostCorrections } from '../schema/corrections.ts'
import { refusals } from '../words/refusals.ts'
import { placeOf } from './place.ts'

export const listCorrections = operation({
  name: 'corrections.list',
  summary: 'What those who took part say of approved minutes, and what was answered',
  power: 'meeting.read',
  reads: true,
  input: z.object({ minutes: id }),
  output: Corrections,
  example: { minutes: example.distributedMinutes },
  run: async (context, { minutes }) => viewOf(context, await findMinutes(context, minutes)),
})

export const sendCorrection = operation({
  name: 'corrections.create',
  summary: 'Say of approved minutes what was said otherwise: for whoever has a part in the meeting; those who approve are told',
  power: 'meeting.read',
  input: CorrectionDraft,
  output: Corrections,
  example: { minutes: example.distributedMinutes, text: 'Rahasia: yang saya sampaikan adalah hari Selasa.' },
  async run(context, { minutes: minutesId, passage, text }) {
    reach(context, 'meeting.read')
    const minutes = await findMinutesForChange(context, minutesId)
    if (!(await maySend(context, minutes))) throw forbidden()
    if (!isApproved(minutes)) throw new Refusal('conflict', refusals.notApproved)
    if (passage && !(await passagesOf(context, minutesId)).some(each => each.id === passage))
      throw invalid('passage', refusals.passageElsewhere)
    const own = (await correctionsOf(context, minutesId)).filter(({ byId }) => byId === context.actor.personId)
    if (own.length >= mostCorrections) throw invalid('text', refusals.tooManyCorrections({ most: mostCorrections }))
    const correction = newId()
    await context.db
      .insertInto('minutes_correction')
      .values({
        id: correction,
        minutes_id: minutesId,
        passage_id: passage,
        text,
        by: context.actor.personId,
        at: context.clock.now(),
      })
      .execute()
    record(context, placeOf(minutes), null, { correctionSent: true })
    const { approvers } = await rightsOver(context, minutes)
    await tell(
      context,
      minutes,
      approvers.map(person => person.id),
      correction,
      'sent',
    )
    return viewOf(context, minutes)
  },
})

export const answerCorrection = operation({
  name: 'corrections.answer',
  summary: 'Take a correction up as an addendum to approved minutes, or not, with the reason; whoever sent it is told',
  power: 'meeting.write',
  alsoOwn: true, // whoever chairs the session
  input: CorrectionAnswer,
  output: Corrections,
  example: { id: example.correction, rev: 0, taken: true, answer: 'Rekaman menunjukkan hari Senin.' },
  async run(context, { id, rev, taken, answer }) {
    reach(context, 'meeting.write')
    const { minutes, correction } = await findCorrectionForChange(context, id)
    const { approves, approvers } = await rightsOver(context, minutes)
    if (!approves) throw lacking('meeting.write', context.actor)
    checkRevision(rev, correction, refusals.correction)
    if (correction.isTaken !== null) throw new Refusal('conflict', refusals.correctionAnswered)
    if (isOwnAlone(context, correction, approvers)) throw new Refusal('forbidden', refusals.ownCorrection)
    await context.db
      .updateTable('minutes_correction')
      .set({ is_taken: taken, answer, answered_by: context.actor.personId, answered_at: context.clock.now(), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    record(context, placeOf(minutes), null, { correctionTaken: taken })
    await tell(context, minutes, correction.byId ? [correction.byId] : [], id, taken ? 'taken' : 'declined')
    return viewOf(context, minutes)
  },
})

type Approvers = Awaited<ReturnType<typeof rightsOver>>['approvers']
/** Nobody answers themselves, as long as somebody else may. */
const isOwnAlone = ({ actor }: Context, { byId }: CorrectionRow, approvers: Approvers): boolean =>
  byId === actor.personId && approvers.some(each => each.id !== actor.personId)

const isApproved = ({ state }: MinutesRow): boolean => state === 'approved' || state === 'distributed'

const maySend = async (context: Context, minutes: MinutesRow): Promise<boolean> =>
  context.actor.scope !== 'read' && (await tookPart(context, minutes))

async function viewOf(context: Context, minutes: MinutesRow): Promise<z.infer<typeof Corrections>> {
  const { approves, approvers } = await rightsOver(context, minutes)
  const rows = await correctionsOf(context, minutes.id)
  return {
    corrections: rows.map(({ byId, ...row }) => ({
      ...row,
      at: row.at.toISOString(),
      answeredAt: row.answeredAt?.toISOString() ?? null,
      mayAnswer: approves && row.isTaken === null && !isOwnAlone(context, { byId, ...row }, approvers),
    })),
    maySend: isApproved(minutes) && (await maySend(context, minutes)),
  }
}

const tell = (
  context: Context,
  { id, title }: MinutesRow,
  to: readonly string[],
  correction: string,
  event: 'sent' | 'taken' | 'declined',
) =>
  notify(
    context,
    to
      .filter(person => person !== context.actor.personId)
      .map(person => ({
        to: person,
        kind: 'minutes.correction',
        key: `${correction} ${event}`,
        subject: { kind: 'minutes', id },
        params: { title, event },
      })),
  )
