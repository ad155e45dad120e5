import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPartner } from '../src/modules/partners/operations/write.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import { agreement } from './evaluation-world.ts'
import { as, browser, kernel, person } from './world.ts'

let sari: Actor
beforeAll(async () => {
  sari = await person('Sari', 'national_admin')
  for (const name of ['Universitas Satu', 'Universitas Dua', 'Yayasan Zamrud'])
    await agreement(
      `Kerja sama ${name}`,
      ['35.10'],
      [(await as(sari)<{ id: string }>(createPartner, { name, class: 'ngo', distinct: true })).id],
    )
})
afterAll(() => kernel.close())

const page = async (address: string) => (await (await browser(sari)).get(address)).text()

test('a filter that several fit keeps what was typed, names them, and lists nothing; one that one fits is taken', async () => {
  const several = await page('/perjanjian?mitra=Universitas')
  expect(several).toMatch(/<input id="saring-mitra"[^>]*value="Universitas"/)
  expect(several).toContain('Mitra “Universitas” belum dipilih, jadi daftar ini kosong. Maksud Anda:')
  expect(several).toMatch(/<a href="\/perjanjian\?mitra=Universitas\+Dua">Universitas Dua</)
  expect(several).toMatch(/<details open/)
  expect(several).not.toContain('Kerja sama ')
  expect(several).not.toContain('/api/v1/agreements/export')
  const one = await page('/perjanjian?mitra=zamrud')
  expect([one.includes('Kerja sama Yayasan Zamrud'), one.includes('Kerja sama Universitas Dua')]).toEqual([true, false])
  const none = await page('/perjanjian?mitra=qwxyzv')
  expect(none).toContain('Mitra “qwxyzv” tidak dikenal, jadi daftar ini kosong.')
  expect(none).not.toContain('Kerja sama ')
})

test.each([
  ['/perjanjian', 'satker'],
  ['/temuan', 'satker'],
  ['/tindak-lanjut', 'mitra'],
  ['/orang', 'kantor'],
  ['/daftar-publik', 'satker'],
])('%s lists nothing for a %s that nobody knows', async (path, parameter) => {
  const html = await page(`${path}?${parameter}=qwxyzv`)
  expect(html).toContain('“qwxyzv” tidak dikenal, jadi daftar ini kosong.')
  expect(html).toMatch(new RegExp(`<input id="saring-${parameter}"[^>]*value="qwxyzv"`))
  expect(html).not.toContain('<tbody')
})
