import { fits, untilShown, type Visitor } from '../visitor.ts'

type Planned = {
  kind: string
  title: string
  place?: string
  link?: string
  mode: string
  startsAt: string
  endsAt: string
  objectives: string
}

/** Plans a meeting of the own office. Gives its address. */
export async function planMeeting(
  host: Visitor,
  { kind, title, place, link, mode, startsAt, endsAt, objectives }: Planned,
): Promise<string> {
  const { page } = host
  await page.goto('/rapat')
  await page.getByRole('link', { name: 'Rencanakan rapat' }).click()
  await page.getByLabel('Nama rapat').fill(title)
  await page.getByLabel('Jenis rapat').selectOption({ label: kind })
  await page.locator('[name=startsAt]').fill(startsAt)
  await page.locator('[name=endsAt]').fill(endsAt)
  await page.getByLabel(mode, { exact: true }).check()
  if (place) await page.locator('[name=place]').fill(place)
  if (link) await page.locator('[name=link]').fill(link)
  await page.locator('[name=objectives]').fill(objectives)
  await fits(host, 'rapat-baru')
  await page.getByRole('button', { name: 'Simpan rapat' }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  return new URL(page.url()).pathname
}

type Session = { title: string; kind: string; startsAt: string; endsAt: string; class?: string }

/** Adds a session to the draft of the programme. Gives its address. */
export async function addSession({ page }: Visitor, meeting: string, session: Session): Promise<string> {
  await page.goto(`${meeting}/acara`)
  await page.getByRole('link', { name: 'Tambah sesi' }).click()
  await page.getByLabel('Nama sesi').fill(session.title)
  await page.getByLabel('Jenis sesi').selectOption({ label: session.kind })
  await page.locator('[name=startsAt]').fill(session.startsAt)
  await page.locator('[name=endsAt]').fill(session.endsAt)
  if (session.class) await page.locator('[name=class]').fill(session.class)
  await page.getByRole('button', { name: 'Simpan sesi' }).click()
  await page.getByRole('link', { name: session.title }).click()
  return new URL(page.url()).pathname
}

/** A rundown goes into the draft after it was looked at. */
export async function fillProgramme(host: Visitor, meeting: string, rundown: string, sessions: number): Promise<void> {
  const { page } = host
  await page.goto(`${meeting}/acara`)
  await page.getByRole('link', { name: 'Ambil dari berkas' }).click()
  await page.locator('[name=file]').setInputFiles({ name: 'rundown.csv', mimeType: 'text/csv', buffer: Buffer.from(rundown) })
  await page.getByRole('button', { name: 'Periksa berkas' }).click()
  await page.getByRole('heading', { level: 1, name: 'Periksa' }).waitFor()
  await fits(host, 'acara-berkas')
  await page.getByRole('button', { name: `Tambahkan ${sessions} sesi` }).click()
  await page.getByRole('button', { name: 'Rilis acara' }).waitFor()
}

/** The address of a session in the programme, by its title. */
export async function sessionNamed({ page }: Visitor, meeting: string, title: string): Promise<string> {
  await page.goto(`${meeting}/acara`)
  return (await page.getByRole('link', { name: title }).first().getAttribute('href'))!
}

type Rule = { position: string; level: string; involvement: string; mode: string }

/** All who hold a position on a level of offices. */
export async function invitePosition(host: Visitor, meeting: string, { position, level, involvement, mode }: Rule): Promise<void> {
  const { page } = host
  await page.goto(`${meeting}/daftar-undangan/tambah?cara=positions`)
  for (const label of [position, level, involvement, mode]) await page.getByLabel(label, { exact: true }).check()
  await fits(host, 'undangan-jabatan')
  await page.getByRole('button', { name: 'Tambahkan' }).click()
  await page.getByRole('heading', { level: 1, name: 'Undangan' }).waitFor()
}

/** How many fit into a class. */
export async function limitClass(host: Visitor, meeting: string, name: string, capacity: number): Promise<void> {
  const { page } = host
  await page.goto(`${meeting}/kelas`)
  await page.getByRole('link', { name: `Atur ${name}` }).click()
  await page.locator('[name=capacity]').fill(String(capacity))
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await page.getByText('Kelas disimpan.').waitFor()
}

/** Opens the own invitation from the list of one's own. */
export async function openInvitation({ page }: Visitor, title: string): Promise<void> {
  await page.goto('/undangan')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Answers from one's own invitation, and chooses a class. */
export async function answerAndChoose(invitee: Visitor, title: string, answer: string, group: RegExp): Promise<void> {
  const { page } = invitee
  await openInvitation(invitee, title)
  await page.getByLabel(answer).check()
  await page.getByRole('button', { name: 'Kirim jawaban' }).click()
  await page.getByText('Jawaban Anda tersimpan.').waitFor()
  await page.getByLabel(group).check()
  await page.getByRole('button', { name: 'Pilih kelas' }).click()
  await page.getByText('Pilihan kelas Anda disimpan.').waitFor()
  await fits(invitee, 'undangan-saya')
}

/** Sends somebody else, of another place, with the reason why. */
export async function sendProxy(invitee: Visitor, title: string, guest: string, reason: string): Promise<void> {
  const { page } = invitee
  await openInvitation(invitee, title)
  await page.locator('summary', { hasText: 'Tugaskan wakil' }).click()
  const form = page.locator('form[id=wakil-baru]')
  await form.locator('[name=guest]').fill(guest)
  await form.locator('[name=reason]').fill(reason)
  await form.getByRole('button', { name: 'Tugaskan wakil' }).click()
  await page.getByText('Wakil Anda tersimpan dan diberi tahu.').waitFor()
  await fits(invitee, 'undangan-wakil')
}

type Part = { role: string; guest?: string; person?: string; institution?: string; behalfOf?: string; reads?: boolean }

/** On the page of a session: who has which part in it. */
export async function assign({ page }: Visitor, { role, guest, person, institution, behalfOf, reads }: Part): Promise<void> {
  await page.locator('[name=role]').selectOption({ label: role })
  if (person) await page.locator('[name=person]').fill(person)
  if (guest) await page.locator('[name=guest]').fill(guest)
  if (institution) await page.locator('[name=institution]').fill(institution)
  if (behalfOf) await page.locator('[name=behalfOf]').fill(behalfOf)
  if (reads) await page.locator('[name=readsMessage]').check()
  await page.getByRole('button', { name: 'Tugaskan orang' }).click()
  await page.getByText(`${role}:`).first().waitFor()
}

export async function release(host: Visitor, meeting: string): Promise<void> {
  const { page } = host
  await page.goto(`${meeting}/acara`)
  await fits(host, 'acara-konsep')
  await page.getByRole('button', { name: 'Rilis acara' }).click()
  await page.getByText('Rilis 1').waitFor()
  await fits(host, 'acara')
}

type Guest = { name: string; institution: string; email: string }

/** Guests by mail, each by a rule of their own. */
export async function inviteGuests(host: Visitor, meeting: string, guests: readonly Guest[]): Promise<void> {
  const { page } = host
  for (const { name, institution, email } of guests) {
    await page.goto(`${meeting}/daftar-undangan/tambah?cara=guest`)
    await page.locator('[name=guest]').fill(name)
    await page.locator('[name=institution]').fill(institution)
    await page.locator('[name=email]').fill(email)
    await page.getByLabel('Wajib hadir').check()
    await page.getByLabel('Tatap muka').check()
    await page.getByRole('button', { name: 'Tambahkan' }).click()
    await page.getByRole('heading', { level: 1, name: 'Undangan' }).waitFor()
  }
  await fits(host, 'undangan')
}

/** Sends what is not sent yet, after what is said about it. */
export async function sendLetters(host: Visitor, meeting: string, letters: number): Promise<void> {
  const { page } = host
  await page.goto(`${meeting}/daftar-undangan/kirim`)
  await fits(host, 'undangan-kirim')
  await page.getByRole('button', { name: `Kirim ${letters} undangan` }).click()
  await untilShown(host, /undangan terkirim|surat terkirim|terkirim/i)
}

/** Presses what comes next on the page of the meeting, until it says so. */
export async function press(host: Visitor, meeting: string, button: string, state: string): Promise<void> {
  const { page } = host
  await page.goto(meeting)
  await page.getByRole('button', { name: button }).click()
  await page.getByText(state).first().waitFor()
}

/** At the desk, one person by name, as a form without scripts. */
export async function noteAtDesk(host: Visitor, meeting: string, name: string): Promise<void> {
  const { page } = host
  await page.goto(`${meeting}/meja`)
  await fits(host, 'meja')
  await page.locator('[name=who]').fill(name)
  await page.locator('[name=source]').fill('Meja depan')
  await page.getByLabel('Datang', { exact: true }).check()
  await page.getByRole('button', { name: 'Catat' }).click()
  await page.getByText(name).first().waitFor()
}

/** What came of the one objective of a meeting that has ended. */
export async function answerObjective(host: Visitor, meeting: string, outcome: string): Promise<void> {
  const { page } = host
  await page.goto(`${meeting}/capaian`)
  await page.getByLabel('Ya, tercapai').check()
  await page.getByLabel('Penjelasan').fill(outcome)
  await fits(host, 'capaian')
  await page.getByRole('button', { name: 'Simpan capaian' }).click()
  await page.getByText(outcome).waitFor()
}
