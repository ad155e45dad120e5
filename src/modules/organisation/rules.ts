import type { Actor } from '../../platform/authority/actor.ts'
import { covers, type Reach, reachOf } from '../../platform/authority/reach.ts'
import { type Role, roleNames, roles } from '../../platform/authority/roles.ts'
import { type GrantState, type OfficeKind, officeKinds, type PersonRow, type positionLevels } from './schema.ts'

export type Term = { fromOn: string; toOn: string | null; revokedAt?: Date | string | null }

/** Where a term stands on a day; its first and its last day are within it. */
export function grantStateOn({ fromOn, toOn, revokedAt }: Term, day: string): GrantState {
  if (revokedAt) return 'revoked'
  if (toOn !== null && toOn < day) return 'ended'
  return fromOn > day ? 'coming' : 'current'
}

/**
 * Whether an office with a closing day, the first on which it is no more, still takes somebody for this term: from a day before it, and
 * once it has closed, to a day before it.
 */
export const endsWithOffice = ({ fromOn, toOn }: Term, closedOn: string, today: string): boolean =>
  fromOn < closedOn && (today < closedOn || (toOn !== null && toOn < closedOn))

export const overlap = (a: Term, b: Term): boolean => a.fromOn <= (b.toOn ?? '9999-12-31') && b.fromOn <= (a.toOn ?? '9999-12-31')

/** Where a role holds: an office with or without those below it, or one partner. */
export type RolePlace = { path: string; descendants: boolean } | { partnerId: string }

/** Nobody gives more than they have: each power of the role, all over its place, must be one's own. */
export const mayGive = (actor: Actor, role: Role, place: RolePlace): boolean =>
  roles[role].powers.every(power => holdsAllOver(reachOf(actor, power), place))

/** The roles of offices that somebody may give at all, at one place or another of theirs. */
export function rolesToGive(actor: Actor): Role[] {
  const places = actor.kind === 'system' ? ['id'] : actor.grants.flatMap(({ path }) => path ?? [])
  return roleNames.filter(role => role !== 'partner_contact' && places.some(path => mayGive(actor, role, { path, descendants: false })))
}

/** Of these positions those of the levels where somebody lets others in: a province has none of the national office to give. */
export function positionsToGive<P extends { level: (typeof positionLevels)[number] }>(actor: Actor, positions: readonly P[]): P[] {
  const { everywhere, below, at } = reachOf(actor, 'person.write')
  const levelOf = (path: string) => officeKinds[path.split('.').length - 1]!
  const isWithin = (kind: OfficeKind) =>
    at.some(path => levelOf(path) === kind) || below.some(path => officeKinds.indexOf(levelOf(path)) <= officeKinds.indexOf(kind))
  return positions.filter(({ level }) => everywhere || level === 'any' || isWithin(level))
}

function holdsAllOver(reach: Reach, place: RolePlace): boolean {
  if (reach.everywhere || 'partnerId' in place) return covers(reach, place)
  if (!place.descendants) return covers(reach, place)
  return reach.below.some(path => place.path === path || place.path.startsWith(`${path}.`))
}

/** A contact's role belongs to a partner, every other role to an office. */
export const fitsPlace = (role: Role, place: 'office' | 'partner'): boolean => (role === 'partner_contact') === (place === 'partner')

const below: Partial<Record<OfficeKind, OfficeKind>> = {
  national: 'province',
  province: 'regency',
  regency: 'district',
  district: 'village',
}
export const kindBelow = (kind: OfficeKind): OfficeKind | undefined => below[kind]

/** A code has one part more than that of the office above and begins with it; provinces, right below the national office, begin anew. */
export function codeFits(code: string, parent: { kind: OfficeKind; code: string }): boolean {
  if (parent.kind === 'national') return /^\d{2}$/.test(code)
  const rest = code.startsWith(`${parent.code}.`) ? code.slice(parent.code.length + 1) : ''
  return (parent.kind === 'district' ? /^\d{4}$/ : /^\d{2}$/).test(rest)
}

/** Where somebody is, in words, with what one who stands in is called; whoever has a role alone, as an inspector, is where the role holds. */
type Placed = Pick<PersonRow, 'positions' | 'partners' | 'offices'>
export function placesOf({ positions, partners, offices }: Placed, names: Readonly<Record<'plt' | 'plh', string>>): string[] {
  const places = positions.map(({ position, office, acting }) => `${acting ? `${names[acting]} ` : ''}${position}, ${office}`)
  return places.length + partners.length ? [...places, ...partners] : offices
}
