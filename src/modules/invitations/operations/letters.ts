import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { takeNumbers } from '../../../platform/database/number-series.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import { postAll } from '../../../platform/mail/mail.ts'
import { letterOf } from '../../../platform/notices/letter.ts'
import { notify } from '../../../platform/notices/notify.ts'
import { type Context, internalOperation, operation } from '../../../platform/operation/operation.ts'
import { notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { findRun, lockRun } from '../../../platform/runs/find.ts'
import { advanceRun, finishRun, startRun } from '../../../platform/runs/move.ts'
import { isOver } from '../../../platform/runs/run.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { flag, id } from '../../../platform/values/shapes.ts'
import { noteInvited } from '../../meetings/operations/lifecycle.ts'
import { whenAndWhere } from '../../meetings/operations/moving.ts'
import { eventsOf, findMeeting, findMeetingForChange, type MeetingRow, placeOf } from '../../meetings/queries/visible.ts'
import { timesText } from '../../meetings/rules/times-text.ts'
import { findOffice } from '../../organisation/queries/offices.ts'
import { words as organisation } from '../../organisation/words.ts'
import { gapsOf } from '../queries/gaps.ts'
import { countReceivers, lastLetters, markSent, type Receiver, receiversAfter } from '../queries/letters.ts'
import { resolveInvitees } from '../queries/resolving.ts'
import { addressIn, calendarOf } from '../rules/letters.ts'
import { hashOfLink, linkToken } from '../rules/links.ts'
import { Gaps } from '../schema/gaps.ts'
import { type LetterKind, LettersAsked, LettersCursor, LettersRun, lettersRun } from '../schema/letters.ts'
import { letterWords } from '../words/letters.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'
import { noteParticipants } from './participants.ts'
import { scheduleReminder } from './reminding.ts'
import { checkOpen } from './rules.ts'

const Preview = z.object({
  letters: z.int().describe('To how many a letter goes by mail'),
  without: z.int().describe('To how many none can be sent'),
  gaps: Gaps,
})
const Answer = z.object({ preview: Preview, run: LettersRun.nullable() })

export const sendInvitations = operation({
  name: 'invitations.send',
  summary:
    'Send the invitations of a meeting to those who were not written to yet: a letter with their personal link and the entry for their calendar, in the background. Before it says which positions are vacant or held twice; with `preview` nothing is sent',
  power: 'meeting.write',
  input: z.object({
    meeting: id,
    byHand: flag.default(false).describe('Those without an e-mail address are invited too, and you deliver their invitations'),
    preview: flag.default(false),
  }),
  output: Answer,
  example: { meeting: example.meeting, preview: true },
  async run(context, { meeting: meetingId, byHand, preview }) {
    const meeting = preview ? await findMeeting(context, meetingId) : await findMeetingForChange(context, meetingId)
    authorize(context, 'meeting.write', { path: meeting.path })
    checkOpen(meeting)
    if (!preview) await resolveInvitees(context, meeting)
    const answer = await begin(context, meeting, { letter: 'invitation', byHand, preview })
    if (preview) return answer
    await scheduleReminder(context, meeting)
    await noteInvited(context, meeting)
    return answer
  },
})

export const remindInvitees = operation({
  name: 'invitations.remind',
  summary: 'Remind those who were invited to a meeting and have not answered, in the background; with `preview` nothing is sent',
  power: 'meeting.write',
  input: z.object({ meeting: id, preview: flag.default(false) }),
  output: Answer,
  example: { meeting: example.meeting, preview: true },
  async run(context, { meeting: meetingId, preview }) {
    const meeting = preview ? await findMeeting(context, meetingId) : await findMeetingForChange(context, meetingId)
    authorize(context, 'meeting.write', { path: meeting.path })
    checkOpen(meeting)
    return begin(context, meeting, { letter: 'reminder', byHand: false, preview })
  },
})

type Begin = { letter: LetterKind; byHand: boolean; preview: boolean }
async function begin(context: Context, meeting: MeetingRow, { letter, byHand, preview }: Begin): Promise<z.infer<typeof Answer>> {
  const { mail, without } = await countReceivers(context, meeting.id, letter)
  const answer = {
    letters: mail,
    without,
    gaps: letter === 'invitation' ? await gapsOf(context, meeting) : { positions: [], twice: 0, busy: 0, busyNames: [] },
  }
  if (preview) return { preview: answer, run: null }
  const running = await lastLetters(context, meeting.id, lettersRun)
  if (running && !running.finished) {
    // Its job may have ended for good. Another one beside it is harmless: each step holds the meeting and goes on from the last.
    await context.enqueue(lettersRun, { id: running.id })
    return { preview: answer, run: running }
  }
  const total = mail + (byHand ? without : 0)
  if (!total) throw new Refusal('conflict', letter === 'invitation' ? refusals.nobodyToInvite : refusals.nobodyToRemind)
  await beginLetters(context, meeting, { letter, byHand, total })
  return { preview: answer, run: await lastLetters(context, meeting.id, lettersRun) }
}

/** Letters to all whom they are for, written as the one who asks; an invitation has an official number, one for all that are sent at once. */
export async function beginLetters(
  context: Context,
  meeting: MeetingRow,
  { letter, byHand, total }: { letter: LetterKind; byHand: boolean; total: number },
): Promise<void> {
  const number = letter === 'invitation' ? await nextNumber(context, meeting) : null
  await startRun(context, lettersRun, { subjectId: meeting.id, path: meeting.path, total, input: { letter, byHand, number } })
  record(context, placeOf(meeting), null, { letters: total, letterKind: letter, ...(number && { letterNumber: number }) })
}

/** `12/UND/35.10/2026`: of the invitations of one office in one year. */
async function nextNumber(context: Context, { officeId }: MeetingRow): Promise<string> {
  const { code } = await findOffice(context, officeId)
  const year = context.clock.today().slice(0, 4)
  return `${await takeNumbers(context, `UND-${code}-${year}`)}/UND/${code}/${year}`
}

const batch = 100

/** The next letters of a run; harmless to repeat. `key` is that of this installation, `sender` whom letters come from. */
export const continueLetters = internalOperation({
  name: 'invitations.continueLetters',
  power: 'meeting.write',
  input: z.object({ id, key: z.string(), sender: z.string() }),
  output: z.object({}),
  async run(context, { id, key, sender }) {
    const found = await findRun(context.db, id)
    if (!found) throw notFound()
    const meeting = await findMeetingForChange(context, found.subjectId)
    const run = await lockRun(context, id)
    authorize(context, 'meeting.write', { path: run.path })
    if (isOver(run)) return {}
    const { letter, byHand, number } = LettersAsked.parse(run.input)
    const cursor = LettersCursor.parse(run.cursor)
    const isDue = (letter === 'cancellation') === (meeting.state === 'cancelled')
    const receivers = isDue ? await receiversAfter(context, meeting.id, letter, { after: cursor.last, byHand, most: batch }) : []
    const letters = await write(context, meeting, receivers, { letter, number, key, sender })
    const isLast = receivers.length < batch
    await advanceRun(context, id, {
      by: isLast ? run.total - run.done : Math.min(receivers.length, run.total - run.done),
      cursor: { last: receivers.at(-1)?.id ?? cursor.last, letters: cursor.letters + letters },
    })
    if (isLast) await finishRun(context, id)
    return {}
  },
})

type Writing = { letter: LetterKind; number: string | null; key: string; sender: string }

/** Writes to some of them, a fixed number of statements for however many. @returns to how many by mail */
async function write(context: Context, meeting: MeetingRow, receivers: readonly Receiver[], { letter, number, key, sender }: Writing) {
  if (!receivers.length) return 0
  const tokens = new Map(receivers.map(({ id, version }) => [id, linkToken(key, { invitee: id, version })]))
  const reason = letter === 'cancellation' ? await reasonOf(context, meeting.id) : null
  const about = { ...meeting, office: meeting.officeName }
  const from = addressIn(sender)
  const stamp = context.clock.now()
  const letters = receivers.flatMap(receiver => {
    if (!receiver.email) return []
    const { name, email, involvement } = receiver
    const calendar = letter === 'reminder' ? null : calendarOf(letter, about, { name, email, must: involvement === 'must' }, from, stamp)
    const url = `${context.baseUrl}/jawab/${tokens.get(receiver.id)}`
    return [{ to: email, ...textOf(letter, meeting, receiver, { number, url, reason }), calendar }]
  })
  await postAll(context, letters)
  if (letter === 'change') await tellOfMove(context, meeting, receivers)
  if (letter !== 'invitation') return letters.length
  await markSent(
    context,
    meeting.id,
    number,
    receivers.map(({ id }) => ({ id, hash: hashOfLink(tokens.get(id)!) })),
  )
  const persons = receivers.flatMap(({ id, personId }) => (personId ? [{ id, personId }] : []))
  await noteParticipants(
    context,
    meeting.id,
    persons.map(({ personId }) => personId),
  )
  await notify(
    context,
    persons.map(({ id, personId }) => ({
      to: personId,
      kind: 'meeting.invitation',
      key: id,
      subject: { kind: 'meeting_invitee', id },
      params: { title: meeting.title },
    })),
  )
  return letters.length
}

/** In the inbox of those who have one, once for each time that it was moved. */
const tellOfMove = (context: Context, meeting: MeetingRow, receivers: readonly Receiver[]) =>
  notify(
    context,
    receivers.flatMap(({ id, personId }) =>
      personId
        ? {
            to: personId,
            kind: 'meeting.invitationMoved',
            key: `${id} ${meeting.rev}`,
            subject: { kind: 'meeting_invitee', id },
            params: { title: meeting.title, is: whenAndWhere(meeting) },
          }
        : [],
    ),
  )

/** Why a meeting was cancelled, as was last said. */
const reasonOf = async (context: Context, meetingId: string): Promise<string | null> =>
  (await eventsOf(context, meetingId)).findLast(({ kind }) => kind === 'cancelled')?.note ?? null

type LetterFacts = { number: string | null; url: string; reason: string | null }
function textOf(letter: LetterKind, meeting: MeetingRow, receiver: Receiver, { number, url, reason }: LetterFacts) {
  const { locale, name, involvement } = receiver
  const given = {
    name,
    as: positionIn(locale, receiver),
    office: meeting.officeName,
    title: meeting.title,
    when: timesText(locale, {
      startsAt: meeting.startsAt.toISOString(),
      endsAt: meeting.endsAt?.toISOString() ?? null,
      zone: meeting.zone,
    }),
    where: [meeting.place, meeting.link].filter(Boolean).join(', '),
    url,
  }
  const w = letterWords[locale]
  if (letter === 'reminder') return letterOf(w.reminder, given)
  if (letter === 'change') return letterOf(w.change, { ...given, answer: words[locale].answers[receiver.answer] })
  if (letter === 'cancellation') return letterOf(w.cancellation, { ...given, reason: reason ?? '–' })
  return letterOf(w.invitation, { ...given, number: number ?? '–', presence: words[locale].involvements[involvement] })
}

/** "Sekretaris, KPU Provinsi Jawa Timur", as on the day of the meeting. */
function positionIn(locale: Locale, { position, unit, acting, office }: Receiver): string | null {
  const o = organisation[locale]
  const held = [acting ? o.actingShort[acting] : '', position ?? '', unit ? o.units[unit] : ''].filter(Boolean).join(' ')
  return [held, office].filter(Boolean).join(', ') || null
}
