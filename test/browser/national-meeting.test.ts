import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { createPerson } from '../../src/modules/organisation/operations/persons.ts'
import { system } from '../../src/platform/authority/actor.ts'
import { call } from '../../src/platform/operation/operation.ts'
import { type Application, enlist, startApplication } from './application.ts'
import { launch } from './launch.ts'
import { checkInByCode, scanBadge } from './steps/attendance.ts'
import { reportDone, verify } from './steps/follow-up.ts'
import {
  answerAndChoose,
  answerObjective,
  assign,
  fillProgramme,
  invitePosition,
  limitClass,
  openInvitation,
  planMeeting,
  press,
  release,
  sendLetters,
  sendProxy,
  sessionNamed,
} from './steps/meeting.ts'
import { decide, followUpDecision, pressInMinutes, writeMinutes } from './steps/minutes.ts'
import { signIn } from './steps/sign-in.ts'
import { fits, tell, type Visitor } from './visitor.ts'

let application: Application
let browser: Browser
let secretary: string
beforeAll(async () => {
  application = await startApplication('2025-11-20')
  browser = await launch()
  const { db } = application.kernel.store
  const position = db.selectFrom('position').select('id').where('kind', '=', 'sekretaris').where('level', '=', 'province')
  secretary = (await position.executeTakeFirstOrThrow()).id
})
afterAll(async () => {
  await browser?.close()
  await application?.close()
})

const title = 'Rapat Koordinasi Nasional Kerja Sama'
const groups = ['Kelas A: Pendidikan pemilih', 'Kelas B: Data', 'Kelas C: Logistik', 'Kelas D: Hukum', 'Kelas E: Keuangan']
const rundown = [
  'Rundown Rapat Koordinasi Nasional',
  ['Hari/Tanggal', 'Waktu', 'Kegiatan', 'Narasumber', ...groups].join(','),
  '"Kamis, 20 November 2025",08.00 – 12.00,Pleno rencana aksi,,,,,,',
  `,13.00 – 15.00,,,${groups.map((_, at) => `Praktik baik ${at + 1}`).join(',')}`,
].join('\n')
const action = 'Menyerahkan jadwal pertukaran data kepada KPU RI'
const evidence = {
  name: 'jadwal.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n'),
}

/** The secretary of each province but of those whose places are given; they have no password and are only written to. */
async function fillOtherProvinces(taken: readonly string[]): Promise<number> {
  const { kernel } = application
  const provinces = await kernel.store.db.selectFrom('office').select('code').where('kind', '=', 'province').orderBy('code').execute()
  for (const { code } of provinces.filter(({ code }) => !taken.includes(code)))
    await call(
      kernel,
      system(),
      createPerson,
      { name: `Sekretaris ${code}`, email: `sekretaris.${code}@contoh.go.id`, office: code, positionId: secretary, fromOn: '2024-01-08' },
      'setup',
    )
  return provinces.length
}

