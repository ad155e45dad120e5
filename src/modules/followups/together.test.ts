import { afterAll, expect, test } from 'vitest'
import { as, db, kernel, office, person } from '../../../test/world.ts'
import type { Refusal } from '../../platform/refusals/refusal.ts'
import { createFollowUp } from './operations/create.ts'
import { showFollowUp } from './operations/read.ts'
import { reportFollowUp } from './operations/report.ts'
import { verifyFollowUp } from './operations/verify.ts'

afterAll(() => kernel.close())

const draft = (ownerId: string) => ({ action: 'Menyusun jadwal koordinasi', officeId: office('35.10').id, ownerId, dueOn: '2025-12-10' })

test('of several verdicts at once exactly one counts, and the others are told that it is done', async () => {
  const sari = await person('Sari', 'office_operator', '35.10')
  const judges = await Promise.all(['Dewi', 'Wayan', 'Made', 'Putu'].map(name => person(name, 'office_leader', '35.10')))
  const { id } = await as(sari)(createFollowUp, draft(sari.personId!))
  await as(sari)(reportFollowUp, { id, note: 'Sudah dikerjakan' })
  const outcomes = await Promise.allSettled(
    judges.map((judge, at) => as(judge)(verifyFollowUp, { id, adequate: at % 2 === 0, note: 'Sudah diperiksa' })),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect((outcome.reason as Refusal).code).toBe('conflict')
  const { events } = await as(sari)(showFollowUp, { id })
  expect(events.filter(({ kind }: { kind: string }) => kind === 'verified' || kind === 'returned')).toHaveLength(1)
})

test('a report and a verdict of the same person at once never both hold', async () => {
  const sari = await person('Sari', 'office_operator', '35.10')
  const dewi = await person('Dewi', 'office_leader', '35.10')
  const { id } = await as(sari)(createFollowUp, draft(sari.personId!))
  for (let turn = 0; turn < 5; turn++) {
    const outcomes = await Promise.allSettled([
      as(dewi)(reportFollowUp, { id, note: 'Sudah dikerjakan' }),
      as(dewi)(verifyFollowUp, { id, adequate: true }),
    ])
    expect(outcomes.map(({ status }) => status)).toContain('rejected')
    expect((await db.selectFrom('follow_up').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state).toBe('reported')
    const wayan = await person('Wayan', 'office_leader', '35.10')
    await as(wayan)(verifyFollowUp, { id, adequate: false, note: 'Belum lengkap' })
  }
})

test('numbers have no gap and no double when many are recorded at once, and a refused one takes none', async () => {
  const sari = await person('Sari', 'office_operator', '35.10')
  const before = await last()
  const attempts = Array.from({ length: 12 }, (_, at) =>
    as(sari)(createFollowUp, { ...draft(sari.personId!), dueOn: at % 4 === 3 ? '2020-01-01' : '2025-12-10' }),
  )
  const made = (await Promise.allSettled(attempts)).flatMap(outcome =>
    outcome.status === 'fulfilled' ? [outcome.value.number as string] : [],
  )
  expect(made.sort()).toEqual(Array.from({ length: 9 }, (_, at) => `TL-2025-${String(before + at + 1).padStart(4, '0')}`))
})

const last = async (): Promise<number> =>
  (await db.selectFrom('number_series').select('last').where('series', '=', 'TL-2025').executeTakeFirst())?.last ?? 0
