import { addObligation } from '../../src/modules/agreements/operations/obligations.ts'
import { dismissFirstDays } from '../../src/modules/help/operations/first-days.ts'
import { showImport } from '../../src/modules/imports/operations/listing.ts'
import { importAgreements } from '../../src/modules/imports/operations/running.ts'
import { createPerson } from '../../src/modules/organisation/operations/persons.ts'
import { positionId } from '../../src/modules/organisation/schema.ts'
import { createContact, invitePartner } from '../../src/modules/partners/operations/contacts.ts'
import { type Actor, system } from '../../src/platform/authority/actor.ts'
import { actorOfPerson } from '../../src/platform/authority/load-actor.ts'
import { call, type Kernel } from '../../src/platform/operation/operation.ts'
import { addDays, clockAt } from '../../src/platform/values/clock.ts'
import { attend } from './attendance.ts'
import { chanceFrom } from './chance.ts'
import { talk } from './comments.ts'
import { runCycle } from './cycles.ts'
import { emptyDiary, hourOn } from './diary.ts'
import { inviteTo } from './invitations.ts'
import { meet } from './meetings.ts'
import { writeMinutes } from './minutes.ts'
import { openUp } from './openness.ts'
import { contacts, type DemoPerson, staff } from './people.ts'
import { registerFor } from './register.ts'
import { makeReports } from './reports.ts'
import { present } from './rounds.ts'
import { inSeries } from './series.ts'
import { timetableOf } from './timetable.ts'
import { speakUp } from './voices.ts'

/**
 * Makes the demo world once: people in all roles, the register by the real import, a closed cycle, a running one at about 60 %,
 * findings and follow-ups in every state, a report. All through the same operations as everybody's, at the hours when it would have happened.
 * @param say told what it is doing, a line at a time
 */
export async function makeDemoWorld(kernel: Kernel, say: (line: string) => void): Promise<void> {
  const { db } = kernel.store
  if (await db.selectFrom('person').select('id').limit(1).executeTakeFirst()) return
  const today = kernel.clock.today()
  const now = kernel.clock.now()
  const days = timetableOf(today)
  const at = (day: string): Kernel => ({ ...kernel, clock: clockAt(hourOn(day, now)) })
  const chance = chanceFrom(87)

  say('orang dan wewenang')
  const people = new Map<string, Actor>()
  for (const person of staff) people.set(person.name, await enlist(at(days.staffed), person))
  for (const [name, actor] of people) if (name !== newcomer) await call(at(days.staffed), actor, dismissFirstDays, {}, 'setup')
  const officer = people.get('Bagus Prakoso')!

  say('87 mitra dan 124 perjanjian, diimpor dari daftar')
  const bytes = await registerFor(days.imported, today)
  const importing = at(days.imported)
  const { batch } = await call(importing, officer, importAgreements, { file: { name: 'register-87.xlsx', bytes }, apart: [] }, 'setup')
  await kernel.jobs.drain(importing)
  const { state } = await call(importing, officer, showImport, { id: batch!.id }, 'setup')
  if (state !== 'done') throw new Error(`The import of the demo world ended as ${state}`)
  await promise(at(addDays(days.imported, 1)), officer, chance)

  say('keterbukaan')
  await openUp(at(addDays(days.imported, 2)), officer)

  say('narahubung mitra')
  for (const contact of contacts) await introduce(at(addDays(days.imported, 2)), officer, contact, chance)

  const diary = emptyDiary()
  const stage = { kernel, at, diary, chance, officer, people: [...people.values()], say }
  runCycle(stage, { ...days.closed, share: 0.94, close: true })
  runCycle(stage, { ...days.running, share: 0.62, close: false })
  diary.on(days.reported, () => makeReports(stage, days.reported, days.closed.name))
  meet(stage)
  writeMinutes(stage)
  inviteTo(stage)
  attend(stage)
  present(stage)
  speakUp(stage)
  inSeries(stage)
  talk(stage)
  await diary.live()
  say('selesai')
}

/** Who comes here for the first time: home shows the first days; contacts of partners are new too, until they have done something. */
const newcomer = 'Lia Marlina'

