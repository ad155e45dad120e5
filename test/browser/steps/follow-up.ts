import { expect } from 'vitest'
import { fits, untilShown, type Visitor } from '../visitor.ts'

type Planned = { action: string; owner: string; dueOn: string }

/** Finds what was written among the findings and makes it a task with one owner and one due day. Gives the address of the follow-up. */
export async function followUpFinding(officer: Visitor, written: string, { action, owner, dueOn }: Planned): Promise<string> {
  const { page } = officer
  await page.goto('/temuan')
  await untilShown(officer, written)
  await fits(officer, 'temuan')
  await page.getByRole('link', { name: written }).click()
  expect(await page.locator('main').textContent()).toContain('Belum ditindaklanjuti')
  await page.getByRole('link', { name: 'Buat tindak lanjut' }).click()
  await page.locator('[name=action]').fill(action)
  await page.getByLabel('Penanggung jawab', { exact: true }).selectOption({ label: owner })
  await page.getByLabel('Tenggat', { exact: true }).fill(dueOn)
  await page.getByLabel('Penting', { exact: true }).check()
  await fits(officer, 'tindak-lanjut-baru')
  await page.getByRole('button', { name: 'Buat tindak lanjut' }).click()
  await page.getByText('Sedang ditindaklanjuti').waitFor()
  await fits(officer, 'temuan-satu')
  await page.getByRole('link', { name: action }).click()
  await page.getByRole('heading', { level: 1, name: action }).waitFor()
  return new URL(page.url()).pathname
}

/** The owner finds it on the first page, and says with evidence that it is done; whether it is, others say. */
export async function reportDone(
  owner: Visitor,
  followUp: string,
  action: string,
  evidence: { name: string; mimeType: string; buffer: Buffer },
) {
  const { page } = owner
  await page.goto('/tindak-lanjut?saya=ya')
  await fits(owner, 'tindak-lanjut')
  await page.getByRole('link', { name: action }).click()
  await page.getByRole('link', { name: 'Laporkan hasil' }).click()
  await page.getByLabel('Apa yang sudah dilakukan').fill('Jadwal penyerahan data disepakati dan dijalankan sejak November.')
  await page.getByLabel('Bukti').setInputFiles(evidence)
  await fits(owner, 'tindak-lanjut-laporan')
  await page.getByRole('button', { name: 'Laporkan hasil' }).click()
  await page.getByText('Menunggu pemeriksaan').waitFor()
  await page.getByText('Anda penanggung jawab atau pelapornya, jadi orang lain yang memeriksa.').waitFor()
  expect(await page.getByRole('link', { name: 'Periksa hasil' }).count()).toBe(0)
  await page.goto(`${followUp}/pemeriksaan`)
  expect(new URL(page.url()).pathname).toBe(followUp)
  await fits(owner, 'tindak-lanjut-dilaporkan')
}

/** Nor does it help to send the form of the verdict without its page. */
export async function cannotJudgeOwnWork({ page }: Visitor, followUp: string): Promise<void> {
  const answer = await page.request.post(`${followUp}/pemeriksaan`, {
    form: { adequate: 'ya', rev: '1' },
    headers: { origin: new URL(page.url()).origin },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(403)
}

/** Somebody else opens the evidence, and says that it is enough. */
export async function verify(judge: Visitor, followUp: string, evidence: { name: string; buffer: Buffer }): Promise<void> {
  const { page } = judge
  await page.goto('/')
  await fits(judge, 'beranda-pemeriksa')
  await page.goto(followUp)
  await page.getByRole('link', { name: 'Periksa hasil' }).click()
  const file = page.getByRole('link', { name: evidence.name })
  const answer = await page.request.get((await file.getAttribute('href'))!)
  expect(await answer.body()).toEqual(evidence.buffer)
  await page.getByLabel('Ya, nyatakan selesai').check()
  await fits(judge, 'tindak-lanjut-pemeriksaan')
  await page.getByRole('button', { name: 'Kirim hasil pemeriksaan' }).click()
  await page.getByText('Diperiksa: memadai').waitFor()
  await fits(judge, 'tindak-lanjut-selesai')
}
