import { meetingKindId } from '../../src/modules/meetings/schema/meetings.ts'
import { fingerprint } from '../../src/modules/minutes/rules/fingerprint.ts'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { dayIn } from '../../src/platform/i18n/format.ts'
import { newId } from '../../src/platform/operation/operation.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, now } from '../world.ts'

const text = { speaker: 'Rahasia Narasumber', text: 'Rahasia uraian narasumber', conclusion: 'Rahasia simpulan sesi' }
const titles: Readonly<Record<string, string>> = {
  [example.draftSession]: 'Rahasia pembukaan',
  [example.minutesSession]: 'Rahasia sesi tanpa notula',
  [example.sentSession]: 'Rahasia sesi terkirim',
  [example.approvedSession]: 'Rahasia sesi disetujui',
  [example.distributedSession]: 'Rahasia sesi diedarkan',
}

/** Minutes in each state that something can be done in, written by the colleague; one session has none. */
export async function seedMinutes(): Promise<void> {
  const starts_at = new Date(now.at.getTime() - 80_000_000)
  const meeting_id = example.minutesMeeting
  await db
    .insertInto('meeting')
    .values({
      id: meeting_id,
      number: 'RP-2020-0041',
      kind_id: meetingKindId('monev'),
      title: 'Rahasia rapat dengan notula',
      office_id: officeId('35.10'),
      mode: 'onsite',
      place: 'Rahasia aula',
      starts_at,
      state: 'running',
      created_at: now.at,
    })
    .execute()
  for (const [id, title] of Object.entries(titles)) {
    await db
      .insertInto('meeting_session')
      .values({ id, meeting_id, kind: 'plenary', title, day: dayIn(starts_at), starts_at })
      .execute()
    await db.insertInto('meeting_slot').values({ session_id: id, meeting_id, title, starts_at }).execute()
    await db
      .insertInto('meeting_engagement')
      .values({ session_id: id, person_id: example.colleague, meeting_id, involvement: 'must', roles: ['speaks'] })
      .execute()
  }
  const part = { id: newId(), role: 'speaks', personId: example.colleague, name: 'Budi Rahasia', institution: null, involvement: 'must' }
  const session = { description: null, class: null, owner: null, room: null, day: dayIn(starts_at), endsAt: null }
  const sessions = Object.entries(titles).map(([id, title]) => ({
    ...session,
    id,
    kind: 'plenary',
    title,
    startsAt: starts_at.toISOString(),
    parts: [{ ...part, behalfOf: null, readsMessage: false }],
  }))
  await db
    .insertInto('meeting_release')
    .values({ id: newId(), meeting_id, number: 1, sessions: JSON.stringify(sessions), changes: JSON.stringify([]), at: now.at })
    .execute()
  const of = (id: string, session_id: string, state: 'draft' | 'sent' | 'approved' | 'distributed') => {
    const title = titles[session_id]!
    const frozen = { meeting: 'RP-2020-0041', title, passages: [text], decisions: [] }
    const approval = { frozen: JSON.stringify(frozen), hash: fingerprint(frozen), approved_at: now.at, approved_by: example.person }
    return { id, meeting_id, session_id, title, state, created_at: now.at, ...(state === 'draft' || state === 'sent' ? {} : approval) }
  }
  const all = [
    of(example.minutes, example.draftSession, 'draft'),
    of(example.sentMinutes, example.sentSession, 'sent'),
    of(example.approvedMinutes, example.approvedSession, 'approved'),
    of(example.distributedMinutes, example.distributedSession, 'distributed'),
  ]
  for (const minutes of all) {
    await db.insertInto('minutes').values(minutes).execute()
    await db
      .insertInto('minutes_passage')
      .values({
        ...text,
        id: minutes.state === 'draft' ? example.passage : newId(),
        minutes_id: minutes.id,
        seq: 1,
        by: example.colleague,
        at: now.at,
      })
      .execute()
    await db.insertInto('minutes_writer').values({ minutes_id: minutes.id, person_id: example.colleague }).execute()
    await db
      .insertInto('minutes_event')
      .values({ id: newId(), minutes_id: minutes.id, kind: 'begun', by: example.colleague, at: now.at })
      .execute()
  }
  await db
    .insertInto('minutes_passage')
    .values({ ...text, id: example.secondPassage, minutes_id: example.minutes, seq: 2, by: example.colleague, at: now.at })
    .execute()
  await db
    .insertInto('minutes_correction')
    .values({
      id: example.correction,
      minutes_id: example.distributedMinutes,
      text: 'Rahasia: yang saya sampaikan adalah hari Selasa.',
      by: example.person,
      at: now.at,
    })
    .execute()
  await seedDecisions(meeting_id, starts_at)
}

/** A decision in a draft, one that waits, one that the example's follow-up carries out, and the next meeting of the kind. */
async function seedDecisions(meeting_id: string, starts_at: Date): Promise<void> {
  const decided = {
    meeting_id,
    kind: 'decision' as const,
    text: 'Rahasia keputusan tentang narahubung',
    office_id: officeId('35.10'),
    result: 'adopted' as const,
    note: 'Rahasia penjelasan',
    due_on: '2020-01-31',
    created_at: now.at,
  }
  await db
    .insertInto('decision')
    .values([
      { ...decided, id: example.decision, minutes_id: example.minutes, seq: 1, number: 'RP-2020-0041/1' },
      { ...decided, id: example.distributedDecision, minutes_id: example.distributedMinutes, seq: 2, number: 'RP-2020-0041/2' },
      { ...decided, id: example.linkedDecision, minutes_id: example.distributedMinutes, seq: 3, number: 'RP-2020-0041/3' },
    ])
    .execute()
  await db.insertInto('decision_follow_up').values({ decision_id: example.linkedDecision, follow_up_id: example.followUp }).execute()
  await db
    .insertInto('meeting')
    .values({
      id: example.nextMeeting,
      number: 'RP-2020-0042',
      kind_id: meetingKindId('monev'),
      title: 'Rahasia rapat berikutnya',
      office_id: officeId('35.10'),
      mode: 'onsite',
      place: 'Rahasia aula',
      starts_at: new Date(starts_at.getTime() + 30 * 86_400_000),
      state: 'planned',
      created_at: now.at,
    })
    .execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/notula/:id': [
    { id: example.minutes },
    { id: example.sentMinutes },
    { id: example.approvedMinutes },
    { id: example.distributedMinutes },
  ],
  '/notula/:id/riwayat': [{ id: example.minutes }],
  '/notula/:id/sidik-jari': [{ id: example.approvedMinutes }],
  '/notula/:id/bagian/:passage': [{ id: example.minutes, passage: example.passage }],
  '/notula/:id/pengembalian': [{ id: example.sentMinutes }],
  '/notula/:id/keputusan': [{ id: example.minutes }],
  '/keputusan': [{}, '/keputusan?hasil=adopted&terbuka=ya', '/keputusan?q=tidak-ada-yang-begini'],
  '/keputusan/:id': [{ id: example.decision }, { id: example.distributedDecision }, { id: example.linkedDecision }],
  '/keputusan/:id/ubah': [{ id: example.decision }],
  '/keputusan/:id/tindak-lanjut': [{ id: example.distributedDecision }],
}
