import { afterAll, expect, test } from 'vitest'
import { as, browser, kernel, office, person } from '../../../test/world.ts'
import { changeOffice, createOffice, listOffices, showOffice } from './operations/offices.ts'

afterAll(() => kernel.close())

const admin = await person('Dewi', 'national_admin')
const province = await person('Putri', 'office_leader', '35')
const regency = await person('Sari', 'office_operator', '35.10', false)

test('how many offices are said to lie below, and the list that this opens, are the same to each reader, with closed ones and without', async () => {
  const alone = await person('Dian', 'office_operator', '35', false)
  const draft = { zone: 'Asia/Jakarta', openedOn: '2025-01-01' } as const
  const open = (code: string, name: string, parentId: string) => as(admin)(createOffice, { ...draft, code, name, parentId })
  for (let at = 51; at <= 60; at++) await open(`95.04.${at}`, `PPK Uji ${at}`, '95.04')
  const shut = await open('95.04.61', 'PPK Uji Tutup', '95.04')
  await as(admin)(changeOffice, { ...draft, id: shut.id, name: 'PPK Uji Tutup', closedOn: '2025-02-01' })
  for (const actor of [admin, province, alone]) {
    for (const closed of [false, true]) {
      const { offices } = await as(actor)(listOffices, { closed })
      for (const { code, children } of [
        ...offices,
        ...(actor === admin ? (await as(actor)(listOffices, { q: '95.04', closed })).offices : []),
      ]) {
        const below = await as(actor)(listOffices, { parent: code, closed })
        expect([actor.name, code, closed, children]).toEqual([actor.name, code, closed, below.total])
      }
    }
  }
})

test('a page that says that there are more offices below than it shows links to the list of all of them', async () => {
  const draft = { zone: 'Asia/Jakarta', openedOn: '2025-01-01' } as const
  for (let at = 1; at <= 51; at++)
    await as(admin)(createOffice, { ...draft, code: `95.05.${String(at).padStart(2, '0')}`, name: `PPK Banyak ${at}`, parentId: '95.05' })
  const page = await browser(admin)
  const told = await (await page.get(`/satuan-kerja/${office('95.05').id}`)).text()
  expect(told).toMatch(/50 dari (\d+)/)
  const [, href, count] = told.match(/href="(\/satuan-kerja\?induk=95\.05)" data-count="(\d+)"/) ?? []
  expect(told).toContain(`50 dari ${count}`)
  expect(await (await page.get(href!)).text()).toContain(`data-total="${count}"`)
  expect(await (await page.get('/satuan-kerja?buka=95.05')).text()).toContain('href="/satuan-kerja?induk=95.05"')
})

test('of the offices above, those out of reach are named without a link that would lead nowhere', async () => {
  const { above } = await as(regency)(showOffice, { id: '35.10' })
  expect(above.map(({ inReach }: { inReach: boolean }) => inReach)).toEqual([false, false])
  const own = await (await (await browser(regency)).get(`/satuan-kerja/${office('35.10').id}`)).text()
  expect(own).toContain(office('35').name)
  for (const code of ['00', '35']) expect(own).not.toContain(`/satuan-kerja/${office(code).id}`)
  const national = await (await (await browser(admin)).get(`/satuan-kerja/${office('35.10').id}`)).text()
  for (const code of ['00', '35']) expect(national).toContain(`/satuan-kerja/${office(code).id}`)
})
