import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { type Application, enlist, startApplication } from './application.ts'
import { launch } from './launch.ts'
import { addSession, answerObjective, assign, inviteGuests, noteAtDesk, planMeeting, press, release, sendLetters } from './steps/meeting.ts'
import { mark, openAward, prepareRound, present, vote } from './steps/round.ts'
import { linkInKeptLetter, signIn } from './steps/sign-in.ts'
import { fits, tell, type Visitor, visitor } from './visitor.ts'

let application: Application
let browser: Browser
beforeAll(async () => {
  application = await startApplication('2025-11-20')
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await application?.close()
})

const prosecutor = { name: 'Raden Mahendra', institution: 'Kejaksaan Negeri Madiun', email: 'mahendra@kejaksaan.contoh.id' }
const police = { name: 'Komang Widi', institution: 'Kepolisian Resor Madiun', email: 'widi@polres.contoh.id' }
const page =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n%%EOF\n'
const message = { name: 'sambutan-ketua.pdf', mimeType: 'application/pdf', buffer: Buffer.from(page) }

test('a local forum without scripts: guests answer by their links, somebody opens for another and reads the message, all are noted', {
  timeout: 180_000,
}, async () => {
  const people: Visitor[] = []
  onTestFailed(() => tell(people))
  const host = await signIn(browser, application, await enlist(application, 'Fitri Handayani', 'office_operator', '35.77'), {
    scripts: false,
  })
  const administrator = await signIn(browser, application, await enlist(application, 'Ratna Dewi Lestari', 'national_admin', '00'))
  people.push(host, administrator)
  const meeting = await planMeeting(host, {
    kind: 'Konsolidasi forum lokal',
    title: 'Konsolidasi forum Kota Madiun',
    mode: 'Tatap muka',
    place: 'Aula KPU Kota Madiun',
    startsAt: '2025-11-20T08:00',
    endsAt: '2025-11-20T16:00',
    objectives: 'Menyepakati narahubung setiap lembaga',
  })
  const opening = await addSession(host, meeting, {
    title: 'Pembukaan',
    kind: 'Seremoni',
    startsAt: '2025-11-20T08:00',
    endsAt: '2025-11-20T16:00',
  })
  await assign(host, {
    role: 'Membuka',
    guest: 'Sri Rahayu',
    institution: 'KPU Kota Madiun',
    behalfOf: 'Ketua KPU Kota Madiun',
    reads: true,
  })
  await host.page.goto(opening)
  await host.page.locator('[name=file]').setInputFiles(message)
  await host.page.locator('[name=part]').selectOption({ index: 1 })
  await host.page.getByRole('button', { name: 'Tambah bahan' }).click()
  await host.page.getByText('Bahan ditambahkan.').waitFor()
  await release(host, meeting)
  await inviteGuests(host, meeting, [prosecutor, police])
  await sendLetters(host, meeting, 2)

  const answers = [
    [prosecutor, 'Saya hadir langsung', ''],
    [police, 'Saya tidak hadir', 'Pengamanan unjuk rasa pada hari yang sama'],
  ] as const
  for (const [guest, answer, reason] of answers) {
    const link = await linkInKeptLetter(administrator, guest.email, /^Undangan: /)
    const person = await visitor(browser, application.url, { scripts: false })
    people.push(person)
    await person.page.goto(link)
    await fits(person, 'undangan-tautan')
    await person.page.getByLabel(answer).check()
    if (reason) await person.page.locator('[name=reason]').first().fill(reason)
    await person.page.getByRole('button', { name: 'Kirim jawaban' }).click()
    await person.page.getByText('Jawaban Anda tersimpan').first().waitFor()
    await person.page.goto(meeting)
    expect(new URL(person.page.url()).pathname, 'the link opens the invitation and nothing else').toBe('/masuk')
  }
  await host.page.goto(`${meeting}/daftar-undangan`)
  expect(await host.page.locator('main').textContent()).toContain('Pengamanan unjuk rasa')
  await press(host, meeting, 'Mulai rapat', 'Berlangsung')
  await host.page.goto(`${meeting}/acara`)
  await host.page.getByText('membacakan pesan tertulis Ketua KPU Kota Madiun').waitFor()
  const file = await host.page.request.get(
    (await host.page.getByRole('link', { name: /Pesan tertulis|sambutan-ketua/ }).getAttribute('href'))!,
  )
  expect(await file.body()).toEqual(message.buffer)
  await noteAtDesk(host, meeting, 'Raden Mahendra')
  await host.page.goto(`${meeting}/kehadiran`)
  expect(await host.page.getByRole('row', { name: /Raden Mahendra/ }).textContent()).toContain('Hadir')
  expect(await host.page.getByRole('row', { name: /Komang Widi/ }).textContent()).toContain('Belum hadir')
  await press(host, meeting, 'Akhiri rapat', 'Berakhir')
  await answerObjective(host, meeting, 'Setiap lembaga menyebut satu narahubung.')
  await press(host, meeting, 'Tutup laporan', 'Dilaporkan')
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([])
})

