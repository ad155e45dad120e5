import { expect, test } from 'vitest'
import { renewAgreement } from '../src/modules/agreements/operations/transitions.ts'
import { rescheduleFollowUp } from '../src/modules/followups/operations/change.ts'
import { createFollowUp } from '../src/modules/followups/operations/create.ts'
import { changePosition, createPosition } from '../src/modules/organisation/operations/positions.ts'
import { defaultTemplate } from '../src/modules/reports/documents/word-template.ts'
import { agreement, partner } from './evaluation-world.ts'
import { as, browser, db, office, person } from './world.ts'

const revIn = (html: string): string => html.match(/name="rev" value="([^"]*)"/)![1]!
const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('who puts a template in force, or takes it back, that another has replaced meanwhile is shown theirs first', async () => {
  const page = await browser(await person('Nur Aini', 'cooperation_officer', '35.10'))
  const file = async (name: string) => new File([new Uint8Array(await defaultTemplate('id'))], name)
  const rev = revIn(await (await page.get('/laporan/templat')).text())
  expect((await page.post('/laporan/templat', { file: await file('milik-rekan.docx'), rev })).status).toBe(303)
  for (const [path, fields] of [
    ['/laporan/templat', { file: await file('milik-saya.docx') }],
    ['/laporan/templat/pencabutan', {}],
  ] as const) {
    const answer = await page.post(path, { ...fields, rev })
    const html = await answer.text()
    expect([path, answer.status]).toEqual([path, 409])
    expect(textOf(html)).toMatch(/Templat ini baru saja diubah orang lain\./)
    expect(textOf(html)).toContain('milik-rekan.docx')
  }
  const now = revIn(await (await page.get('/laporan/templat')).text())
  expect((await page.post('/laporan/templat/pencabutan', { rev: now })).status).toBe(303)
  expect(textOf(await (await page.get('/laporan/templat')).text())).not.toContain('milik-rekan.docx')
})

test('who meets another in a form keeps what was typed, sees what the other wrote, and may then go on', async () => {
  const admin = await person('Nur Aini', 'national_admin')
  const [id, position, followUp] = [
    await agreement('Dua orang', ['35.10'], [await partner('Mitra dua')]),
    await as(admin)<{ id: string }>(createPosition, { name: 'Kepala Bagian Lama', level: 'any' }),
    await as(admin)<{ id: string }>(createFollowUp, {
      action: 'Menyusun jadwal',
      officeId: office('35.10').id,
      ownerId: (await person('Budi', 'office_operator', '35.10', false)).personId,
      dueOn: '2025-12-10',
    }),
  ]
  await db.updateTable('agreement').set({ ends_on: '2026-01-10' }).where('id', '=', id).execute()
  const page = await browser(admin)
  const cases = [
    {
      path: `/perjanjian/${id}/masa-berlaku`,
      typed: { endsOn: '2030-01-10', note: 'catatan saya' },
      meanwhile: () => as(admin)(renewAgreement, { id, endsOn: '2029-05-06' }),
      said: '6 Mei 2029',
    },
    {
      path: `/jabatan/${position.id}/ubah`,
      typed: { name: 'Nama dari saya', level: 'any', rank: '100' },
      meanwhile: () => as(admin)(changePosition, { id: position.id, name: 'Nama dari orang lain', level: 'any' }),
      said: 'Nama dari orang lain',
    },
    {
      path: `/tindak-lanjut/${followUp.id}/tenggat`,
      typed: { dueOn: '2026-02-01', reason: 'alasan saya' },
      meanwhile: () => as(admin)(rescheduleFollowUp, { id: followUp.id, dueOn: '2026-01-05', reason: 'alasan orang lain' }),
      said: 'alasan orang lain',
    },
  ]
  for (const { path, typed, meanwhile, said } of cases) {
    const rev = revIn(await (await page.get(path)).text())
    await meanwhile()
    const answer = await page.post(path, { ...typed, rev })
    const html = await answer.text()
    expect([path, answer.status]).toEqual([path, 409])
    expect(textOf(html)).toMatch(/baru saja diubah orang lain\./)
    expect(textOf(html)).toContain('Isi terbaru yang tersimpan')
    expect(textOf(html)).toContain(said)
    for (const value of Object.values(typed)) expect(html).toContain(value)
    expect((await page.post(path, { ...typed, rev: revIn(html) })).status).toBe(303)
  }
})
