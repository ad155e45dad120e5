import { fits, type Visitor } from '../visitor.ts'

type Entry = { office: string; name: string; stage: string; topic: string }

/** Prepares the queue of the one session of a meeting that presents, with who presents. Gives its address. */
export async function prepareRound(host: Visitor, meeting: string, entries: readonly Entry[]): Promise<string> {
  const { page } = host
  await page.goto(`${meeting}/putaran`)
  await fits(host, 'putaran-baru')
  await page.getByRole('button', { name: 'Siapkan antrean' }).click()
  await page.getByText('Antrean siap.').waitFor()
  const round = new URL(page.url()).pathname
  for (const { office, stage, topic, name } of entries) {
    await page.getByRole('link', { name: 'Tambah penampil' }).click()
    await page.locator('[name=office]').fill(office)
    await page.locator('[name=stage]').fill(stage)
    await page.locator('[name=topic]').fill(topic)
    await fits(host, 'penampil-baru')
    await page.getByRole('button', { name: 'Tambah penampil' }).click()
    await page.getByRole('row', { name }).waitFor()
  }
  await fits(host, 'putaran')
  return round
}

/** Sets the rules of the award as the form offers them, jury and audience alike, names the jury and opens the marking. */
export async function openAward(host: Visitor, round: string, judges: readonly string[]): Promise<void> {
  const { page } = host
  await page.goto(`${round}/penghargaan/aturan`)
  await page.locator('[name=juryWeight]').fill('60')
  await page.locator('[name=audienceWeight]').fill('40')
  await page.getByLabel('Nilai juri yang menentukan').check()
  await page.locator('[name="criteria.0.name"]').fill('Dapat ditiru')
  await fits(host, 'penghargaan-aturan')
  await page.getByRole('button', { name: 'Simpan aturan' }).click()
  await page.getByText('Aturan penghargaan tersimpan.').waitFor()
  for (const email of judges) {
    await page.locator('[name=person]').fill(email)
    await page.getByRole('button', { name: 'Tunjuk juri' }).click()
    await page.getByText('Juri ditunjuk.').waitFor()
  }
  await page.getByRole('button', { name: 'Buka penilaian' }).click()
  await page.getByText('Penilaian dibuka.').waitFor()
  await fits(host, 'penghargaan')
}

/** Each presents in turn, from the button that names it to the end of its turn. */
export async function present(host: Visitor, round: string, offices: readonly string[]): Promise<void> {
  const { page } = host
  await page.goto(round)
  for (const office of offices) {
    await page.getByRole('button', { name: `Mulai giliran ${office}` }).click()
    await page.getByText('Giliran dimulai.').waitFor()
    await page.getByRole('button', { name: 'Selesai', exact: true }).click()
    await page.getByText('Giliran selesai.').waitFor()
  }
  await fits(host, 'putaran-selesai')
}

/** One of the jury gives each presentation a level of the one criterion. */
export async function mark(judge: Visitor, round: string, levels: Record<string, number>): Promise<void> {
  const { page } = judge
  for (const [office, level] of Object.entries(levels)) {
    await page.goto(`${round}/penghargaan`)
    await page.getByRole('row', { name: office }).getByRole('link', { name: 'Nilai' }).click()
    await page.locator(`[name="points.0.points"][value="${level}"]`).check()
    await fits(judge, 'penghargaan-nilai')
    await page.getByRole('button', { name: 'Simpan nilai' }).click()
    await page.getByText('Nilai tersimpan.').waitFor()
  }
}

/** The vote of an office in the one stage. */
export async function vote(voter: Visitor, round: string, office: string): Promise<void> {
  const { page } = voter
  await page.goto(`${round}/penghargaan`)
  await page.getByLabel(office).check()
  await fits(voter, 'penghargaan-suara')
  await page.getByRole('button', { name: 'Kirim suara' }).click()
  await page.getByText('Suara satuan kerja tersimpan.').waitFor()
}
