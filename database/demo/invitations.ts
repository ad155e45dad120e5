import { answerInvitation, recordAnswer } from '../../src/modules/invitations/operations/answers.ts'
import { sendInvitations } from '../../src/modules/invitations/operations/letters.ts'
import { appointProxy } from '../../src/modules/invitations/operations/proxies.ts'
import { createRule } from '../../src/modules/invitations/operations/rules.ts'
import { createMeeting } from '../../src/modules/meetings/operations/write.ts'
import { type MeetingDetail, meetingKindId } from '../../src/modules/meetings/schema/meetings.ts'
import { createPerson } from '../../src/modules/organisation/operations/persons.ts'
import { system } from '../../src/platform/authority/actor.ts'
import { actorOfPerson } from '../../src/platform/authority/load-actor.ts'
import { call } from '../../src/platform/operation/operation.ts'
import { addDays } from '../../src/platform/values/clock.ts'
import type { Stage } from './cycles.ts'

/**
 * The national meeting of next month: the secretaries of all provinces are invited, with a guest. Most have answered, in every way that
 * there is; two offices have no secretary, and nobody was told of one whose address is not known.
 */
export function inviteTo(stage: Stage): void {
  const { at, diary, kernel, officer } = stage
  const day = (from: number) => addDays(kernel.clock.today(), from)
  diary.on(day(-9), async () => {
    const then = at(day(-9))
    const { db } = kernel.store
    const staffed = db.selectFrom('appointment').select('office_id')
    const provinces = await db
      .selectFrom('office')
      .select(['code', 'name'])
      .where('kind', '=', 'province')
      .where('id', 'not in', staffed)
      .orderBy('code')
      .execute()
    const position = await db
      .selectFrom('position')
      .select('id')
      .where('kind', '=', 'sekretaris')
      .where('level', '=', 'province')
      .executeTakeFirstOrThrow()
    for (const [place, { code }] of provinces.slice(0, -2).entries()) {
      const name = `${givenNames[place % givenNames.length]} ${familyNames[(place * 5 + 3) % familyNames.length]}`
      const email = `sekretaris.${code}@contoh.go.id`
      await call(
        then,
        system(),
        createPerson,
        { name, email, office: code, positionId: position.id, fromOn: day(-200), invite: true },
        'setup',
      )
    }
  })
  diary.on(day(-8), async () => {
    const meeting = (await call(
      at(day(-8)),
      officer,
      createMeeting,
      { ...plan, startsAt: `${day(20)}T13:00`, endsAt: `${day(22)}T12:00` },
      'setup',
    )) as MeetingDetail
    type Rule = Omit<Parameters<typeof call<(typeof createRule)['input'], (typeof createRule)['output']>>[3], 'meeting'>
    const invite = (rule: Rule) => call(at(day(-8)), officer, createRule, { ...rule, meeting: meeting.id }, 'setup')
    await invite({ kind: 'positions', positions: ['Sekretaris'], levels: ['province'], involvement: 'must', mode: 'hybrid' })
    await invite({
      kind: 'guest',
      guest: 'Prof. Retno Palupi',
      institution: 'Pakar tata kelola pemilu',
      email: 'retno.palupi@contoh.id',
      mode: 'onsite',
    })
    await invite({ kind: 'guest', guest: 'Ketua Forum Rektor', institution: 'Forum Rektor', involvement: 'optional' })
    diary.on(day(-7), async () => {
      const then = at(day(-7))
      await call(then, officer, sendInvitations, { meeting: meeting.id }, 'setup')
      await kernel.jobs.drain(then)
    })
    for (const [after, share] of [2, 3, 5].entries()) diary.on(day(share - 7), () => replies(stage, meeting.id, day(share - 7), after))
  })
}

/** A third of those who were written to answer on each of three days, the last seven not at all. */
async function replies({ at, kernel, officer }: Stage, meeting: string, day: string, turn: number): Promise<void> {
  const { db } = kernel.store
  const rows = await db
    .selectFrom('meeting_invitee')
    .select(['id', 'person_id', 'rev', 'name'])
    .where('meeting_id', '=', meeting)
    .where('sent_at', 'is not', null)
    .orderBy('key')
    .execute()
  for (const [place, { id, person_id, rev, name }] of rows.entries()) {
    if (place % 3 !== turn || place >= rows.length - 7) continue
    const actor = person_id ? await actorOfPerson(db, person_id, day) : null
    const then = at(day)
    if (place % 11 === 4 && actor)
      await call(
        then,
        actor,
        appointProxy,
        { id, guest: `Wakil ${name}`, reason: 'Bertepatan dengan rapat pleno di provinsi.', scopes: ['attend', 'speak'], rev },
        'setup',
      )
    else if (place % 11 === 7 && actor)
      await call(then, actor, answerInvitation, { id, answer: 'declined', reason: 'Menunggu pemeriksaan kesehatan.', rev }, 'setup')
    else if (place % 4 === 1 && actor) await call(then, actor, answerInvitation, { id, answer: 'online', rev }, 'setup')
    else if (actor) await call(then, actor, answerInvitation, { id, answer: 'onsite', rev }, 'setup')
    else await call(then, officer, recordAnswer, { id, answer: 'onsite', rev }, 'setup')
  }
}

const plan = {
  kindId: meetingKindId('rakornas'),
  title: 'Rapat Koordinasi Nasional Tindak Lanjut Kerja Sama',
  theme: 'Setiap perjanjian mempunyai rencana aksi',
  office: '00',
  unit: 'Bagian Kerja Sama',
  mode: 'hybrid' as const,
  place: 'Hotel Samudra, Denpasar',
  link: 'https://rapat.contoh.go.id/rakornas',
  objectives: ['Menyepakati rencana aksi setiap provinsi', 'Menetapkan jadwal evaluasi berikutnya'],
}

const givenNames = [
  'Ahmad',
  'Bambang',
  'Citra',
  'Dewi',
  'Eko',
  'Farida',
  'Gunawan',
  'Hasan',
  'Indah',
  'Junaidi',
  'Kartini',
  'Lukman',
  'Maria',
  'Nurdin',
]
const familyNames = [
  'Saputra',
  'Rahmawati',
  'Siregar',
  'Hutapea',
  'Wibowo',
  'Lestari',
  'Pangaribuan',
  'Mahendra',
  'Tuhumury',
  'Yusuf',
  'Kurnia',
]
