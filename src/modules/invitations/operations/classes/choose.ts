import { z } from 'zod'
import { record } from '../../../../platform/audit/record.ts'
import { type Context, internalOperation, operation } from '../../../../platform/operation/operation.ts'
import { invalid, notFound, Refusal } from '../../../../platform/refusals/refusal.ts'
import { example } from '../../../../platform/values/example-ids.ts'
import { id, optional } from '../../../../platform/values/shapes.ts'
import { choicesFor, classesOf, lockClasses, seatOf } from '../../queries/classes.ts'
import { findInvitation, findInvitationForChange, type InvitationRow, ownFrom } from '../../queries/own.ts'
import { readLinkToken } from '../../rules/links.ts'
import { ClassChoices } from '../../schema/classes.ts'
import { refusals } from '../../words/refusals.ts'
import { linkProblem, mine, subjectOf } from '../answers.ts'
import { endSeat, takeSeats } from './places.ts'

const Chosen = { class: optional(id).describe('Left out: in none') }

export const showClassChoices = operation({
  name: 'classes.choices',
  summary:
    'The parallel classes that you may choose from as an invitee, with how many places are free, and the one that you have or wait for',
  power: 'own',
  reads: true,
  input: z.object({ id: id.describe('Of your invitation') }),
  output: ClassChoices,
  example: { id: example.ownInvitee },
  run: async (context, { id }) => choicesOf(context, mine(context, await findInvitation(context, id))),
})

export const choicesOf = (context: Pick<Context, 'db' | 'clock'>, row: InvitationRow): Promise<ClassChoices> =>
  choicesFor(context, row, ownFrom(row, context.clock.now()).problem === null && row.answer !== 'declined')

export const chooseClass = operation({
  name: 'classes.choose',
  summary:
    'Choose one of the parallel classes of a meeting that you are invited to, or none. Where it is full you wait, and move up by yourself when somebody gives a place up; the place that you had goes to whoever waits for it',
  power: 'own',
  input: z.object({ id: id.describe('Of your invitation'), ...Chosen }),
  output: ClassChoices,
  example: { id: example.ownInvitee, class: example.meetingClass },
  run: async (context, { id, class: wanted }) => choose(context, mine(context, await findInvitationForChange(context, id)), wanted, 'self'),
})

/** The same by the personal link. `key` is that of this installation. */
export const chooseByLink = internalOperation({
  name: 'classes.chooseByLink',
  input: z.object({ token: z.string().max(200), key: z.string(), ...Chosen }),
  output: ClassChoices,
  async run(context, { token, key, class: wanted }) {
    const said = readLinkToken(key, token)
    const row = said ? await findInvitationForChange(context, said.invitee) : undefined
    if (!row || linkProblem(row, token)) throw notFound()
    return choose(context, row, wanted, 'link')
  },
})

async function choose(context: Context, row: InvitationRow, wanted: string | null, how: 'self' | 'link'): Promise<ClassChoices> {
  const { problem } = ownFrom(row, context.clock.now())
  if (problem) throw new Refusal('conflict', refusals.notAnswerable[problem])
  if (row.answer === 'declined') throw new Refusal('conflict', refusals.classDeclined)
  await lockClasses(context, row.meetingId)
  const all = await classesOf(context, row.meetingId)
  const meant = wanted === null ? undefined : all.find(({ id, removedAt }) => id === wanted && removedAt === null)
  if (wanted !== null && !meant) throw invalid('class', refusals.classGone)
  const before = await seatOf(context, row.id)
  if (before?.classId === meant?.id) return choicesOf(context, row)
  if (before) await endSeat(context, row, 'left')
  const [seat] = meant ? await takeSeats(context, meant.id, [row.id], how) : []
  record(context, subjectOf(row), { class: before?.name ?? null }, { class: meant?.name ?? null, ...(seat && { seat: seat.state }) })
  return choicesOf(context, row)
}
