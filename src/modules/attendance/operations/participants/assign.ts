import { sql } from 'kysely'
import { record } from '../../../../platform/audit/record.ts'
import { personMeant } from '../../../../platform/badges/person-meant.ts'
import { type Context, newId, operation } from '../../../../platform/operation/operation.ts'
import { checkRevision, invalid, Refusal } from '../../../../platform/refusals/refusal.ts'
import { example } from '../../../../platform/values/example-ids.ts'
import { type MeetingRow, placeOf } from '../../../meetings/queries/visible.ts'
import { officeNamed } from '../../../organisation/queries/offices.ts'
import { findGuest, type GuestRow, invitedOf } from '../../queries/participants.ts'
import { guestKey, guestReader } from '../../rules/guests.ts'
import type { GuestStatus } from '../../schema/guests.ts'
import { Assignment, ParticipantDetail } from '../../schema/participants.ts'
import { participantWords as words } from '../../words/participants.ts'
import { refusals } from '../../words/refusals.ts'
import { insertEvents } from '../record.ts'
import { detailOf } from './read.ts'
import { eventsFrom, reportForChange, takeBack } from './record.ts'

export const assignParticipant = operation({
  name: 'participants.assign',
  summary:
    'Say who a name of a participant report is: somebody who is invited, whoever is invited of an office, or nobody who takes part. It is remembered for the next report of meetings of this kind; where the report is recorded, so is this',
  power: 'meeting.write',
  input: Assignment,
  output: ParticipantDetail,
  example: { id: example.participant, rev: 0, nobody: true },
  async run(context, { id, rev, who, office, nobody, once }) {
    const { reportId } = await findGuest(context, id)
    const { report, meeting } = await reportForChange(context, reportId)
    const guest = await findGuest(context, id)
    checkRevision(rev, guest, refusals.participant)
    if (report.state === 'withdrawn') throw new Refusal('conflict', refusals.withdrawnAlready)
    const invited = await invitedOf(context, meeting.id)
    const chosen = nobody ? isNobody : who ? await personNamed(context, invited, who) : await officeChosen(context, invited, guest, office!)
    const isWaiting = guest.status === 'waiting'
    await context.db
      .updateTable('attendance_report_guest')
      .set({
        status: isWaiting ? 'waiting' : chosen.status,
        how: 'chosen',
        invitee_id: chosen.invitee,
        office_id: chosen.officeId,
        decided_by: context.actor.personId,
        decided_at: context.clock.now(),
        rev: sql<number>`rev + 1`,
      })
      .where('id', '=', id)
      .execute()
    const person = invited.find(each => each.id === chosen.invitee)
    if (!once) await keep(context, meeting, guest, chosen, person)
    if (report.state === 'recorded' && guest.inviteeId !== chosen.invitee) {
      await takeBack(context, sql<boolean>`g.id = ${id}::uuid`, words[context.locale].assignedOtherwise)
      await insertEvents(context, meeting, eventsFrom(await findGuest(context, id), report.number))
    }
    const became = { participant: guest.name, is: person?.name ?? chosen.officeName, nobody: nobody || null }
    record(context, placeOf(meeting), { participant: null, is: guest.inviteeName }, became)
    return detailOf(context, id)
  },
})

type Chosen = { status: GuestStatus; invitee: string | null; officeId: string | null; officeName: string | null }
type Invited = Awaited<ReturnType<typeof invitedOf>>
const isNobody: Chosen = { status: 'nobody', invitee: null, officeId: null, officeName: null }

async function personNamed({ db }: Context, invited: Invited, who: string): Promise<Chosen> {
  const meant = invited.filter(({ id }) => id === who)
  const [one, another] = meant.length ? meant : personMeant(invited, who)
  if (!one) throw invalid('who', refusals.nobodyNamed)
  if (another) throw invalid('who', refusals.severalNamed)
  const office = one.office
    ? await db.selectFrom('office_card').select(['id', 'name']).where('code', '=', one.office).executeTakeFirst()
    : undefined
  return { status: 'matched', invitee: one.id, officeId: office?.id ?? null, officeName: office?.name ?? null }
}

async function officeChosen(context: Context, invited: Invited, { name, email }: GuestRow, ref: string): Promise<Chosen> {
  const { id, code, name: officeName } = await officeNamed(context, ref, 'office')
  const { status, invitee } = guestReader(invited, new Map())({ name, email, offices: [code], isWaiting: false })
  return { status, invitee, officeId: id, officeName }
}

/** For the next report. A name of which nothing is left to know it by is not kept. */
async function keep(context: Context, meeting: MeetingRow, guest: GuestRow, chosen: Chosen, person: Invited[number] | undefined) {
  const key = guestKey(guest)
  if (key === null) return
  const said = {
    office_id: chosen.officeId,
    person_id: person?.personId ?? null,
    contact_id: person?.personId ? null : (person?.contactId ?? null),
    called: person && !person.personId && !person.contactId ? person.name : null,
    nobody: chosen.status === 'nobody',
    by: context.actor.personId,
    at: context.clock.now(),
  }
  await context.db
    .insertInto('attendance_known_guest')
    .values({ id: newId(), host_id: meeting.officeId, kind_id: meeting.kindId, key, ...said })
    .onConflict(conflict => conflict.columns(['host_id', 'kind_id', 'key']).doUpdateSet(said))
    .execute()
}
