import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { type Application, enlist, startApplication } from './application.ts'
import { launch } from './launch.ts'
import { answerAsOffice, answerAsPartner, boardShows, invitePartners, openCycle } from './steps/evaluation.ts'
import { cannotJudgeOwnWork, followUpFinding, reportDone, verify } from './steps/follow-up.ts'
import { addObligations, importRegister, letContactIn } from './steps/register.ts'
import { dashboardRows, makeReport, sameNumbers } from './steps/report.ts'
import { enterByLink, linkInKeptLetter, signIn } from './steps/sign-in.ts'
import { tell, type Visitor } from './visitor.ts'

const agreement = 'Magang dan Pengembangan SDM di Kota Madiun'
const partner = 'Badan Statistik Warga'
const contact = { name: 'Laksmi Paramita', email: 'laksmi@mitra.contoh.id' }
const obstacle = 'Data triwulan ketiga terlambat dua bulan karena server mitra dipindahkan.'
const days = { periodFrom: '2025-01-01', periodTo: '2025-12-31', opensOn: '2025-11-20', dueOn: '2025-12-10', closesOn: '2025-12-31' }
const evidence = { name: 'jadwal-data.csv', mimeType: 'text/csv', buffer: Buffer.from('tahap,tanggal\npenyerahan,2025-11-30\n') }
const action = 'Menyepakati jadwal penyerahan data setiap triwulan'

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

test('from a list in a spreadsheet to a report: import, ask both sides, find an obstacle, follow it up, report', {
  timeout: 240_000,
}, async () => {
  const people: Visitor[] = []
  onTestFailed(() => tell(people))
  const enter = async (name: string, role: Parameters<typeof enlist>[2], office: string) => {
    const person = await signIn(browser, application, await enlist(application, name, role, office))
    people.push(person)
    return person
  }

  const officer = await enter('Bagus Prakoso', 'cooperation_officer', '00')
  await importRegister(officer, 124)
  await addObligations(officer, agreement, [
    { side: 'Mitra', text: 'Menyediakan data kependudukan setiap triwulan' },
    { side: 'Para pihak', text: 'Mengadakan rapat koordinasi dua kali setahun' },
  ])
  await letContactIn(officer, agreement, partner, contact)
  const cycle = await openCycle(officer, 'Evaluasi Kerja Sama 2025', days)
  await invitePartners(officer, cycle)

  const operator = await enter('Fitri Handayani', 'office_operator', '35.77')
  const kpu = await answerAsOffice(operator, agreement, {
    seed: 1,
    obligations: [{ obligation: 'part', obligation_cause: 'data', obligation_obstacle: obstacle }, { obligation: 'full' }],
  })

  const administrator = await enter('Ratna Dewi Lestari', 'national_admin', '00')
  const link = await linkInKeptLetter(administrator, contact.email, /^Undangan mengisi 2 evaluasi: /)
  const guest = await enterByLink(browser, application, link, contact.name)
  people.push(guest)
  await guest.page.getByRole('link', { name: agreement }).first().click()
  expect(await guest.page.content(), 'one side sees nothing of the other before it has answered').not.toContain(obstacle)
  const theirs = await answerAsPartner(guest, agreement, { seed: 0, obligations: [{ obligation: 'full' }, { obligation: 'full' }] })
  await boardShows(officer, cycle, { kpu, partner: theirs })

  const leader = await enter('Joko Susilo', 'office_leader', '35.77')
  const followUp = await followUpFinding(officer, obstacle, { action, owner: 'Joko Susilo', dueOn: '2025-12-15' })
  await reportDone(leader, followUp, action, evidence)
  await cannotJudgeOwnWork(leader, followUp)
  const inspector = await enter('Endang Purwaningsih', 'inspector', '35')
  await verify(inspector, followUp, evidence)

  const rows = await dashboardRows(officer, cycle)
  await sameNumbers(await makeReport(officer, cycle), rows)
  expect(rows).toContainEqual(['Data atau sistem', '1'])
  expect(rows).toContainEqual(['Selesai', '1'])

  expect(people.flatMap(({ complaints }) => complaints)).toEqual([])
})
