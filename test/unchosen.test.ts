import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../src/platform/authority/actor.ts'
import { agreement, partner } from './evaluation-world.ts'
import { summaryIn } from './posted-forms.ts'
import { browser, kernel, office, person } from './world.ts'

let sari: Actor
beforeAll(async () => {
  sari = await person('Sari', 'cooperation_officer', '35.10')
  const sides = [await partner('Universitas Satu Rinjani'), await partner('Universitas Dua Rinjani')]
  for (const title of ['Arsip satu', 'Arsip dua', 'Arsip tiga', 'Arsip empat']) await agreement(title, ['35.10'], sides)
})
afterAll(() => kernel.close())

const saidBy = async (path: string, values: Record<string, string>, field: string) => {
  const answer = await (await browser(sari)).post(path, values)
  const line = summaryIn(await answer.text())?.find(({ to }) => to === field)
  return [answer.status, line?.text.replace(/^[^:]+: /, '')]
}
const parties = () => ({
  officeId: office('35.10').id,
  kind: 'obstacle',
  'parties.0.side': 'kpu',
  'parties.0.office': '35.10',
  'parties.1.side': 'partner',
  'parties.1.partner': '',
})

test('of a text that fits several of a choice each form says that none was chosen, and names three; of one that fits none, that', async () => {
  for (const [path, field] of [
    ['/tindak-lanjut', 'agreement'],
    ['/temuan', 'agreement'],
    ['/perjanjian/baru', 'parent'],
  ] as const) {
    const [status, several] = await saidBy(path, { ...parties(), [field]: 'arsip' }, field)
    expect([path, status, several]).toEqual([
      path,
      422,
      expect.stringMatching(/^Anda belum memilih\. Maksud Anda “[^“]+”, “[^“]+”, atau “[^“]+”\?$/),
    ])
    expect(several!.toString().match(/Arsip/g)).toHaveLength(3)
    expect([path, ...(await saidBy(path, { ...parties(), [field]: 'qwxyzv' }, field))]).toEqual([
      path,
      422,
      'Tidak ada perjanjian yang cocok dengan “qwxyzv”.',
    ])
  }
})

test('the same is said of partners, where new ones are registered too', async () => {
  for (const [path, field, none] of [
    ['/tindak-lanjut', 'partner', 'Tidak ada mitra yang cocok dengan “qwxyzv”.'],
    ['/temuan', 'partner', 'Tidak ada mitra yang cocok dengan “qwxyzv”.'],
    ['/perjanjian/baru', 'parties.1.partner', 'Tidak ada mitra yang cocok dengan “qwxyzv”. Daftarkan dahulu sebagai mitra baru.'],
  ] as const) {
    const at = field.replaceAll('.', '-')
    expect([path, ...(await saidBy(path, { ...parties(), [field]: 'universitas' }, at))]).toEqual([
      path,
      422,
      expect.stringMatching(/^Anda belum memilih\. Maksud Anda “Universitas \w+ Rinjani” atau “Universitas \w+ Rinjani”\?$/),
    ])
    expect([path, ...(await saidBy(path, { ...parties(), [field]: 'qwxyzv' }, at))]).toEqual([path, 422, none])
  }
})

test('what is out of reach is not named', async () => {
  const far = await person('Bali', 'cooperation_officer', '51')
  const answer = await (await browser(far)).post('/temuan', { officeId: office('51').id, kind: 'obstacle', agreement: 'arsip' })
  const page = await answer.text()
  expect(page).toContain('Tidak ada perjanjian yang cocok dengan “arsip”.')
  expect(page).not.toMatch(/Arsip (satu|dua|tiga|empat)/)
})
