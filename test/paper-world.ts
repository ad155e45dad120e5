import { recordAttendance } from '../src/modules/attendance/operations/record.ts'
import { releaseProgramme } from '../src/modules/meetings/operations/programmes.ts'
import { addSession } from '../src/modules/meetings/operations/sessions.ts'
import { createMeeting } from '../src/modules/meetings/operations/write.ts'
import { type MeetingDetail, meetingKindId } from '../src/modules/meetings/schema/meetings.ts'
import type { ProgrammeView } from '../src/modules/meetings/schema/programmes.ts'
import type { Actor } from '../src/platform/authority/actor.ts'
import { newId } from '../src/platform/operation/operation.ts'
import { as, db, now, office } from './world.ts'

type Texts = { title?: string; name?: string; position?: string }

/** A meeting of KPU RI on 10 and 11 March with an opening, a class and a closing; three offices and a guest were invited. */
export async function invitedMeeting(officer: Actor, sari: Actor, { title = 'Rapat koordinasi nasional', name, position }: Texts = {}) {
  const plan = {
    kindId: meetingKindId('rakor'),
    office: '00',
    mode: 'hybrid',
    place: 'Hotel Jakarta',
    objectives: ['Menyepakati format data'],
  }
  const { id }: MeetingDetail = await as(officer)(createMeeting, {
    ...plan,
    title,
    theme: 'Bersinergi',
    legalBasis: 'UU 7/2017',
    startsAt: '2026-03-10T09:00',
    endsAt: '2026-03-11T12:00',
  })
  const add = (more: object) => as(officer)(addSession, { meeting: id, ...more })
  await add({ kind: 'plenary', title: 'Pembukaan', startsAt: '2026-03-10T09:00', endsAt: '2026-03-10T10:00' })
  await add({ kind: 'class', title: 'Hukum', class: 'Kelas A', startsAt: '2026-03-10T10:00', endsAt: '2026-03-10T11:00', room: 'Ruang 2' })
  await add({ kind: 'plenary', title: 'Penutupan', startsAt: '2026-03-11T09:00', endsAt: '2026-03-11T10:00' })
  const { rev } = await db.selectFrom('meeting').select('rev').where('id', '=', id).executeTakeFirstOrThrow()
  const { sessions }: ProgrammeView = await as(officer)(releaseProgramme, { meeting: id, rev, confirm: true })
  const [opening, lesson, closing] = ['Pembukaan', 'Hukum', 'Penutupan'].map(title => sessions.find(each => each.title === title)!.id)
  const invite = async (who: string, code: string | null, more: object = {}) => {
    const where = code ? { office_id: office(code).id } : { institution: 'Bawaslu' }
    const key = { id: newId(), key: `g:${newId()}`, meeting_id: id, name: who, involvement: 'must' as const, mode: 'hybrid' as const }
    await db
      .insertInto('meeting_invitee')
      .values({ ...key, ...where, ...more, sent_at: now.at, letter: '12/UND/00/2026', created_at: now.at })
      .execute()
    return key.id
  }
  const people = {
    sari: await invite(name ?? 'Sari', '35.10', { person_id: sari.personId, position: position ?? 'Sekretaris', rank: 20 }),
    wahyu: await invite('Wahyu', '35', { position: 'Ketua', rank: 1 }),
    rina: await invite('Rina', '51', { position: 'Ketua Divisi Hukum', rank: 10 }),
    guest: await invite('Tamu', null),
  }
  await db.insertInto('meeting_reader').values({ meeting_id: id, person_id: sari.personId! }).execute()
  return { id, opening: opening!, lesson: lesson!, closing: closing!, people }
}

/** Somebody comes, or whatever `more` says, so many minutes after nine on the day of the session. */
export const noted = (officer: Actor, meeting: string, session: string, invitee: string, at: string, more: object = {}) =>
  as(officer)(recordAttendance, { meeting, events: [{ id: newId(), session, invitee, at, source: 'Meja 1', method: 'qr', ...more }] })

/** Somebody goes in the place of an invitee. */
export async function proxyFor(meeting: string, invitee: string, name: string, more: object = {}): Promise<void> {
  await db
    .insertInto('meeting_proxy')
    .values({ id: newId(), meeting_id: meeting, invitee_id: invitee, name, scopes: ['attend', 'speak'], created_at: now.at, ...more })
    .execute()
}
