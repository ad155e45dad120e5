import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize, reach, within } from '../../../platform/authority/reach.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { invalid, notFound } from '../../../platform/refusals/refusal.ts'
import { addDays } from '../../../platform/values/clock.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { day, id } from '../../../platform/values/shapes.ts'
import { rolesOfPosition } from '../queries/grants.ts'
import { officeNamed } from '../queries/offices.ts'
import { findPersonForChange } from '../queries/persons.ts'
import { overlap } from '../rules.ts'
import { AppointmentDraft, type Unit } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { allowToGive, allowToPlace, refuseBothSides } from './authority.ts'
import { refuseClosed } from './closed.ts'
import { endDelegationsOf, endDelegationsTo } from './delegations.ts'
import { checkTerm } from './positions.ts'

export type Placement = { positionId: string; unit: Unit | null; acting: 'plt' | 'plh' | null; fromOn: string; toOn: string | null }

export const createAppointment = operation({
  name: 'appointments.create',
  summary: 'Appoint a person to a position at an office, definitively or acting (plt, plh)',
  power: 'person.write',
  input: AppointmentDraft,
  output: z.object({ id }),
  example: {
    person: example.colleague,
    office: '35.10',
    positionId: example.position,
    acting: 'plh',
    fromOn: '2025-12-01',
    toOn: '2025-12-14',
  },
  async run(context, { person: ref, office: place, ...placement }) {
    const person = await findPersonForChange(context, ref)
    const office = await officeNamed(context, place, 'office')
    authorize(context, 'person.write', { path: office.path })
    await allowToPlace(context, person.id)
    return { id: await appoint(context, person, office, placement) }
  },
})

type Appointee = { id: string; leftAt: Date | null }
type Workplace = { id: string; name: string; path: string; kind: string }

/** An appointment brings the roles of the position with it, so one can only appoint to positions whose roles one could give. */
export async function appoint(
  context: Context,
  person: Appointee,
  office: Workplace,
  placement: Placement,
  { atAnyLevel = false }: { atAnyLevel?: boolean } = {},
): Promise<string> {
  const { positionId, unit, acting, fromOn, toOn } = placement
  if (person.leftAt) throw invalid('person', refusals.personLeft)
  await refuseBothSides(context, person.id, 'office')
  const position = await positionToHold(context, person.id, office, placement, atAnyLevel)
  await refuseOverlap(context, person.id, office.id, placement)
  const row = {
    id: newId(),
    person_id: person.id,
    office_id: office.id,
    position_id: positionId,
    unit,
    acting,
    from_on: fromOn,
    to_on: toOn,
  }
  await context.db.insertInto('appointment').values(row).execute()
  record(context, { kind: 'person', id: person.id, reach: [office.path] }, null, {
    position: position.name,
    office: office.name,
    unit,
    acting,
    fromOn,
    toOn,
  })
  return row.id
}

/** Corrects an appointment in place, as a register says it was; asks what a new one would. */
export async function changeAppointment(context: Context, id: string, placement: Placement): Promise<void> {
  const before = await appointmentForChange(context, id)
  const office = { id: before.officeId, name: before.office, path: before.path, kind: before.kind }
  const { positionId, unit, acting, fromOn, toOn } = placement
  const position = await positionToHold(context, before.personId, office, placement, true)
  await refuseOverlap(context, before.personId, office.id, placement, id)
  await context.db
    .updateTable('appointment')
    .set({ position_id: positionId, unit, acting, from_on: fromOn, to_on: toOn })
    .where('id', '=', id)
    .execute()
  if (toOn !== null) await endDelegationsAfter(context, before, toOn)
  record(
    context,
    { kind: 'person', id: before.personId, reach: [before.path] },
    { position: before.position, office: office.name, unit: before.unit, acting: before.acting, fromOn: before.fromOn, toOn: before.toOn },
    { position: position.name, office: office.name, unit, acting, fromOn, toOn },
  )
}

