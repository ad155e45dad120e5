import { expect } from 'vitest'
import type { Visitor } from './visitor.ts'

/** What somebody wants, how many presses it may take from the home page (a choice in a list is one), and how it is done. */
export const tasks: readonly { who: string; wants: string; most: number; act: (visitor: Visitor, press: Press) => Promise<void> }[] = [
  {
    who: 'Bagus Prakoso',
    wants: 'the universities whose agreements end within six months, as a file',
    most: 6,
    async act({ page }, press) {
      await press(() => page.getByRole('navigation').getByRole('link', { name: 'Perjanjian', exact: true }).click())
      await press(() => page.locator('.filters summary').click())
      await press(() => page.getByLabel('Jenis mitra').selectOption({ label: 'Perguruan tinggi' }))
      await press(() => page.getByLabel('Berakhir dalam').selectOption({ label: '6 bulan' }))
      await press(() => page.getByRole('button', { name: 'Terapkan' }).click())
      await page.waitForURL(/berakhir-dalam=180/)
      const count = Number(await page.locator('main [data-total]').first().getAttribute('data-total'))
      expect(count).toBeGreaterThan(0)
      const started = page.waitForEvent('download')
      await press(() => page.getByRole('link', { name: 'CSV', exact: true }).click())
      expect((await started).suggestedFilename()).toMatch(/\.csv$/)
    },
  },
  {
    who: 'Bagus Prakoso',
    wants: 'what came of the cooperation with one partner, on one page',
    most: 3,
    async act({ page }, press) {
      await press(() => page.getByRole('navigation').getByRole('link', { name: 'Mitra', exact: true }).click())
      await press(() => page.locator('main tbody a[href^="/mitra/"]').first().click())
      await page.waitForURL(/\/mitra\/[0-9a-f-]{36}$/)
      for (const part of ['perjanjian', 'evaluasi', 'temuan']) expect([part, await page.locator(`#${part}`).count()]).toEqual([part, 1])
      expect(await page.locator('#evaluasi svg[role=img], #evaluasi svg').count()).toBeGreaterThan(0)
    },
  },
  {
    who: 'Bagus Prakoso',
    wants: 'to remind those of a province who have not answered',
    most: 4,
    async act({ page }, press) {
      await press(() => page.getByRole('navigation').getByRole('link', { name: 'Evaluasi', exact: true }).click())
      await press(() => page.locator('main svg a[href*="?provinsi="]').first().click())
      await page.waitForURL(/provinsi=/)
      await press(() =>
        page
          .getByRole('link', { name: /^Kirim pengingat \(\d/ })
          .first()
          .click(),
      )
      const send = page.getByRole('button', { name: /^Kirim pengingat kepada \d+ orang$/ })
      await send.waitFor()
      await press(() => send.click())
      await page.waitForURL(/\/evaluasi\/[0-9a-f-]{36}\?provinsi=/)
    },
  },
  {
    who: 'Deni Kurniawan',
    wants: 'to know whom to ask that a colleague is invited',
    most: 2,
    async act({ page }, press) {
      await press(() => page.locator('#menu summary').click())
      await press(() => page.getByRole('navigation').getByRole('link', { name: 'Orang', exact: true }).click())
      await page.getByText('Euis Komariah', { exact: false }).first().waitFor()
    },
  },
  {
    who: 'Bagus Prakoso',
    wants: 'a thing by a misspelt word, from any page',
    most: 2,
    async act({ page }, press) {
      await page.goto('/laporan')
      await page.locator('header input[type=search]').fill('pertukran')
      await press(() => page.locator('header input[type=search]').press('Enter'))
      await page.waitForURL(/\/cari\?/)
      await press(() =>
        page
          .locator('main a[href^="/perjanjian/"]')
          .filter({ hasText: /pertukaran/i })
          .first()
          .click(),
      )
      await page.waitForURL(/\/perjanjian\/[0-9a-f-]{36}$/)
    },
  },
]

type Press = (act: () => Promise<unknown>) => Promise<void>
