import { sendInvitations } from '../../src/modules/invitations/operations/letters.ts'
import { createRule } from '../../src/modules/invitations/operations/rules.ts'
import { linkToken } from '../../src/modules/invitations/rules/links.ts'
import { answerVoice, joinVoice, setVoiceAside } from '../../src/modules/voices/operations/act.ts'
import { makeFinding } from '../../src/modules/voices/operations/find.ts'
import { listVoices } from '../../src/modules/voices/operations/read.ts'
import { sendVoice, sendVoiceByLink } from '../../src/modules/voices/operations/send.ts'
import type { Kind, Topic } from '../../src/modules/voices/schema/voices.ts'
import { anonymous } from '../../src/platform/authority/actor.ts'
import { call } from '../../src/platform/operation/operation.ts'
import { addDays } from '../../src/platform/values/clock.ts'
import type { Stage } from './cycles.ts'

/**
 * What participants said from their seats in the sharing meeting of this month: the same by several offices, in the same words and in
 * others; some answered, some made findings, one set aside, some waiting; a guest by the link of the invitation.
 */
export function speakUp({ at, diary, kernel, people, officer }: Stage): void {
  const day = (from: number) => addDays(kernel.clock.today(), from)
  const { db } = kernel.store
  const maya = people.find(({ name }) => name === 'Maya Anggraini')!
  diary.on(day(-24), async () => {
    const row = await db.selectFrom('meeting').select('id').where('title', 'like', 'Rapat Berbagi Pengalaman%').executeTakeFirstOrThrow()
    const meeting = row.id
    const then = at(day(-24))
    const invited = { meeting, involvement: 'expected', mode: 'online' } as const
    for (const { personId, partner } of people)
      if (personId && !partner) await call(then, officer, createRule, { ...invited, kind: 'person', person: personId }, 'setup')
    const guest = { guest: 'Dr. Yunita Larasati', institution: 'Pusat Studi Pemilu', email: 'yunita.larasati@contoh.id' }
    await call(then, officer, createRule, { ...invited, kind: 'guest', ...guest }, 'setup')
    await call(then, officer, sendInvitations, { meeting }, 'setup')
    await kernel.jobs.drain(then)
    diary.on(day(-12), () => say(meeting))
    diary.on(day(-11), () => answer(meeting))
  })

  async function say(meeting: string): Promise<void> {
    const then = at(day(-12))
    for (const [who, kind, text, about] of said) {
      const person = people.find(({ name }) => name === who)
      const draft = { kind, text, about }
      if (person) await call(then, person, sendVoice, { ...draft, meeting }, 'setup')
      else await call(then, { ...anonymous(), name: who }, sendVoiceByLink, { ...draft, ...(await link(meeting, who)) }, 'setup')
    }
  }

  async function link(meeting: string, name: string): Promise<{ token: string; key: string }> {
    const row = await db
      .selectFrom('meeting_invitee')
      .select(['id', 'link_version'])
      .where('meeting_id', '=', meeting)
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
    return { token: linkToken(kernel.secret, { invitee: row.id, version: row.link_version }), key: kernel.secret }
  }

  async function answer(meeting: string): Promise<void> {
    const then = at(day(-11))
    const topic = async (text: string): Promise<Topic> =>
      (await call(then, maya, listVoices, { meeting }, 'setup')).topics.find(each => each.text.startsWith(text))!
    const [same, others] = [await topic('Narahubung mitra'), await topic('Pejabat penghubung')]
    await call(then, maya, joinVoice, { id: others.id, rev: others.rev, into: same.id }, 'setup')
    const joined = await topic('Narahubung mitra')
    const coordination = { kind: 'obstacle', category: 'coordination' } as const
    await call(
      then,
      officer,
      makeFinding,
      { id: joined.id, rev: joined.rev, ...coordination, reply: 'Dicatat sebagai temuan nasional.' },
      'setup',
    )
    const solution = await topic('Kami memakai')
    await call(then, officer, makeFinding, { id: solution.id, rev: solution.rev, kind: 'solution' }, 'setup')
    const question = await topic('Kapan')
    const reply = 'Format pertukaran data dibagikan bersama notula rapat ini.'
    await call(then, maya, answerVoice, { id: question.id, rev: question.rev, reply }, 'setup')
    const critique = await topic('Undangan rapat')
    const reason = 'Undangan dikirim tiga belas hari sebelumnya, sesuai pedoman.'
    await call(then, maya, setVoiceAside, { id: critique.id, rev: critique.rev, reason }, 'setup')
  }
}

const said: [who: string, kind: Kind, text: string, about?: string][] = [
  ['Deni Kurniawan', 'obstacle', 'Narahubung mitra sering berganti tanpa pemberitahuan'],
  ['Wahyu Setiadi', 'obstacle', 'Narahubung mitra sering berganti tanpa pemberitahuan.'],
  ['Euis Komariah', 'obstacle', 'narahubung mitra sering berganti, tanpa pemberitahuan'],
  ['Asep Hidayat', 'obstacle', 'Pejabat penghubung di kepolisian diganti dua kali dalam satu tahapan'],
  ['Deni Kurniawan', 'question', 'Kapan format pertukaran data dibagikan?'],
  ['Wahyu Setiadi', 'solution', 'Kami memakai satu grup piket bersama kejaksaan dan kepolisian selama pemungutan suara'],
  ['Euis Komariah', 'criticism', 'Undangan rapat datang terlalu dekat dengan hari rapat'],
  ['Asep Hidayat', 'suggestion', 'Sediakan contoh perjanjian dengan pemerintah desa'],
  ['Dr. Yunita Larasati', 'suggestion', 'Libatkan perguruan tinggi dalam evaluasi setiap tahapan'],
]
