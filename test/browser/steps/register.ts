import { join } from 'node:path'
import { expect } from 'vitest'
import { root } from '../../../src/platform/process/root.ts'
import { fits, untilShown, type Visitor } from '../visitor.ts'

/** Uploads the register, looks at what would become of its rows, agrees, and waits until all are recorded. */
export async function importRegister(officer: Visitor, agreements: number): Promise<void> {
  const { page } = officer
  await page.goto('/')
  await page.getByRole('navigation').getByRole('link', { name: 'Perjanjian', exact: true }).click()
  await page.locator('#menu summary').click()
  await page
    .getByRole('link', { name: /^Impor/ })
    .first()
    .click()
  await fits(officer, 'impor')
  await page.getByLabel('Berkas').setInputFiles(join(root, 'database/demo/register-87.xlsx'))
  await page.getByRole('button', { name: 'Unggah dan periksa' }).click()
  await page.getByRole('button', { name: `Catat ${agreements} baris` }).waitFor({ timeout: 60_000 })
  expect(await figure(officer, 'Siap dicatat')).toBe(`${agreements} dari ${agreements} baris`)
  await fits(officer, 'impor-periksa')
  await page.getByRole('button', { name: `Catat ${agreements} baris` }).click()
  await page.getByRole('link', { name: 'Buka daftar perjanjian' }).waitFor({ timeout: 60_000 })
  await fits(officer, 'impor-selesai')
  await page.getByRole('link', { name: 'Buka daftar perjanjian' }).click()
  expect(await page.locator('main').textContent()).toContain(`${agreements} perjanjian`)
  await fits(officer, 'perjanjian')
}

/** Finds an agreement by words of its title and notes who promised what. */
export async function addObligations(officer: Visitor, title: string, obligations: { side: string; text: string }[]): Promise<void> {
  const { page } = officer
  await openAgreement(officer, title)
  await page.getByRole('link', { name: 'Tambah kewajiban' }).click()
  for (const [at, { side, text }] of obligations.entries()) {
    const last = at === obligations.length - 1
    await page.getByLabel('Ditanggung oleh').selectOption({ label: side })
    await page.getByLabel('Pasal').fill(`Pasal ${at + 4}`)
    await page.getByLabel('Isi kewajiban').fill(text)
    if (at === 0) await fits(officer, 'kewajiban')
    await page.getByRole('button', { name: last ? 'Simpan kewajiban' : 'Simpan dan tambah lagi' }).click()
    await page.getByText('Kewajiban tersimpan.').waitFor()
  }
  for (const { text } of obligations) expect(await page.locator('main').textContent()).toContain(text)
  await fits(officer, 'perjanjian-satu')
}

/** Notes who speaks for the partner of an agreement, and lets them in. */
export async function letContactIn(officer: Visitor, title: string, partner: string, { name, email }: { name: string; email: string }) {
  const { page } = officer
  await openAgreement(officer, title)
  await page.getByRole('link', { name: partner }).first().click()
  await page.getByRole('link', { name: 'Catat narahubung' }).click()
  await page.getByLabel('Nama', { exact: true }).fill(name)
  await page.getByLabel('Jabatan').fill('Koordinator kerja sama')
  await page.getByLabel('Surel').fill(email)
  await fits(officer, 'narahubung')
  await page.getByRole('button', { name: 'Simpan narahubung' }).click()
  await page.getByRole('button', { name: 'Undang masuk' }).click()
  await untilShown(officer, 'Dapat masuk')
  await fits(officer, 'mitra')
}

async function openAgreement({ page }: Visitor, title: string): Promise<void> {
  await page.goto('/perjanjian')
  await page.getByRole('main').getByRole('searchbox').fill(title)
  await page.getByRole('main').getByRole('searchbox').press('Enter')
  await page.waitForURL(/[?&]q=/)
  await page.getByRole('table').getByRole('link', { name: title }).first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** A large number of the page in words: "124 dari 124 baris". */
export const figure = async ({ page }: Visitor, label: string): Promise<string> => {
  const stat = page.locator('.stat').filter({ has: page.getByText(label, { exact: true }) })
  return (await stat.locator('.stat-value').textContent())!.replace(/\s+/g, ' ').trim()
}
