import { Document, Packer } from 'docx'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { agreement, openedCycle, partner } from '../../../test/evaluation-world.ts'
import { as, kernel, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import type { Run } from '../../platform/runs/run.ts'
import type { Cycle } from '../evaluation/schema.ts'
import { attachReport, computeReport, freezeReport } from './operations/making.ts'
import { createReport, showReport } from './operations/reports.ts'
import { making } from './runs.ts'
import type { Report } from './schema.ts'

let officer: Actor
let cycle: Cycle
beforeAll(async () => {
  officer = await person('Pengelola', 'cooperation_officer', '35.10')
  await agreement('Laporan', ['35.10'], [await partner('Mitra laporan')])
  cycle = await openedCycle(await person('Admin', 'national_admin'), '00')
})
afterAll(() => kernel.close())

test('the figures of a report are computed and frozen in its first step alone, and the documents are made of what was kept', {
  timeout: 60_000,
}, async () => {
  const asked = [computeReport, freezeReport].map(({ input }) => vi.spyOn(input, 'safeParse'))
  const signatory = { name: 'Hendra', position: 'Sekretaris', place: 'Jakarta' }
  const { id } = await as(officer)<Report>(createReport, { cycle: cycle.id, signatory })
  const step = () => making.step(kernel, officer, { subjectId: id } as Run)
  const shown = () => as(officer)<Report>(showReport, { id })
  const times = () => asked.map(({ mock }) => mock.calls.length)

  await step()
  const { hash, files } = await shown()
  expect([hash?.length, files, times()]).toEqual([64, { pdf: null, word: null, xlsx: null }, [1, 1]])

  const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [] })))
  for (const form of ['pdf', 'word']) await as(officer, 'job')(attachReport, { id, form, file: { name: `laporan.${form}`, bytes } })
  await step()
  const report = await shown()
  expect([report.state, report.hash, report.files.xlsx, times()]).toEqual(['ready', hash, expect.any(String), [1, 1]])
  await step() // it is over
  expect(times()).toEqual([1, 1])
})
