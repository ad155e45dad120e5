import { globSync, readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { agreementList } from '../src/modules/agreements/views/listing.ts'
import { trailList } from '../src/modules/audit/views/listing.ts'
import { calendarList } from '../src/modules/calendar/views/listing.ts'
import { assignmentList } from '../src/modules/evaluation/views/listing.ts'
import { findingList } from '../src/modules/findings/views/listing.ts'
import { followUpList } from '../src/modules/followups/views/listing.ts'
import { mailList } from '../src/modules/mail/views.tsx'
import { clashList } from '../src/modules/meetings/views/clash-listing.ts'
import { inboxList } from '../src/modules/notices/views/listing.ts'
import { officeList, personList, positionList } from '../src/modules/organisation/views/listings.ts'
import { partnerList } from '../src/modules/partners/views/listing.ts'
import { registerList } from '../src/modules/register/views/listing.ts'
import { runList } from '../src/modules/runs/views.tsx'
import { timerList } from '../src/modules/timers/views.tsx'
import { plainList, type Question } from '../src/web/list/list.ts'
import { browser, kernel, person } from './world.ts'

/** Every list that stands at an address of its own; the rows of one import are read by `rowList`, which is tried with an import. */
const lists: Record<string, Question> = {
  '/perjanjian': agreementList,
  '/daftar-publik': registerList,
  '/mitra': partnerList,
  '/tindak-lanjut': followUpList,
  '/bentrok': clashList,
  '/temuan': findingList,
  '/orang': personList,
  '/satuan-kerja': officeList,
  '/jabatan': positionList,
  '/evaluasi/isian': assignmentList,
  '/surat': mailList,
  '/pekerjaan': runList,
  '/jadwal-otomatis': timerList,
  '/evaluasi': plainList,
  '/impor': plainList,
  '/impor-orang': plainList,
  '/laporan': plainList,
}

afterAll(() => kernel.close())

test('a value that nobody knows is no filter on any list, and each page says so', async () => {
  const admin = await browser(await person('Nur Aini', 'national_admin'))
  const kinds = kernel.agendaKinds.map(({ kind, names }) => ({ kind, name: names.id }))
  const told = [...kernel.noticeKinds.values()].map(({ kind, names }) => ({ kind, name: names.id }))
  const all: [string, Question][] = [
    ...Object.entries(lists),
    ['/jejak', trailList(kernel.subjects)],
    ['/kalender', calendarList(kinds)],
    ['/kotak-masuk', inboxList(told)],
  ]
  const wrong: string[] = []
  let tried = 0
  for (const [path, { filters, fields }] of all) {
    const parameters = [
      // Words find nothing rather than being unknown; a field of one's own page takes any.
      ...filters
        .filter(({ field, read }) => field && (read || !fields[field]!.safeParse('tidak-dikenal').success))
        .map(each => each.parameter),
      ...filters.filter(({ control, field }) => control === 'combo' && field).map(each => each.parameter),
      'urut',
      ...(['sesudah', 'sebelum'] as const).filter(name => fields[name === 'sesudah' ? 'after' : 'before']),
    ]
    for (const parameter of parameters) {
      const answer = await admin.get(`${path}?${parameter}=tidak-dikenal`)
      const page = await answer.text()
      tried++
      if (answer.status !== 200) wrong.push(`${path}?${parameter}: ${answer.status}`)
      else if (!/tidak dikenal, jadi|tidak berlaku, jadi/.test(page)) wrong.push(`${path}?${parameter}: not said`)
      else if (page.includes(`${parameter}=tidak-dikenal&amp;`)) wrong.push(`${path}?${parameter}: still in the links`)
    }
  }
  expect(wrong).toEqual([])
  expect(tried).toBeGreaterThan(60)
})

test('no module reads the address of a list by itself', () => {
  const own = globSync('src/modules/**/*.{ts,tsx}').filter(
    file =>
      !file.includes('.test.') &&
      /\b(sesudah|sebelum): |req\.query\('(sesudah|sebelum|urut)'\)|get\('(sesudah|sebelum|urut)'\)/.test(readFileSync(file, 'utf8')),
  )
  expect(own).toEqual([])
})
