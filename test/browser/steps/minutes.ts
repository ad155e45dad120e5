import { fits, type Visitor } from '../visitor.ts'

type Said = { speaker: string; text: string; conclusion: string }

/** Writes down what was said in a session, and sends it to whoever approves. Gives the address of the minutes. */
export async function writeMinutes(writer: Visitor, meeting: string, session: string, passages: readonly Said[]): Promise<string> {
  const { page } = writer
  await page.goto(meeting)
  await page.getByRole('button', { name: `Mulai notula: ${session}` }).click()
  await page.getByText('Notula dimulai.').waitFor()
  const minutes = new URL(page.url()).pathname
  for (const { speaker, text, conclusion } of passages) {
    await page.locator('[name=speaker]').fill(speaker)
    await page.locator('[name=text]').fill(text)
    await page.locator('[name=conclusion]').fill(conclusion)
    await page.getByRole('button', { name: 'Tambah bagian' }).click()
    await page.getByText('Bagian ditambahkan.').waitFor()
  }
  await fits(writer, 'notula')
  return minutes
}

type Decided = { text: string; office: string; dueOn: string }

/** Records what was decided, in the minutes. */
export async function decide(writer: Visitor, minutes: string, { text, office, dueOn }: Decided): Promise<void> {
  const { page } = writer
  await page.goto(`${minutes}/keputusan`)
  await page.locator('[name=kind]').selectOption({ label: 'Keputusan' })
  await page.locator('[name=text]').fill(text)
  await page.locator('[name=office]').fill(office)
  await page.locator('[name=result]').selectOption({ label: 'Disepakati' })
  await page.locator('[name=dueOn]').fill(dueOn)
  await fits(writer, 'keputusan-baru')
  await page.getByRole('button', { name: 'Simpan keputusan' }).click()
  await page.getByText('Keputusan dicatat.').waitFor()
}

/** Presses what comes next with the minutes, until it says so. */
export async function pressInMinutes({ page }: Visitor, minutes: string, button: string, said: RegExp): Promise<void> {
  await page.goto(minutes)
  await page.getByRole('button', { name: button }).click()
  await page.getByText(said).first().waitFor()
}

type Planned = { action: string; owner: string; dueOn: string }

/** A decision becomes a task with one owner. Gives the address of the follow-up. */
export async function followUpDecision(host: Visitor, minutes: string, text: string, { action, owner, dueOn }: Planned): Promise<string> {
  const { page } = host
  await page.goto(minutes)
  await page.getByRole('link', { name: text }).click()
  await page.getByRole('link', { name: 'Buat tindak lanjut' }).click()
  await page.locator('[name=action]').fill(action)
  await page.getByLabel('Penanggung jawab', { exact: true }).selectOption({ label: owner })
  await page.getByLabel('Tenggat', { exact: true }).fill(dueOn)
  await page.getByLabel('Penting', { exact: true }).check()
  await page.getByRole('button', { name: 'Buat tindak lanjut' }).click()
  await page.getByText('Tindak lanjut dibuat. Penanggung jawabnya diberi tahu.').waitFor()
  await fits(host, 'keputusan')
  await page.getByRole('link', { name: action }).click()
  await page.getByRole('heading', { level: 1, name: action }).waitFor()
  return new URL(page.url()).pathname
}