async function enlist(kernel: Kernel, { name, role, office, below = false, position, acting, locale }: DemoPerson): Promise<Actor> {
  const level = office === '00' ? 'national' : office!.includes('.') ? 'regency' : 'province'
  const positionIds = [positionId(position!, level), positionId(position!, 'any')]
  const known = await kernel.store.db.selectFrom('position').select('id').where('id', 'in', positionIds).executeTakeFirst()
  const person = await call(
    kernel,
    system(),
    createPerson,
    {
      name,
      email: addressOf(name, 'contoh.go.id'),
      locale: locale ?? 'id',
      office: office!,
      positionId: known?.id,
      acting,
      role,
      descendants: below,
      fromOn: kernel.clock.today(),
      invite: true,
    },
    'setup',
  )
  return (await actorOfPerson(kernel.store.db, person.id, kernel.clock.today()))!
}

/** Two to four obligations for each agreement: what an evaluation asks about. */
async function promise(kernel: Kernel, officer: Actor, chance: ReturnType<typeof chanceFrom>): Promise<void> {
  const agreements = await kernel.store.db
    .selectFrom('agreement')
    .select(['id', 'ends_on'])
    .orderBy('kpu_number')
    .orderBy('title')
    .execute()
  for (const { id, ends_on } of agreements) {
    const count = 2 + Math.floor(chance.next() * 2)
    for (let n = 0; n < count; n++) {
      const { side, text, indicator } = obligations[(n + Math.floor(chance.next() * 2) * 3) % obligations.length]!
      await call(
        kernel,
        officer,
        addObligation,
        { agreement: id, side, article: `Pasal ${4 + n}`, text, indicator, target: '1 tahun', ...(ends_on ? { dueOn: ends_on } : {}) },
        'setup',
      )
    }
  }
}

async function introduce(
  kernel: Kernel,
  officer: Actor,
  { name, partner, locale }: DemoPerson,
  chance: ReturnType<typeof chanceFrom>,
): Promise<void> {
  const { db } = kernel.store
  const candidates = await db
    .selectFrom('partner')
    .select('id')
    .where('class', '=', partner as 'university')
    .where('id', 'not in', db.selectFrom('partner_contact').select('partner_id'))
    .orderBy('name')
    .limit(8)
    .execute()
  const { id } = chance.pick(candidates)
  const email = addressOf(name, 'mitra.contoh.id')
  const contact = await call(
    kernel,
    officer,
    createContact,
    { partner: id, name, position: 'Koordinator kerja sama', email, office: '00' },
    'setup',
  )
  await call(kernel, officer, invitePartner, { id: contact.id }, 'setup')
  if (locale) await db.updateTable('person').set({ locale }).where('email', '=', email).execute()
}

const addressOf = (name: string, domain: string): string =>
  `${name
    .toLowerCase()
    .replace(/\b(dr|prof)\.\s*/g, '')
    .normalize('NFD')
    .replace(/[^a-z ]/g, '')
    .trim()
    .replaceAll(' ', '.')}@${domain}`

const obligations = [
  {
    side: 'kpu' as const,
    text: 'Menyediakan data yang telah disepakati dalam format elektronik',
    indicator: 'Data diserahkan setiap triwulan',
  },
  {
    side: 'partner' as const,
    text: 'Melaksanakan sosialisasi tahapan kepada pemangku kepentingannya',
    indicator: 'Sedikitnya dua kegiatan setahun',
  },
  {
    side: 'both' as const,
    text: 'Mengadakan rapat koordinasi dan menyusun rencana aksi bersama',
    indicator: 'Rencana aksi ditandatangani',
  },
  {
    side: 'partner' as const,
    text: 'Menugaskan narasumber untuk peningkatan kapasitas petugas',
    indicator: 'Narasumber hadir sesuai permintaan',
  },
  {
    side: 'kpu' as const,
    text: 'Menyampaikan laporan pelaksanaan kerja sama kepada mitra',
    indicator: 'Laporan dikirim setiap akhir tahun',
  },
  { side: 'both' as const, text: 'Menjaga kerahasiaan data yang dipertukarkan', indicator: 'Tidak ada kebocoran data' },
]