test('an online meeting: offices present in their turn, jury and audience choose, and nobody knows before the stop', {
  timeout: 180_000,
}, async () => {
  const people: Visitor[] = []
  onTestFailed(() => tell(people))
  const enter = async (name: string, role: Parameters<typeof enlist>[2], office: string) => {
    const person = await signIn(browser, application, await enlist(application, name, role, office))
    people.push(person)
    return person
  }
  const host = await enter('Maya Anggraini', 'cooperation_officer', '00')
  const judge = await enter('Siti Khadijah Nur', 'office_leader', '00')
  const sari = await enter('Sari Wulandari', 'office_operator', '35.10')
  const ketut = await enter('Ni Luh Ayu Pratiwi', 'office_operator', '51.71')
  const meeting = await planMeeting(host, {
    kind: 'Rapat berbagi pengalaman',
    title: 'Berbagi pengalaman tahapan pencalonan',
    mode: 'Daring',
    link: 'https://rapat.contoh.go.id/berbagi',
    startsAt: '2025-11-20T08:00',
    endsAt: '2025-11-20T16:00',
    objectives: 'Memilih pengalaman terbaik',
  })
  await addSession(host, meeting, {
    title: 'Pengalaman pencalonan',
    kind: 'Putaran presentasi',
    startsAt: '2025-11-20T08:00',
    endsAt: '2025-11-20T12:00',
  })
  await release(host, meeting)
  const [banyuwangi, denpasar] = ['KPU Kabupaten Banyuwangi', 'KPU Kota Denpasar'] as const
  const round = await prepareRound(host, meeting, [
    { office: '35.10', name: banyuwangi, stage: 'Pencalonan', topic: 'Memeriksa ijazah bersama dinas pendidikan' },
    { office: '51.71', name: denpasar, stage: 'Pencalonan', topic: 'Berkas syarat calon tanpa kertas' },
  ])
  await openAward(host, round, ['siti.khadijah.nur@contoh.go.id'])
  await present(host, round, [banyuwangi, denpasar])
  await mark(judge, round, { [banyuwangi]: 3, [denpasar]: 5 })
  await vote(sari, round, denpasar)
  await vote(ketut, round, banyuwangi)
  for (const person of [host, sari]) {
    await person.page.goto(`${round}/penghargaan`)
    expect(await person.page.locator('main').textContent(), 'nothing is known before the stop').not.toMatch(/Nilai akhir|Suara peserta/)
  }
  await host.page.goto(`${round}/penghargaan`)
  await host.page.getByRole('button', { name: 'Tutup penilaian' }).click()
  await host.page.getByText('Inilah hasilnya.').waitFor()
  await fits(host, 'penghargaan-hasil')
  await sari.page.goto(`${round}/pemenang`)
  expect(await sari.page.locator('main').textContent()).toMatch(/Pencalonan.*KPU Kota Denpasar/s)
  expect(await sari.page.locator('main').textContent()).not.toContain(banyuwangi)
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([])
})