test('a national meeting: from a rundown to a follow-up that was verified, with a proxy, a clash, a waiting list, badges and codes', {
  timeout: 300_000,
}, async () => {
  const people: Visitor[] = []
  onTestFailed(() => tell(people))
  const enter = async (name: string, role: Parameters<typeof enlist>[2], office: string, position?: string) => {
    const person = await signIn(browser, application, await enlist(application, name, role, office, position))
    people.push(person)
    return person
  }
  const host = await enter('Maya Anggraini', 'cooperation_officer', '00')
  const chair = await enter('Siti Khadijah', 'office_leader', '00')
  const [east, bali, banten] = [
    await enter('Sari Wulandari', 'office_operator', '35', secretary),
    await enter('Ni Luh Ayu', 'office_operator', '51', secretary),
    await enter('Rangga Saputra', 'office_operator', '36', secretary),
  ]
  const invited = await fillOtherProvinces(['35', '51', '36'])
  expect(invited).toBe(38)

  const meeting = await planMeeting(host, {
    kind: 'Rapat koordinasi nasional',
    title,
    mode: 'Gabungan',
    place: 'Hotel Samudra, Denpasar',
    link: 'https://rapat.contoh.go.id/rakornas',
    startsAt: '2025-11-20T08:00',
    endsAt: '2025-11-20T16:00',
    objectives: 'Menyepakati rencana aksi setiap provinsi',
  })
  await fillProgramme(host, meeting, rundown, 6)
  const plenary = await sessionNamed(host, meeting, 'Pleno rencana aksi')
  await host.page.goto(plenary)
  await assign(host, { role: 'Memimpin sesi', person: 'siti.khadijah@contoh.go.id' })
  await release(host, meeting)
  await limitClass(host, meeting, groups[1]!, 1)
  await invitePosition(host, meeting, { position: 'Sekretaris', level: 'Provinsi', involvement: 'Wajib hadir', mode: 'Boleh memilih' })
  await fits(host, 'undangan')
  await sendLetters(host, meeting, invited)

  // Two want the one place of a class; when the first leaves it the second has it.
  await answerAndChoose(bali, title, 'Saya hadir langsung', /^Kelas B/)
  await answerAndChoose(banten, title, 'Saya hadir daring', /^Kelas B/)
  await banten.page.getByText('Anda menunggu tempat di Kelas B: Data, urutan 1.').waitFor()
  await openInvitation(bali, title)
  await bali.page.getByLabel(/^Kelas A/).check()
  await bali.page.getByRole('button', { name: 'Pilih kelas' }).click()
  await bali.page.getByText('Anda mendapat tempat di Kelas A: Pendidikan pemilih.').waitFor()
  await openInvitation(banten, title)
  await banten.page.getByText('Anda mendapat tempat di Kelas B: Data.').waitFor()

  // The plenary of a province at the same hours: its secretary is wanted twice, until somebody goes in her place.
  const own = await planMeeting(east, {
    kind: 'Rapat pleno',
    title: 'Rapat pleno Jawa Timur',
    mode: 'Tatap muka',
    place: 'Kantor KPU Provinsi Jawa Timur',
    startsAt: '2025-11-20T08:00',
    endsAt: '2025-11-20T12:00',
    objectives: 'Menetapkan jadwal',
  })
  await east.page.goto(`${own}/acara/baru`)
  await east.page.getByLabel('Nama sesi').fill('Pleno penetapan jadwal')
  await east.page.getByLabel('Jenis sesi').selectOption({ label: 'Pleno' })
  await east.page.locator('[name=startsAt]').fill('2025-11-20T08:00')
  await east.page.locator('[name=endsAt]').fill('2025-11-20T12:00')
  await east.page.getByRole('button', { name: 'Simpan sesi' }).click()
  await east.page.goto(await sessionNamed(east, own, 'Pleno penetapan jadwal'))
  await assign(east, { role: 'Memimpin sesi', person: 'sari.wulandari@contoh.go.id' })
  await release(east, own)
  await east.page.goto('/bentrok')
  await fits(east, 'bentrok')
  expect(await east.page.locator('main').textContent()).toContain('Sari Wulandari')
  await sendProxy(east, title, 'Hendra Gunawan', 'Memimpin pleno provinsi pada jam yang sama.')
  await east.page.goto('/bentrok')
  expect(await east.page.locator('main').textContent()).not.toContain('Sari Wulandari')
  await host.page.goto(`${meeting}/daftar-undangan`)
  expect(await host.page.getByRole('row', { name: /Sari Wulandari/ }).textContent()).toMatch(
    /Diwakili.*Hendra Gunawan|Hendra Gunawan.*Diwakili/s,
  )

  await press(host, meeting, 'Mulai rapat', 'Berlangsung')
  await scanBadge(host, meeting, bali, 'Ni Luh Ayu')
  await checkInByCode(host, meeting, plenary.split('/').at(-1)!, banten, 'Daring')
  await host.page.goto(`${meeting}/kehadiran`)
  await fits(host, 'kehadiran')
  for (const name of ['Ni Luh Ayu', 'Rangga Saputra'])
    expect(await host.page.getByRole('row', { name }).textContent(), name).toMatch(/Hadir/)

  const minutes = await writeMinutes(host, meeting, 'Pleno rencana aksi', [
    { speaker: 'Siti Khadijah', text: 'Setiap provinsi menyerahkan jadwalnya.', conclusion: 'Jadwal diserahkan bulan ini.' },
  ])
  await decide(host, minutes, { text: 'Provinsi menyerahkan jadwal pertukaran data.', office: '35', dueOn: '2025-12-10' })
  await pressInMinutes(host, minutes, 'Kirim untuk disetujui', /Menunggu persetujuan/)
  await pressInMinutes(chair, minutes, 'Setujui notula', /Disetujui/)
  await pressInMinutes(host, minutes, 'Edarkan notula', /Diedarkan/)
  const followUp = await followUpDecision(host, minutes, 'Provinsi menyerahkan jadwal pertukaran data.', {
    action,
    owner: 'Sari Wulandari',
    dueOn: '2025-12-10',
  })
  await reportDone(east, followUp, action, evidence)
  await verify(host, followUp, evidence)

  await press(host, meeting, 'Akhiri rapat', 'Berakhir')
  await answerObjective(host, meeting, 'Setiap provinsi menyebut jadwalnya.')
  await press(host, meeting, 'Tutup laporan', 'Dilaporkan')
  await host.page.goto(`${meeting}/naskah/laporan`)
  await fits(host, 'laporan-kegiatan')
  const report = await host.page.locator('main').textContent()
  for (const part of ['Provinsi menyerahkan jadwal pertukaran data', 'Setiap provinsi menyebut jadwalnya', '38'])
    expect(report).toContain(part)
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([])
})
