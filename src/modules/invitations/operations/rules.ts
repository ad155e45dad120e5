import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize } from '../../../platform/authority/reach.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { invalid, notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, isId } from '../../../platform/values/shapes.ts'
import { findMeeting, findMeetingForChange, type MeetingRow, placeOf } from '../../meetings/queries/visible.ts'
import { isOpen } from '../../meetings/rules/transitions.ts'
import { officeNamed } from '../../organisation/queries/offices.ts'
import { visiblePersons } from '../../organisation/queries/persons.ts'
import { visible as visiblePartners } from '../../partners/queries/partners.ts'
import { lockClasses } from '../queries/classes.ts'
import { resolveInvitees } from '../queries/resolving.ts'
import { meetingOfRule, rulesOf } from '../queries/rules.ts'
import { InvitationsView, type Rule, RuleDraft } from '../schema/invitations.ts'
import { refusals } from '../words/refusals.ts'
import { moveUp } from './classes/places.ts'
import { viewOf } from './read.ts'

const most = 50

export const createRule = operation({
  name: 'invitation-rules.create',
  summary:
    'Invite positions of offices, contacts of partners, a person or a guest to a meeting; whoever these are is asked of the day of the meeting. Nobody is told before the invitations are sent',
  power: 'meeting.write',
  input: RuleDraft,
  output: InvitationsView,
  example: { meeting: example.meeting, kind: 'guest', guest: 'Rahasia Pengamat', institution: 'Rahasia Lembaga', involvement: 'optional' },
  async run(context, { meeting: meetingId, kind, ...draft }) {
    const meeting = await findMeetingForChange(context, meetingId)
    authorize(context, 'meeting.write', { path: meeting.path })
    checkOpen(meeting)
    await checkNumber(context, meetingId)
    const { row, said } = await meantBy(context, meeting, kind, draft)
    const { involvement, mode } = draft
    await context.db
      .insertInto('meeting_invitation_rule')
      .values({
        id: newId(),
        meeting_id: meetingId,
        seq: sql`coalesce((select max(seq) from meeting_invitation_rule where meeting_id = ${meetingId}::uuid), 0) + 1`,
        kind,
        involvement,
        mode,
        ...row,
        created_by: context.actor.personId,
        created_at: context.clock.now(),
      })
      .execute()
    await resolveInvitees(context, meeting)
    record(context, placeOf(meeting), null, { invited: said, involvement, inviteMode: mode })
    return viewOf(context, await findMeeting(context, meetingId))
  },
})

export const removeRule = operation({
  name: 'invitation-rules.remove',
  summary: 'Take an invitation rule away, with those of its invitees to whom nothing was sent yet and whom no other rule names',
  power: 'meeting.write',
  input: z.object({ id }),
  output: InvitationsView,
  example: { id: example.invitationRule },
  async run(context, { id }) {
    const meeting = await findMeetingForChange(context, await meetingOfRule(context, id))
    authorize(context, 'meeting.write', { path: meeting.path })
    checkOpen(meeting)
    const rule = (await rulesOf(context, meeting.id)).find(each => each.id === id)
    if (!rule) throw notFound() // of two at once the second finds it gone
    await context.db.updateTable('meeting_invitation_rule').set({ removed_at: context.clock.now() }).where('id', '=', id).execute()
    await lockClasses(context, meeting.id)
    await resolveInvitees(context, meeting)
    await moveUp(context, meeting.id)
    record(context, placeOf(meeting), { invited: sayShort(rule), involvement: rule.involvement, inviteMode: rule.mode }, null)
    return viewOf(context, await findMeeting(context, meeting.id))
  },
})

export const resolveInvitations = operation({
  name: 'invitees.resolve',
  summary: 'Bring the invitees of a meeting up to its rules and to who holds which position on its day; what was sent stays as it was sent',
  power: 'meeting.write',
  input: z.object({ meeting: id }),
  output: InvitationsView,
  example: { meeting: example.meeting },
  async run(context, { meeting: meetingId }) {
    const meeting = await findMeetingForChange(context, meetingId)
    authorize(context, 'meeting.write', { path: meeting.path })
    checkOpen(meeting)
    const before = await viewOf(context, meeting)
    await lockClasses(context, meetingId)
    await resolveInvitees(context, meeting)
    await moveUp(context, meetingId)
    const after = await viewOf(context, meeting)
    record(context, placeOf(meeting), { invitees: before.counts.invited }, { invitees: after.counts.invited })
    return after
  },
})

