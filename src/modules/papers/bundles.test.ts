import { afterAll, beforeAll, expect, test } from 'vitest'
import { bare, pdfPages } from '../../../test/document-text.ts'
import { invitedMeeting } from '../../../test/paper-world.ts'
import { as, browser, db, kernel, now, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import type { Paper } from '../../platform/documents/paper.ts'
import { newId } from '../../platform/operation/operation.ts'
import { findRun } from '../../platform/runs/find.ts'
import { isOver } from '../../platform/runs/run.ts'
import { listParts, unpack } from '../../platform/spreadsheets/archive.ts'
import { bytesOf, type FileAnswer } from '../../platform/values/file-answer.ts'
import { cancel } from '../runs/operations/moving.ts'
import { attachLetters, downloadLetters, makeLetters, nextLetters, showLetters } from './operations/letters.ts'
import { showPaper } from './operations/papers.ts'
import { makingLetters } from './runs.ts'
import type { MeetingLetters } from './schema/letters.ts'

let officer: Actor, sari: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  officer = await person('Bagus', 'cooperation_officer')
  sari = await person('Sari', 'office_operator', '35.10', false)
})
afterAll(() => kernel.close())

/** A meeting to which 104 are invited: two files of letters. */
async function many() {
  const { id, people } = await invitedMeeting(officer, sari)
  const row = { meeting_id: id, involvement: 'must' as const, mode: 'onsite' as const, created_at: now.at, institution: 'Lembaga' }
  await db
    .insertInto('meeting_invitee')
    .values(Array.from({ length: 100 }, (_, at) => ({ ...row, id: newId(), key: `g:${at}`, name: `Undangan ke-${at}.` })))
    .execute()
  return { id, people }
}
const begun = async (meeting: string): Promise<string> => ((await as(officer)(makeLetters, { meeting })) as MeetingLetters).bundle!.run
async function step(run: string): Promise<void> {
  await makingLetters.step(kernel, officer, (await findRun(db, run))!)
}
async function finished(meeting: string): Promise<string> {
  const run = await begun(meeting)
  while (!isOver((await findRun(db, run))!)) await step(run)
  return run
}
async function archive(meeting: string, by = officer) {
  const bytes = await bytesOf((await as(by)(downloadLetters, { meeting })) as FileAnswer)
  return [...listParts(bytes, 100_000_000)].map(([name, part]) => ({ name, bytes: unpack(bytes, part) }))
}

test('all letters of a meeting are made file by file, each once, and say what the letter of each says alone', {
  timeout: 60_000,
}, async () => {
  const { id, people } = await many()
  const run = await begun(id)
  expect((await begun(id)) === run).toBe(true)
  await step(run)
  await step(run)
  const half: MeetingLetters = await as(officer)(showLetters, { meeting: id })
  expect([half.invited, half.bundle!.done, half.bundle!.total, half.bundle!.files]).toEqual([104, 100, 104, 2])
  await expect(as(officer)(downloadLetters, { meeting: id })).rejects.toMatchObject({ code: 'conflict' })
  const again = { id: run, seq: 1, letters: 100, after: 'x', file: { name: 'x.pdf', bytes: new Uint8Array([1]) } }
  await as(officer, 'job')(attachLetters, again)
  await step(run)
  expect((await findRun(db, run))!.state).toBe('done')
  expect(await as(officer, 'job')(nextLetters, { id: run })).toBeNull()

  const files = await archive(id)
  expect(files.map(({ name }) => name)).toEqual([
    '00 Surat undangan.pdf',
    '01 Surat undangan 0001–0100.pdf',
    '02 Surat undangan 0101–0104.pdf',
  ])
  const pages = await Promise.all(files.map(({ bytes }) => pdfPages(new Uint8Array(bytes))))
  expect(pages.slice(1).map(all => all.length)).toEqual([100, 4])
  const letters = pages.slice(1).flat()
  const { paper }: { paper: Paper } = await as(officer)(showPaper, { meeting: id, kind: 'letter', of: people.sari })
  const own = letters.filter(text => text.includes(bare('Yth. Sari')))
  expect(own).toHaveLength(1)
  for (const block of paper.blocks) if (block.kind === 'text') for (const text of block.paragraphs) expect(own[0]).toContain(bare(text))
  for (let at = 0; at < 100; at++) expect(letters.filter(text => text.includes(bare(`Yth. Undangan ke-${at}.`)))).toHaveLength(1)
})

test('only whoever writes the meetings of its office makes, follows and has the letters; a cancelled one hands out none', {
  timeout: 60_000,
}, async () => {
  const { id } = await invitedMeeting(officer, sari)
  for (const operation of [makeLetters, showLetters, downloadLetters])
    await expect(as(sari)(operation, { meeting: id })).rejects.toMatchObject({ code: 'forbidden' })
  const run = await begun(id)
  await step(run)
  await as(officer)(cancel, { id: run })
  await expect(as(officer)(downloadLetters, { meeting: id })).rejects.toMatchObject({ code: 'conflict' })
  const { files } = (await as(officer)(showLetters, { meeting: id })).bundle
  expect(files).toBe(1)
  await finished(id)
  expect(await archive(id)).toHaveLength(2)
  const html = await (await (await browser(sari)).get(`/rapat/${id}/naskah`)).text()
  expect(html).not.toMatch(/naskah\/surat["/]/)
  expect(await (await (await browser(officer)).get(`/rapat/${id}/naskah`)).text()).toContain(`/rapat/${id}/naskah/surat/zip`)
})

test('nobody invited, nothing to make', async () => {
  const { id } = await invitedMeeting(officer, sari)
  await db.updateTable('meeting_invitee').set({ withdrawn_at: now.at }).where('meeting_id', '=', id).execute()
  await expect(as(officer)(makeLetters, { meeting: id })).rejects.toMatchObject({ code: 'conflict' })
})
