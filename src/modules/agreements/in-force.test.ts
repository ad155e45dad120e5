import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, kernel, now, operator, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { createPartner } from '../partners/operations/write.ts'
import { exportAgreements } from './operations/export.ts'
import { listAgreements } from './operations/read.ts'
import { renewAgreement, startRenewal, terminateAgreement } from './operations/transitions.ts'
import { createAgreement } from './operations/write.ts'
import type { AgreementDetail, AgreementList } from './schema.ts'

let admin: Actor

beforeAll(async () => {
  admin = await person('Admin', 'national_admin')
  await as(operator, 'command')(createPartner, { name: 'Universitas Contoh', class: 'university' })
  const at = (title: string, startsOn: string, endsOn: string | null, more: object = {}) =>
    as(admin)<AgreementDetail>(createAgreement, {
      kind: 'mou',
      title: `Tentang ${title}`,
      parties: [
        { side: 'kpu', office: '00' },
        { side: 'partner', partner: 'Universitas Contoh' },
      ],
      stage: 'signed',
      signedOn: startsOn,
      endsOn,
      ...more,
    })
  await at('tanpa batas', '2020-01-01', null)
  await at('mulai besok', '2025-11-01', null, { startsOn: '2025-11-21' })
  await at('hari terakhir', '2024-01-01', '2025-11-20')
  await at('kemarin berakhir', '2024-01-01', '2025-11-19')
  await at('segera berakhir', '2024-01-01', '2026-02-18')
  await at('belum ditandatangani', '2024-01-01', null, { stage: 'draft' })
  const late = await at('diperpanjang terlambat', '2024-01-01', '2025-11-19')
  await as(admin)(startRenewal, { id: late.id })
  const soon = await at('sedang diperpanjang', '2024-01-01', '2025-11-21')
  await as(admin)(startRenewal, { id: soon.id })
  const renewed = await at('sudah diperpanjang', '2024-01-01', '2025-11-20')
  await as(admin)(renewAgreement, { id: renewed.id, endsOn: '2027-11-20' })
  const ended = await at('diakhiri besok', '2024-01-01', '2027-01-01')
  await as(admin)(terminateAgreement, { id: ended.id, on: '2025-11-21', reason: 'Kesepakatan para pihak' })
})
afterAll(() => kernel.close())

const on20 = ['diakhiri besok', 'hari terakhir', 'sedang diperpanjang', 'segera berakhir', 'sudah diperpanjang', 'tanpa batas']
const on21 = ['mulai besok', 'sedang diperpanjang', 'segera berakhir', 'sudah diperpanjang', 'tanpa batas']

/** A day of the commission begins at 17:00 in the world's time. */
test.each([
  ['2025-11-19T17:00:00Z', on20],
  ['2025-11-20T16:59:59Z', on20],
  ['2025-11-20T17:00:00Z', on21],
])('at %s the home page, the list, its page and what is exported name the same agreements', async (moment, titles) => {
  now.at = new Date(moment)
  const ask = await program(admin)
  const { figures } = await (await ask('GET', '/home')).json()
  const figure = figures.find(({ key }: { key: string }) => key === 'agreements-in-force')
  expect(figure.value).toBe(titles.length)
  const { agreements } = await as(admin)<AgreementList>(listAgreements, { status: ['in_force'] })
  const named = (rows: readonly { title: string }[]) => rows.map(({ title }) => title.replace('Tentang ', '')).toSorted()
  expect(named(agreements)).toEqual(titles)
  expect((await (await ask('GET', '/agreements?status=in_force')).json()).total).toBe(titles.length)
  const bytes = await bytesOf(await as(admin)(exportAgreements, { status: ['in_force'], format: 'json' }))
  expect(named(JSON.parse(new TextDecoder().decode(bytes)))).toEqual(titles)
  const page = await browser(admin)
  for (const address of [figure.href, '/perjanjian?status=active'])
    expect(await (await page.get(address)).text()).toContain(`data-total="${titles.length}"`)
})

test('one may ask for all that is in force, and nothing of that name is without what ends soon', async () => {
  const text = await (await (await browser(admin)).get('/perjanjian')).text()
  const offered = [...text.matchAll(/name="status" value="([a-z_]+)"/g)].map(([, value]) => value)
  expect(offered).toContain('berlaku')
  expect(offered).not.toContain('active')
})
