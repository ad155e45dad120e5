import { createHash } from 'node:crypto'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { newId } from '../../src/platform/operation/operation.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, kernel, now } from '../world.ts'

/** One queue in which all can be done with its entries, one in which somebody presents, one whose clock stands, a session without one. */
export async function seedRounds(): Promise<void> {
  const sessions = [example.roundSession, newId(), newId(), example.otherRoundSession, newId(), newId()]
  const title = 'Rahasia putaran'
  await db
    .insertInto('meeting_session')
    .values(sessions.map(id => ({ id, meeting_id: example.runningMeeting, kind: 'round', title })))
    .execute()
  const plain = { kind: 'round', title, description: null, class: null, owner: null, room: null, day: null, startsAt: null, endsAt: null }
  const judge = {
    id: newId(),
    role: 'judges',
    personId: example.colleague,
    name: 'Rahasia juri',
    institution: null,
    involvement: 'must',
    behalfOf: null,
    readsMessage: false,
  }
  await db
    .insertInto('meeting_release')
    .values({
      id: newId(),
      meeting_id: example.runningMeeting,
      number: 2,
      sessions: JSON.stringify(sessions.map(id => ({ ...plain, id, parts: [judge] }))),
      changes: JSON.stringify([]),
      at: now.at,
    })
    .execute()
  const queue = { order: [] as string[], used: {}, over: {} }
  const round = { meeting_id: example.runningMeeting, title, minutes: 10, created_at: now.at }
  await db
    .insertInto('round')
    .values([
      {
        ...round,
        id: example.round,
        session_id: sessions[0]!,
        queue: JSON.stringify({ ...queue, order: [example.roundEntry], over: { [example.doneEntry]: 'done' } }),
      },
      { ...round, id: example.runningRound, session_id: sessions[1]!, queue: JSON.stringify(queue) },
      { ...round, id: example.pausedRound, session_id: sessions[2]!, queue: JSON.stringify(queue) },
    ])
    .execute()
  const entry = { office_id: officeId('35.10'), stage: 'Rahasia tahapan', topic: 'Rahasia topik', minutes: 10, created_at: now.at }
  const bytes = new TextEncoder().encode('Rahasia;paparan\n')
  const key = 'rahasia/paparan'
  await kernel.files.disk.put(key, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await db
    .insertInto('stored_file')
    .values({
      id: example.roundFile,
      name: 'rahasia-paparan.csv',
      type: 'text/csv',
      size: bytes.byteLength,
      sha256,
      key,
      created_at: now.at,
    })
    .execute()
  const [running, paused] = [newId(), newId()]
  await db
    .insertInto('round_entry')
    .values([
      { ...entry, id: example.roundEntry, round_id: example.round, file_id: example.roundFile },
      { ...entry, id: example.doneEntry, round_id: example.round },
      { ...entry, id: running, round_id: example.runningRound },
      { ...entry, id: paused, round_id: example.pausedRound },
    ])
    .execute()
  await seedAwards(sessions.slice(4))
  await db.updateTable('round').set({ current_id: running, since: now.at }).where('id', '=', example.runningRound).execute()
  await db.updateTable('round').set({ current_id: paused }).where('id', '=', example.pausedRound).execute()
  await db
    .insertInto('round_event')
    .values({ id: newId(), round_id: example.round, seq: 1, kind: 'added', entry_id: example.roundEntry, at: now.at })
    .execute()
}

/** A round whose award is planned, one that the colleague marks and in which an office of Bali presents too, one that has stopped. */
async function seedAwards([open, stopped]: string[]): Promise<void> {
  const title = 'Rahasia putaran'
  const round = { meeting_id: example.runningMeeting, title, minutes: 10, created_at: now.at }
  const over = { [example.awardEntry]: 'done', [example.otherAwardEntry]: 'done' }
  await db
    .insertInto('round')
    .values([
      { ...round, id: example.openAwardRound, session_id: open!, queue: JSON.stringify({ order: [], used: {}, over }) },
      {
        ...round,
        id: example.stoppedAwardRound,
        session_id: stopped!,
        queue: JSON.stringify({ order: [], used: {}, over: { [example.wonEntry]: 'done' } }),
      },
    ])
    .execute()
  const entry = { stage: 'Rahasia tahapan', topic: 'Rahasia topik', minutes: 10, created_at: now.at }
  await db
    .insertInto('round_entry')
    .values([
      { ...entry, id: example.awardEntry, round_id: example.openAwardRound, office_id: officeId('51.71') },
      { ...entry, id: example.otherAwardEntry, round_id: example.openAwardRound, office_id: officeId('35.10') },
      { ...entry, id: example.wonEntry, round_id: example.stoppedAwardRound, office_id: officeId('35.10') },
    ])
    .execute()
  const award = { jury_weight: 70, audience_weight: 30, tie_rule: 'jury' as const, rev: 1 }
  const office = { id: officeId('35.10'), name: 'Rahasia satuan kerja' }
  const score = { n: '1', d: '2', read: 50 }
  const row = {
    entry: example.wonEntry,
    office,
    stage: 'Rahasia tahapan',
    topic: 'Rahasia topik',
    jury: score,
    audience: score,
    total: score,
  }
  const result = {
    rows: [{ ...row, marked: 1, abstained: 0, votes: 1, voters: 2, rank: 1 }],
    jury: [{ id: example.colleague, name: 'Rahasia juri', office: null }],
    offices: [{ ...office, voted: ['Rahasia tahapan'] }],
    uncounted: { marks: 0, votes: 0 },
  }
  await db
    .insertInto('award')
    .values([
      { ...award, round_id: example.round, state: 'draft' },
      { ...award, round_id: example.openAwardRound, state: 'open', opened_at: now.at },
      {
        ...award,
        round_id: example.stoppedAwardRound,
        state: 'stopped',
        opened_at: now.at,
        stopped_at: now.at,
        result: JSON.stringify(result),
      },
    ])
    .execute()
  const criterion = { seq: 0, name: 'Rahasia kriteria', weight: 1, levels: JSON.stringify(['Rahasia kurang', 'Rahasia baik']) }
  await db
    .insertInto('award_criterion')
    .values([
      { ...criterion, id: newId(), round_id: example.round },
      { ...criterion, id: example.awardCriterion, round_id: example.openAwardRound },
    ])
    .execute()
  await db.insertInto('award_judge').values({ round_id: example.round, person_id: example.formerPerson }).execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/rapat/:id/putaran': [{ id: example.runningMeeting }],
  '/putaran/:id': [{ id: example.round }, { id: example.runningRound }, { id: example.pausedRound }],
  '/putaran/:id/layar': [{ id: example.runningRound }],
  '/putaran/:id/jam': [{ id: example.runningRound }],
  '/putaran/:id/penampil': [{ id: example.round }],
  '/putaran/:id/penghargaan': [{ id: example.round }, { id: example.openAwardRound }, { id: example.stoppedAwardRound }],
  '/putaran/:id/penghargaan/aturan': [{ id: example.round }],
  '/putaran/:id/pemenang': [{ id: example.stoppedAwardRound }],
  '/putaran/:id/penampil/:entry': [{ id: example.round, entry: example.roundEntry }],
}