export function checkOpen({ state }: Pick<MeetingRow, 'state'>): void {
  if (!isOpen(state)) throw new Refusal('conflict', refusals.meetingOver)
}

async function checkNumber({ db }: Context, meetingId: string): Promise<void> {
  const { count } = await db
    .selectFrom('meeting_invitation_rule')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('meeting_id', '=', meetingId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (count >= most) throw invalid('kind', refusals.tooManyRules({ most }))
}

/** Who it named, for the trail. */
const sayShort = ({ positions, person, guest, partners, classes }: Rule): string =>
  [...positions, person?.name, guest, ...partners.map(({ name }) => name), ...classes].filter(Boolean).join(', ')

type Draft = Omit<z.output<typeof RuleDraft>, 'meeting' | 'kind'>

/** The columns of a rule, and who it names in a few words for the trail; refuses what names nothing. */
async function meantBy(context: Context, meeting: MeetingRow, kind: z.output<typeof RuleDraft>['kind'], draft: Draft) {
  switch (kind) {
    case 'positions': {
      await checkPositions(context, draft.positions)
      const places = await placesMeant(context, meeting, draft.places)
      const { positions, units, levels } = draft
      return { row: { positions, units, levels, places: places.map(({ id }) => id) }, said: positions.join(', ') }
    }
    case 'contacts': {
      const partners = await partnersMeant(context, draft.partners)
      const said = [...partners.map(({ name }) => name), ...draft.classes].join(', ')
      return { row: { classes: draft.classes, partners: partners.map(({ id }) => id) }, said }
    }
    case 'person': {
      const person = await personMeant(context, draft.person!)
      return { row: { person_id: person.id }, said: person.name }
    }
    case 'guest':
      return { row: { guest: draft.guest, institution: draft.institution, email: draft.email }, said: draft.guest! }
  }
}

async function checkPositions({ db }: Context, positions: readonly string[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select w as name from unnest(${[...positions]}::text[]) with ordinality as asked (w, place)
    where not exists (select from position_card po where po.kind = w or lower(po.name) = lower(w)) order by place`.execute(db)
  if (rows[0]) throw invalid('positions', refusals.positionUnknown({ name: rows[0].name }))
}

/** Offices at or below the hosting one: whoever hosts reaches no further. */
async function placesMeant(context: Context, { path }: MeetingRow, places: readonly string[]) {
  const offices = []
  for (const ref of new Set(places)) {
    const office = await officeNamed(context, ref, 'places')
    if (office.path !== path && !office.path.startsWith(`${path}.`)) throw invalid('places', refusals.placeOutside({ name: office.name }))
    offices.push(office)
  }
  return offices
}

async function partnersMeant(context: Context, partners: readonly string[]): Promise<{ id: string; name: string }[]> {
  const meant = []
  for (const ref of new Set(partners)) {
    const partner = await visiblePartners(context)
      .where(sql<boolean>`(p.id = ${isId(ref) ? ref : null}::uuid or lower(p.name) = lower(${ref}))`)
      .select(['p.id', 'p.name'])
      .executeTakeFirst()
    if (!partner) throw invalid('partners', refusals.partnerUnknown({ name: ref }))
    meant.push(partner)
  }
  return meant
}

async function personMeant(context: Context, ref: string): Promise<{ id: string; name: string }> {
  const person = await visiblePersons(context)
    .where(isId(ref) ? 'p.id' : 'p.email', '=', isId(ref) ? ref : ref.toLowerCase())
    .where('p.left_at', 'is', null)
    .select(['p.id', 'p.name'])
    .executeTakeFirst()
  if (!person) throw invalid('person', refusals.personUnknown)
  return person
}
