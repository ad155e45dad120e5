import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, partner } from '../../../test/evaluation-world.ts'
import { seedExampleWorld } from '../../../test/example-world/all.ts'
import { as, browser, countQueries, kernel, office, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { endOf } from '../../platform/database/keyset.ts'
import { example } from '../../platform/values/example-ids.ts'
import { createFinding } from '../findings/operations/write.ts'
import { countThings } from '../things/operations.ts'
import type { Counts } from '../things/schema.ts'
import { createContact } from './operations/contacts.ts'
import { listPartners } from './operations/read.ts'
import type { PartnerList } from './schema.ts'

let admin: Actor
beforeAll(async () => {
  await seedExampleWorld()
  admin = await person('Kepala Daftar', 'national_admin')
  const officer = await person('Petugas Daftar', 'office_operator', '35.10', false)
  for (const [name, agreements, findings] of [
    ['Aliansi Satu', 1, 3],
    ['Badan Dua', 3, 0],
    ['Cabang Tiga', 2, 1],
    ['Dewan Empat', 0, 0],
  ] as const) {
    const id = await partner(name)
    for (let n = 0; n < agreements; n++) await agreement(`${name} ${n}`, ['35.10'], [id])
    for (let n = 0; n < findings; n++)
      await as(officer)(createFinding, {
        kind: 'obstacle',
        category: 'data',
        text: `Kendala ${n} di ${name}`,
        officeId: office('35.10').id,
        partner: id,
      })
    if (agreements > 2) await as(officer)(createContact, { partner: id, name: 'Wulan' })
  }
})
afterAll(() => kernel.close())

const list = (asked: object, actor = admin) => as(actor)<PartnerList>(listPartners, asked)
const all = async (sort: string) => (await list({ sort })).partners

test('partners are sorted by what is counted of them as the column says it, those without a number last', async () => {
  const rows = await all('name')
  const { keys, cells } = await as(admin)<Counts>(countThings, { kind: 'partner', things: rows.map(({ id, name }) => ({ id, name })) })
  expect(keys).toEqual(['agreements', 'findings', 'score'])
  for (const [at, key] of keys.entries()) {
    const number = (id: string) => {
      const cell = cells[id]?.[at]
      return cell ? (cell.count ?? Number.parseFloat(cell.text.replace(',', '.'))) : null
    }
    const [rising, falling] = [await all(key!), await all(`-${key}`)].map(some => some.map(({ id }) => number(id)))
    const numbers = rows.flatMap(({ id }) => number(id) ?? []).sort((a, b) => a - b)
    const none = rows.slice(numbers.length).map(() => null)
    expect([key, rising, falling]).toEqual([key, [...numbers, ...none], [...numbers.toReversed(), ...none]])
    expect(new Set(numbers).size).toBeGreaterThan(key === 'score' ? 0 : 1)
  }
})

test('an order by numbers asks no more questions, and its pages are the whole from both ends', async () => {
  expect(await countQueries(() => list({ sort: '-findings', withFindings: true, withoutContact: true }))).toBe(
    await countQueries(() => list({})),
  )
  for (const sort of ['-agreements', 'findings']) {
    const whole = (await all(sort)).map(({ name }) => name)
    const forward: string[] = []
    for (let after: string | null = null; ; ) {
      const page: PartnerList = await list({ sort, most: 2, ...(after ? { after } : {}) })
      forward.push(...page.partners.map(({ name }) => name))
      if (!page.next) break
      after = page.next
    }
    expect(forward).toEqual(whole)
  }
})

test('the end of a list is its last page, from which one goes back to the page before', async () => {
  const whole = (await all('name')).map(({ name }) => name)
  for (const most of [2, 4, whole.length]) {
    const last = await list({ most, before: endOf(whole.length) })
    const left = whole.length % most || most
    expect([most, last.partners.map(({ name }) => name), last.next]).toEqual([most, whole.slice(-left), null])
    if (left === whole.length) expect(last.previous).toBe(null)
    else {
      const before = await list({ most, before: last.previous! })
      expect(before.partners.map(({ name }) => name)).toEqual(whole.slice(-left - most, -left))
      expect((await list({ most, after: before.next! })).partners).toEqual(last.partners)
    }
  }
  await expect(list({ before: 'end-x' })).rejects.toMatchObject({ code: 'invalid' })
})

test('partners with open findings and those whom nobody knows are listed alone', async () => {
  const names = async (asked: object) => (await list(asked)).partners.map(({ name }) => name)
  const seeded = /^(Aliansi|Badan|Cabang|Dewan) /
  expect((await names({ withFindings: true })).filter(name => seeded.test(name))).toEqual(['Aliansi Satu', 'Cabang Tiga'])
  expect((await names({ withoutContact: true })).filter(name => seeded.test(name))).toEqual(['Aliansi Satu', 'Cabang Tiga', 'Dewan Empat'])
})

test('what somebody may not read orders and narrows nothing for them', async () => {
  const contact = await person('Mitra Daftar', 'partner_contact', '00', false, { partnerId: example.partner })
  for (const asked of [{ sort: '-findings' }, { withFindings: true }])
    await expect(list(asked, contact)).rejects.toMatchObject({ code: 'invalid', fields: { [Object.keys(asked)[0]!]: expect.anything() } })
  const page = async (who: Actor) => (await (await browser(who)).get('/mitra?jenis=state_body')).text()
  const [offered, withheld] = [await page(admin), await page(contact)]
  expect([offered.includes('urut=temuan'), offered.includes('name="temuan"'), offered.includes('value="-temuan"')]).toEqual([
    true,
    true,
    true,
  ])
  expect([withheld.includes('urut=temuan'), withheld.includes('name="temuan"'), withheld.includes('value="-temuan"')]).toEqual([
    false,
    false,
    false,
  ])
})