async function positionToHold(context: Context, personId: string, office: Workplace, placement: Placement, atAnyLevel: boolean) {
  const { positionId, fromOn, toOn } = placement
  checkTerm(fromOn, toOn)
  await refuseClosed(context, office.id, placement)
  const position = await context.db
    .selectFrom('position')
    .select(['id', 'name', 'level', 'to_on'])
    .where('id', '=', positionId)
    .executeTakeFirst()
  if (!position || (position.to_on && position.to_on < fromOn)) throw invalid('positionId', refusals.positionNotInUse)
  if (!atAnyLevel && position.level !== 'any' && position.level !== office.kind)
    throw invalid('positionId', refusals.positionNotForLevel({ position: position.name, office: office.name }))
  // An appointment of somebody else outlives the one who notes it; one's own does not lengthen what one may do.
  const until = personId === context.actor.personId ? toOn : undefined
  for (const role of await rolesOfPosition(context.db, positionId, office.path, fromOn))
    await allowToGive(context, role, { path: office.path, descendants: false }, until, 'positionId')
  return position
}

async function refuseOverlap(context: Context, personId: string, officeId: string, placement: Placement, but?: string): Promise<void> {
  const same = await context.db
    .selectFrom('appointment')
    .select(['id', 'from_on as fromOn', 'to_on as toOn'])
    .where('person_id', '=', personId)
    .where('office_id', '=', officeId)
    .where('position_id', '=', placement.positionId)
    .where(sql<boolean>`coalesce(to_on, 'infinity') >= from_on`)
    .execute()
  if (same.some(other => other.id !== but && overlap(other, placement))) throw invalid('fromOn', refusals.appointmentTwice)
}

export const endAppointment = operation({
  name: 'appointments.end',
  summary: 'Set the last day of an appointment, never later than it was; roles that came with it end with it',
  power: 'person.write',
  input: z.object({ id, on: day.describe('The last day') }),
  output: z.object({ id }),
  example: { id: example.appointment, on: '2025-12-31' },
  async run(context, { id, on }) {
    const { toOn } = await appointmentForChange(context, id)
    if (toOn && on > toOn) throw invalid('on', refusals.endingLengthens)
    await closeAppointment(context, id, on)
    return { id }
  },
})

/** Sets the last day; what the person delegated, or was delegated, by being there ends with it. */
export async function closeAppointment(context: Context, id: string, on: string): Promise<void> {
  const before = await appointmentForChange(context, id)
  if (on < before.fromOn) throw invalid('on', refusals.daysCross)
  await context.db.updateTable('appointment').set({ to_on: on }).where('id', '=', id).execute()
  await endDelegationsAfter(context, before, on)
  const { personId, path, position, office, toOn } = before
  record(context, { kind: 'person', id: personId, reach: [path] }, { toOn }, { position, office, toOn: on })
}

/** Locks it. Refuses `not_found` outside the reach, `forbidden` where one may not place persons. */
async function appointmentForChange(context: Context, id: string) {
  const found = await context.db
    .selectFrom('appointment as a')
    .innerJoin('office as o', 'o.id', 'a.office_id')
    .innerJoin('position as po', 'po.id', 'a.position_id')
    .where('a.id', '=', id)
    .where(within(reach(context, 'person.read'), { path: sql.ref('o.path') }))
    .select([
      'a.person_id as personId',
      'a.from_on as fromOn',
      'a.to_on as toOn',
      'a.unit',
      'a.acting',
      'a.office_id as officeId',
      'po.name as position',
      'o.name as office',
      'o.kind',
      sql<string>`o.path::text`.as('path'),
    ])
    .forUpdate(['a'])
    .executeTakeFirst()
  if (!found) throw notFound()
  authorize(context, 'person.write', { path: found.path })
  return found
}

async function endDelegationsAfter(
  context: Context,
  { personId, officeId }: { personId: string; officeId: string },
  last: string,
): Promise<void> {
  const without = { person: personId, office: officeId }
  await endDelegationsOf(context, without, addDays(last, 1))
  await endDelegationsTo(context, without, addDays(last, 1))
}
