import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { pdfPages } from '../document-text.ts'
import { db } from '../world.ts'
import { dashboardRows, sameNumbers } from './steps/report.ts'
import { fits, type Visitor } from './visitor.ts'

/** What the README lets a newcomer do, word for word, and how each of its steps is done. */
export const firstTenMinutes: readonly (readonly [words: string, act: (visitor: Visitor) => Promise<void>])[] = [
  [
    'Open the printed address and enter as **Bagus Prakoso**, who runs cooperation at the national office. The home page says what waits for him.',
    async visitor => {
      await enter(visitor, 'Bagus Prakoso')
      await see(visitor, 'menunggu Anda')
      expect(await visitor.page.locator('main a[href^="/tindak-lanjut/"]').count()).toBeGreaterThan(2)
    },
  ],
  [
    'Open **Perjanjian**: 124 agreements of 87 partners, which came by a real import. Search for `universitas`, then download what you found as CSV.',
    async visitor => {
      const { page } = visitor
      await choose(visitor, 'Mitra')
      expect(await total(visitor)).toBe(87)
      await choose(visitor, 'Perjanjian')
      expect(await total(visitor)).toBe(124)
      await page.getByRole('main').getByRole('searchbox').fill('universitas')
      await page.getByRole('main').getByRole('searchbox').press('Enter')
      await page.waitForURL(/q=universitas/)
      const found = await total(visitor)
      expect(found).toBeGreaterThan(5)
      expect(found).toBeLessThan(124)
      const started = page.waitForEvent('download')
      await page.getByRole('link', { name: 'CSV', exact: true }).click()
      const lines = (await readFile(await (await started).path(), 'utf8')).split(/\r?\n/).filter(line => /^"?[^,;]*\d/.test(line))
      expect(lines.length).toBe(found)
    },
  ],
  [
    'Open **Evaluasi**: the tile map of the open cycle says how far each province is. Open the cycle; below stands who has not submitted. Choose **Kirim pengingat**: it says who would get a letter, and none leaves before you press the button.',
    async visitor => {
      const { page } = visitor
      await choose(visitor, 'Evaluasi')
      expect(await page.locator('main svg a[href*="provinsi="]').count()).toBeGreaterThan(20)
      await page.getByRole('link', { name: 'Lihat siklus' }).click()
      await page.waitForURL(/\/evaluasi\/[0-9a-f-]{36}$/)
      expect(await page.getByRole('heading', { name: /^Belum terkirim \(\d+\)$/ }).count()).toBe(1)
      const before = await letters()
      await page
        .getByRole('link', { name: /^Kirim pengingat/ })
        .first()
        .click()
      await page.waitForURL(/\/pengingat$/)
      await see(visitor, 'Ingatkan yang belum mengirim')
      expect(await page.getByRole('button', { name: /^Kirim pengingat kepada \d+ orang$/ }).count()).toBe(1)
      await fits(visitor, 'pengingat')
      expect(await letters()).toBe(before)
    },
  ],
  [
    "Sign out and enter as **Deni Kurniawan** of KPU Kabupaten Majalengka. Open the form that waits for him: it is kept as you type. Then enter as a partner, **Dr. Laksmi Paramita**, who has a form too. Neither side sees the other's answers before both have submitted.",
    async visitor => {
      const { page } = visitor
      await enter(visitor, 'Deni Kurniawan', /Majalengka/)
      await open(visitor, '/evaluasi/isian/')
      await page.locator('[name=suggestion]').fill(secret)
      await expect.poll(() => page.locator('.draft-status').textContent(), { timeout: 15_000 }).toMatch(/Draf disimpan \d\d[.:]\d\d/)
      await page.reload()
      expect(await page.locator('[name=suggestion]').inputValue()).toBe(secret)
      await enter(visitor, 'Dr. Laksmi Paramita')
      await open(visitor, '/evaluasi/isian/')
      await page.locator('[name=suggestion]').waitFor()
      expect(await page.content()).not.toContain(secret)
    },
  ],
  [
    'Enter as **Endang Purwaningsih** of the inspectorate. A follow-up in Jawa Barat waits for her verdict: open it, choose **Periksa hasil**, say that it is adequate, and it is done.',
    async visitor => {
      const { page } = visitor
      await enter(visitor, 'Endang Purwaningsih')
      await open(visitor, '/tindak-lanjut/')
      await page.getByRole('link', { name: 'Periksa hasil' }).click()
      await page.getByLabel('Ya, nyatakan selesai').check()
      await page.getByRole('button', { name: 'Kirim hasil pemeriksaan' }).click()
      await page.getByText('Diperiksa: memadai').waitFor()
    },
  ],
  [
    'Enter as **Bagus Prakoso** again and open **Laporan**. The dashboard of the closed cycle and its report have the same numbers, but for what happened since the report was made some days ago: it is frozen, and the follow-up that was just verified still waits in it. It comes as PDF, Word and Excel.',
    async visitor => {
      const { page } = visitor
      await enter(visitor, 'Bagus Prakoso')
      await choose(visitor, 'Laporan')
      const closed = page.locator('main li').filter({ hasText: 'Ditutup' }).locator('p a[href^="/laporan/dasbor/"]')
      const cycle = (await closed.getAttribute('href'))!
      const national = page.getByRole('row').filter({ hasText: /Komisi Pemilihan Umum|KPU RI/ })
      const files = { PDF: new Uint8Array(), Word: new Uint8Array(), Excel: new Uint8Array() }
      for (const form of ['PDF', 'Word', 'Excel'] as const) {
        const href = (await national.first().getByRole('link', { name: form }).getAttribute('href'))!
        files[form] = new Uint8Array(await (await page.request.get(href)).body())
      }
      // One more waits in the report and one less is done than today: the follow-up of the step before.
      const since: Record<string, number> = { 'Menunggu pemeriksaan': 1, Selesai: -1 }
      const rows = await dashboardRows(visitor, cycle)
      const late = (await page.locator('.stat').filter({ hasText: 'terlambat' }).locator('.stat-value').textContent())!.match(/\d+/)![0]
      await sameNumbers(
        files,
        rows.map(([label, ...numbers]) => (since[label!] ? [label!, String(Number(numbers[0]) + since[label!]!)] : [label!, ...numbers])),
      )
      expect((await pdfPages(files.PDF)).join('')).toMatch(new RegExp(`${late}dari\\d+tindaklanjutyangbelumselesai\\(\\d+%\\)terlambat`))
    },
  ],
  [
    'Enter as **Deni Kurniawan** and open **Laporan**. The national report is shared with the regions: its page has the figures of his own office beside those of the whole country, and none of its files. **Buat laporan** makes the report of his office.',
    async visitor => {
      const { page } = visitor
      await enter(visitor, 'Deni Kurniawan', /Majalengka/)
      await choose(visitor, 'Laporan')
      await page.locator('main a[href$="/bagian"]').first().click()
      await page.getByRole('columnheader', { name: 'Satuan kerja Anda' }).waitFor()
      await page.getByRole('columnheader', { name: 'Seluruhnya' }).waitFor()
      expect(await page.locator('main a[href^="/berkas/"]').count()).toBe(0)
      await choose(visitor, 'Laporan')
      await page.locator('main').getByRole('link', { name: 'Buat laporan' }).click()
      expect(await page.locator('[name=office]').getAttribute('value')).toBe('32.10')
    },
  ],
]

const secret = 'Usul yang hanya untuk kantor kami.'

/** Through the door of the demo world; whoever is still in signs out first. */
async function enter(visitor: Visitor, name: string, office?: RegExp): Promise<void> {
  const { page } = visitor
  if (new URL(page.url()).protocol !== 'about:') {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.locator('.account summary').click()
    await page.getByRole('button', { name: 'Keluar' }).click()
    await page.waitForURL(/\/masuk|\/demo/)
  }
  await page.goto('/demo')
  if (office) expect(await page.getByRole('listitem').filter({ hasText: name }).first().textContent()).toMatch(office)
  await page.getByRole('button', { name }).click()
  await page.waitForURL(url => url.pathname === '/')
}

const choose = async ({ page }: Visitor, name: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** The first thing of this kind that waits on the page. */
const open = async ({ page }: Visitor, at: string): Promise<void> => {
  await page.locator(`main a[href^="${at}"]:not([href*="?"])`).first().click()
  await page.waitForURL(url => url.pathname.startsWith(at))
}

const see = async ({ page }: Visitor, text: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: text }).waitFor({ timeout: 10_000 })

const total = async ({ page }: Visitor): Promise<number> => Number(await page.locator('[data-total]').first().getAttribute('data-total'))

const letters = async (): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('mail_message')
        .select(eb => eb.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )
