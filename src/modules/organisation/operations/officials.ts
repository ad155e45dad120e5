import { authorize } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { nameKey, readPersonName } from '../../../platform/reading/person-names.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { addDays } from '../../../platform/values/clock.ts'
import type { KnownOfficial, OfficeToStaff } from '../queries/officials.ts'
import { findPersonForChange, visiblePersons } from '../queries/persons.ts'
import type { PositionKind } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { appoint, changeAppointment, closeAppointment, type Placement } from './appointments.ts'
import { allowToPlace } from './authority.ts'
import { changeDetails, emailTaken, insertPerson } from './persons.ts'

/** What a register says of an official; null and an empty list say nothing. */
export type Official = Pick<KnownOfficial, 'nip' | 'phones' | 'email' | 'unit' | 'acting'> & {
  name: string
  position: PositionKind
  startsOn: string | null
  endsOn: string | null
}
/** The values that differ from what is known. */
export type OfficialNews = readonly ('name' | 'nip' | 'phones' | 'email' | 'position' | 'startsOn' | 'endsOn')[]

/**
 * Registers an official: the person, unless somebody of this name and address is known, and the appointment. Sends nothing. Refuses what
 * `persons.create` and `appointments.create` refuse, but takes a position of another level where the office's own has none.
 * @returns the person
 */
export async function recordOfficial(context: Context, office: OfficeToStaff, official: Official): Promise<string> {
  authorize(context, 'person.write', { path: office.path })
  const person = await personFor(context, office, official)
  await appoint(context, person, office, await placementOf(context, office, official), { atAnyLevel: true })
  return person.id
}

/**
 * Brings what is known of an official up to what a register says, in the values that differ. A new position from a later day is a new
 * appointment, and so is what lies wholly before or after the one that is known: that one stays as it was. Refuses `invalid` of whoever
 * has left, and a position that begins before the one that is known.
 */
export async function updateOfficial(
  context: Context,
  office: OfficeToStaff,
  known: KnownOfficial,
  official: Official,
  news: OfficialNews,
): Promise<void> {
  authorize(context, 'person.write', { path: office.path })
  const person = await findPersonForChange(context, known.personId)
  if (person.leftAt) throw invalid('person', refusals.personLeft)
  const details = { name: official.name, nip: official.nip, phones: official.phones, email: official.email }
  const changed = Object.fromEntries(Object.entries(details).filter(([name]) => news.some(each => each === name)))
  if (Object.keys(changed).length) {
    const { name, nip, phones, email, locale } = person
    await changeDetails(context, person, { name, nip, phones, email, locale, ...changed }, [office.path])
  }
  if (!news.some(name => name === 'position' || name === 'startsOn' || name === 'endsOn')) return
  const { fromOn, toOn } = known
  const day = official.startsOn ?? context.clock.today()
  const moves = known.position !== official.position
  const isEarlier = fromOn !== null && official.startsOn !== null && official.endsOn !== null && official.endsOn < fromOn
  if (moves && fromOn !== null && day < fromOn && !isEarlier) throw invalid('startsOn', refusals.laterAppointment({ day: fromOn }))
  const comesBack = toOn !== null && toOn < day && (official.startsOn !== null || (moves && (official.endsOn ?? day) >= day))
  const isSuccession = comesBack || (moves && fromOn !== null && day > fromOn && official.startsOn !== null)
  const startsOn = official.startsOn ?? (isSuccession ? null : fromOn)
  const endsOn = official.endsOn ?? (isSuccession || (news.includes('position') && news.includes('startsOn')) ? null : toOn)
  const placement = await placementOf(context, office, { ...official, startsOn, endsOn })
  if (known.appointmentId && !isSuccession && !isEarlier) return changeAppointment(context, known.appointmentId, placement)
  const last = addDays(placement.fromOn, -1)
  if (known.appointmentId && isSuccession && (toOn === null || toOn > last)) await closeAppointment(context, known.appointmentId, last)
  await appoint(context, person, office, placement, { atAnyLevel: true })
}

/** Somebody of this address and name is that person, wherever they served so far; the address of somebody else is refused. */
async function personFor(context: Context, office: OfficeToStaff, { name, nip, phones, email }: Official) {
  const owner = email ? await visiblePersons(context).where('p.email', '=', email).select(['p.id', 'p.name']).executeTakeFirst() : undefined
  if (!owner) return insertPerson(context, { name, nip, phones, email, locale: 'id' as const }, [office.path])
  if (nameKey(readPersonName(owner.name)) !== nameKey(readPersonName(name))) throw emailTaken()
  const person = await findPersonForChange(context, owner.id)
  await allowToPlace(context, person.id)
  return person
}

/** Where no first day is said it is today's, or the last day if that has passed. */
export const firstDay = (startsOn: string | null, endsOn: string | null, today: string): string =>
  startsOn ?? (endsOn !== null && endsOn < today ? endsOn : today)

async function placementOf(context: Context, office: OfficeToStaff, official: Official): Promise<Placement> {
  const today = context.clock.today()
  const { unit, acting, startsOn, endsOn } = official
  const fromOn = firstDay(startsOn, endsOn, today)
  return { positionId: await positionOf(context, official.position, office.kind, fromOn), unit, acting, fromOn, toOn: endsOn }
}

/** The position of a kind for an office of this level, else the one for all levels, else that of another level. */
async function positionOf({ db }: Context, kind: PositionKind, level: OfficeToStaff['kind'], fromOn: string): Promise<string> {
  const positions = await db
    .selectFrom('position')
    .select(['id', 'level'])
    .where('kind', '=', kind)
    .where(eb => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', fromOn)]))
    .orderBy('rank')
    .orderBy('id')
    .execute()
  const found = positions.find(each => each.level === level) ?? positions.find(each => each.level === 'any') ?? positions[0]
  if (!found) throw invalid('position', refusals.positionKindMissing)
  return found.id
}
