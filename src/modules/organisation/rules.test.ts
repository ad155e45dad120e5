import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor, Grant } from '../../platform/authority/actor.ts'
import { anonymous } from '../../platform/authority/actor.ts'
import { holds, type powers, roleNames, roles } from '../../platform/authority/roles.ts'
import { codeFits, fitsPlace, grantStateOn, mayGive, overlap } from './rules.ts'

const paths = ['id', 'id.35', 'id.35.3510', 'id.35.3511', 'id.51']
const day = fc.integer({ min: 1, max: 28 }).map(n => `2025-11-${String(n).padStart(2, '0')}`)
const grant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...roleNames),
  path: fc.constantFrom(...paths),
  descendants: fc.boolean(),
  partnerId: fc.constant(null),
})
const actorWith = (grants: Grant[]): Actor => ({ ...anonymous(), kind: 'person', personId: 'p', grants })
const isUnder = (path: string, top: string) => path === top || path.startsWith(`${top}.`)

test('nobody can give a role that would let somebody do at any place what they themselves cannot do there', () => {
  fc.assert(
    fc.property(
      fc.array(grant, { maxLength: 4 }),
      fc.constantFrom(...roleNames),
      fc.constantFrom(...paths),
      fc.boolean(),
      (own, role, path, descendants) => {
        // A second computation, place by place and power by power, over every place there is.
        const mine = (power: (typeof powers)[number], at: string) =>
          own.some(each => holds(each.role, power) && (each.descendants ? isUnder(at, each.path!) : each.path === at))
        const covered = paths.filter(at => (descendants ? isUnder(at, path) : at === path))
        const whole =
          !descendants ||
          roles[role].powers.every(power => own.some(each => each.descendants && holds(each.role, power) && isUnder(path, each.path!)))
        const expected = whole && roles[role].powers.every(power => covered.every(at => mine(power, at)))
        expect(mayGive(actorWith(own), role, { path, descendants })).toBe(expected)
      },
    ),
    { numRuns: 500 },
  )
})

test('a leader can give what an office needs, and nothing that reaches further', () => {
  const leader = actorWith([{ role: 'office_leader', path: 'id.35.3510', descendants: true, partnerId: null }])
  const given = roleNames.filter(role => mayGive(leader, role, { path: 'id.35.3510', descendants: false }))
  expect(given).toEqual(['office_operator', 'office_leader', 'inspector', 'partner_contact', 'auditor'])
  expect(given.filter(role => fitsPlace(role, 'office'))).toEqual(['office_operator', 'office_leader', 'inspector', 'auditor'])
  expect(roleNames.filter(role => mayGive(leader, role, { path: 'id.35', descendants: false }))).toEqual([])
})

test('a term stands where its days say, its first and last day included', () => {
  fc.assert(
    fc.property(day, fc.option(day), fc.boolean(), day, (fromOn, toOn, revoked, today) => {
      const state = grantStateOn({ fromOn, toOn, revokedAt: revoked ? '2025-11-01T00:00:00Z' : null }, today)
      const within =
        Number(today.slice(-2)) >= Number(fromOn.slice(-2)) && (toOn === null || Number(today.slice(-2)) <= Number(toOn.slice(-2)))
      expect(state === 'current').toBe(!revoked && within)
    }),
  )
})

test('two terms overlap when some day is in both', () => {
  const days = Array.from({ length: 28 }, (_, at) => `2025-11-${String(at + 1).padStart(2, '0')}`)
  fc.assert(
    fc.property(day, fc.option(day), day, fc.option(day), (fromA, toA, fromB, toB) => {
      fc.pre((toA === null || toA >= fromA) && (toB === null || toB >= fromB))
      const [a, b] = [
        { fromOn: fromA, toOn: toA },
        { fromOn: fromB, toOn: toB },
      ]
      const both = days.some(each => grantStateOn(a, each) === 'current' && grantStateOn(b, each) === 'current')
      expect(overlap(a, b)).toBe(both)
    }),
  )
})

test('codes fit below their parent and nowhere else', () => {
  const regency = { kind: 'regency', code: '35.10' } as const
  expect(['35.10.01', '35.10', '35.10.1', '35.11.01', '35.10.01.2001', '35.10.2001'].map(code => codeFits(code, regency))).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ])
  expect([codeFits('97', { kind: 'national', code: '00' }), codeFits('00.97', { kind: 'national', code: '00' })]).toEqual([true, false])
  expect(codeFits('35.10.01.2001', { kind: 'district', code: '35.10.01' })).toBe(true)
})
