import { expect } from 'vitest'
import { fits, type Visitor } from '../visitor.ts'

/** At the desk, the badge that somebody shows from their own account is read as a hand scanner types it. */
export async function scanBadge(desk: Visitor, meeting: string, guest: Visitor, name: string): Promise<void> {
  const answer = await guest.page.request.get(`/api/v1${meeting.replace('/rapat/', '/meetings/')}/attendance/badge`)
  const { badge } = (await answer.json()) as { badge: { code: string } }
  const { page } = desk
  await page.goto(`${meeting}/meja`)
  await page.locator('attendance-desk[data-ready]').waitFor()
  await page.fill('[name=source]', 'Meja depan')
  await page.fill('[name=who]', badge.code)
  await page.press('[name=who]', 'Enter')
  await expect.poll(() => page.locator('.desk-answer').textContent()).toContain(name)
  await page.getByText('Semua sudah terkirim.').waitFor()
  await fits(desk, 'meja-pindai')
}

/** Types the code of the minute that the room shows. */
export async function checkInByCode(host: Visitor, meeting: string, session: string, guest: Visitor, mode: string): Promise<void> {
  await host.page.goto(`${meeting}/kehadiran/${session}/kode`)
  await fits(host, 'kode')
  const code = await host.page.locator('.attendance-code code').textContent()
  const { page } = guest
  await page.goto(`${meeting}/hadir`)
  await page.locator('[name=code]').fill(code!)
  await page.getByLabel(mode, { exact: true }).check()
  await fits(guest, 'hadir')
  await page.getByRole('button', { name: 'Catat kehadiran' }).click()
  await page.locator('.notice').filter({ hasText: 'Berhasil' }).waitFor()
}
