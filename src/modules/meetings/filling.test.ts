import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, db, kernel, now, person } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { exportProgramme } from './operations/exporting.ts'
import { fillProgramme } from './operations/filling.ts'
import { releaseProgramme, showProgramme } from './operations/programmes.ts'
import { addPart, addSession } from './operations/sessions.ts'
import { createMeeting } from './operations/write.ts'
import type { Filled } from './schema/filling.ts'
import { type MeetingDetail, meetingKindId } from './schema/meetings.ts'
import type { ProgrammeView } from './schema/programmes.ts'

afterAll(() => kernel.close())

let euis: Actor
beforeAll(async () => {
  now.at = new Date('2026-03-01T02:00:00Z')
  euis = await person('Euis', 'office_leader', '32', true)
})

const begin = async () =>
  (
    await as(euis)<MeetingDetail>(createMeeting, {
      kindId: meetingKindId('rakor'),
      title: 'Rapat koordinasi',
      office: '32',
      mode: 'onsite',
      place: 'Aula',
      startsAt: '2026-03-10T09:00',
      endsAt: null,
      objectives: [],
    })
  ).id
const view = (meeting: string) => as(euis)<ProgrammeView>(showProgramme, { meeting })
const fill = async (meeting: string, name: string, bytes: Uint8Array, more: object = {}) =>
  as(euis)<Filled>(fillProgramme, { meeting, rev: (await view(meeting)).rev, file: { name, bytes }, ...more })
const linesOf = ({ sessions }: { sessions: ProgrammeView['sessions'] }) =>
  sessions.map(({ id: _, rev: __, change: ___, parts, ...rest }) => ({ ...rest, parts: parts.map(({ name, role }) => `${role} ${name}`) }))

/** A released programme as both files. */
async function exported() {
  const meeting = await begin()
  const times = { startsAt: '2026-03-10T23:00', endsAt: '2026-03-11T01:00' }
  const session = { kind: 'panel' as const, title: 'Panel <b>&', room: 'Aula "A"', class: 'Kelas A', description: 'Dua baris' }
  const { sessions } = await as(euis)<ProgrammeView>(addSession, { meeting, ...session, ...times })
  const part = { session: sessions[0]!.id, rev: sessions[0]!.rev, role: 'moderates' as const, guest: 'Dr. Ani, M.H.' }
  await as(euis)(addPart, part)
  await as(euis)(addSession, { meeting, kind: 'break', title: 'Istirahat', startsAt: '2026-03-11T10:00', endsAt: null })
  await as(euis)(releaseProgramme, { meeting, rev: (await view(meeting)).rev })
  const files = await Promise.all(
    (['json', 'xml'] as const).map(async format => bytesOf(await as(euis)(exportProgramme, { meeting, format }))),
  )
  return { meeting, files }
}

test('a schedule in JSON or XML fills the draft of another meeting with the same sessions and people, after one has looked at it', async () => {
  const { meeting, files } = await exported()
  const original = linesOf(await view(meeting))
  for (const [at, bytes] of files.entries()) {
    const other = await begin()
    const seen = await fill(other, 'jadwal', bytes, { preview: true })
    expect([seen.added, seen.known, seen.sessions.map(({ title, people }) => [title, people])]).toEqual([
      2,
      0,
      [
        ['Panel <b>&', ['Dr. Ani, M.H.']],
        ['Istirahat', []],
      ],
    ])
    expect((await view(other)).sessions).toEqual([])
    expect(await db.selectFrom('meeting_session').select('id').where('meeting_id', '=', other).execute()).toEqual([])
    const filled = await fill(other, 'jadwal', bytes)
    // A room that is not said is the place of the meeting, as other systems know only rooms.
    const expected = original.map(each => ({ ...each, room: each.room ?? 'Aula' }))
    expect([at, linesOf(filled.programme)]).toEqual([at, expected])
    expect(await fill(other, 'jadwal', bytes)).toMatchObject({ added: 0, known: 2 })
  }
})

test('a file that is against the format is refused with the place of each fault, and nothing is taken', async () => {
  const meeting = await begin()
  const refused = async (text: string) => {
    const error = await fill(meeting, 'jadwal', new TextEncoder().encode(text)).then(
      () => null,
      error => error,
    )
    return (error?.fields.file ?? []).map(({ id }: { id: string }) => id.replace(/:.*$/s, ''))
  }
  expect(await refused('{"schedule": {"conference": {"days": 7, "rooms": "x"}}}')).toEqual(
    expect.arrayContaining(['/schedule/conference/days', '/schedule/conference/rooms']),
  )
  expect(await refused('{"schedule": ')).toHaveLength(1)
  expect(await refused('<schedule><conference/>')).toHaveLength(1)
  expect(await refused('<!DOCTYPE a [<!ENTITY b "c">]><schedule/>')).toHaveLength(1)
  expect(await refused('<html><body/></html>')).toEqual([expect.stringMatching(/^\/html/)])
  expect(await refused(`{"a": "${'x'.repeat(4_000_001)}"}`)).toHaveLength(1)
  expect((await view(meeting)).sessions).toEqual([])
})

test('through the page a file is looked at, then taken; what comes back otherwise is asked for again', async () => {
  const { files } = await exported()
  const meeting = await begin()
  const page = await browser(euis)
  const rev = String((await view(meeting)).rev)
  const address = `/rapat/${meeting}/acara/berkas`
  const seen = await page.post(address, { rev, file: new File([new Uint8Array(files[0]!)], 'schedule.json') })
  const html = await seen.text()
  expect([
    seen.status,
    html.includes('Panel &lt;b>&amp;') || html.includes('Panel &lt;b&gt;&amp;'),
    html.includes('2 sesi akan ditambahkan'),
  ]).toEqual([200, true, true])
  expect((await view(meeting)).sessions).toEqual([])
  const kept = html.match(/name="kept" value="([^"]+)"/)![1]!
  for (const wrong of ['', 'x', Buffer.from('kosong').toString('base64')]) {
    const answer = await page.post(address, { rev, kept: wrong })
    expect([wrong, answer.status]).toEqual([wrong, 422])
  }
  expect((await page.post(address, { rev, kept })).headers.get('location')).toBe(`/rapat/${meeting}/acara`)
  expect((await view(meeting)).sessions).toHaveLength(2)
})
