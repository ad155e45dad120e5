import { sql } from 'kysely'
import { planFollowUp } from '../../src/modules/findings/operations/follow.ts'
import { dismissFinding } from '../../src/modules/findings/operations/write.ts'
import { cancelFollowUp } from '../../src/modules/followups/operations/change.ts'
import { reportFollowUp } from '../../src/modules/followups/operations/report.ts'
import { verifyFollowUp } from '../../src/modules/followups/operations/verify.ts'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { covers, reachOf } from '../../src/platform/authority/reach.ts'
import { call } from '../../src/platform/operation/operation.ts'
import { addDays, daysBetween } from '../../src/platform/values/clock.ts'
import type { Stage } from './cycles.ts'

type Way = 'reported' | 'open' | 'overdue' | 'verified' | 'returned' | 'cancelled'
const national: Way[] = ['reported', 'open', 'overdue', 'verified', 'returned', 'verified', 'verified', 'cancelled', 'verified', 'open']
/** In each office that has somebody: one that waits for a verdict, so that whoever judges there finds one, then what else there is. */
const regional: Way[] = ['reported', 'verified', 'overdue']
const actions = [
  'Menyusun rencana aksi bersama mitra',
  'Menetapkan narahubung tetap kedua pihak',
  'Menyepakati format pertukaran data',
  'Mengusulkan anggaran kegiatan bersama',
  'Melengkapi dokumen pelaksanaan',
  'Menjadwalkan rapat koordinasi triwulanan',
]

/**
 * Notes what comes of findings of a cycle that closed on `closedOn`: follow-ups in every state. What is over was done at any time from the closing
 * to now, so that a line of them rises all along; what still waits is of the last weeks, late by days and not by years.
 */
export async function planFollowUps(stage: Stage, cycleId: string, closedOn: string): Promise<void> {
  const findings = await findingsOf(stage, cycleId)
  const owned = [...Map.groupBy(findings, ({ path }) => path)].filter(([path]) => ownersAt(stage, path).length)
  const chosen = owned.flatMap(([path, some]) => {
    const ways = path.includes('.') ? regional : [...national, ...national]
    return some.slice(0, ways.length).map((finding, at) => ({ ...finding, way: ways[at]! }))
  })
  for (const each of chosen) follow(stage, each, closedOn)
  const left = findings.findLast(({ id }) => !chosen.some(each => each.id === id))
  const reason = 'Sudah ditangani dalam perjanjian pengganti.'
  const dismissed = addDays(closedOn, 20)
  if (left) stage.diary.on(dismissed, () => call(stage.at(dismissed), stage.officer, dismissFinding, { id: left.id, reason }, 'setup'))
}

type Found = { id: string; path: string }

/** Obstacles first, then what else asks for action. */
const findingsOf = ({ kernel }: Stage, cycleId: string): Promise<Found[]> =>
  kernel.store.db
    .selectFrom('finding as f')
    .innerJoin('office as o', 'o.id', 'f.office_id')
    .select(['f.id', sql<string>`o.path::text`.as('path')])
    .where('f.cycle_id', '=', cycleId)
    .where('f.kind', '<>', 'solution')
    .orderBy(sql`array_position(array['obstacle', 'criticism', 'suggestion'], f.kind)`)
    .orderBy('f.number')
    .execute()

const ownersAt = ({ people }: Stage, path: string): Actor[] =>
  people.filter(person => person.office?.path === path && covers(reachOf(person, 'followup.report'), { path }))

function follow(stage: Stage, { id, path, way }: Found & { way: Way }, closedOn: string): void {
  const { kernel, at, diary, chance, officer, people } = stage
  const today = kernel.clock.today()
  const owner = chance.pick(ownersAt(stage, path))
  const over = way === 'verified' || way === 'cancelled'
  const planned = over
    ? addDays(closedOn, 10 + Math.floor(chance.next() * (daysBetween(closedOn, today) - 45)))
    : addDays(today, -45 + Math.floor(chance.next() * 10))
  const days = way === 'overdue' ? 25 : 50
  const dueOn = addDays(planned, days + Math.floor(chance.next() * 8))
  const plan = { id, action: chance.pick(actions), ownerId: owner.personId!, dueOn, important: chance.next() < 0.15 }
  const reported = addDays(planned, 20 + Math.floor(chance.next() * 8))
  const other = people.find(person => person.personId !== owner.personId && covers(reachOf(person, 'followup.verify'), { path }))!
  diary.on(planned, async () => {
    const followUp = await call(at(planned), officer, planFollowUp, plan, 'setup')
    if (way === 'open' || way === 'overdue') return
    diary.on(reported, async () => {
      if (way === 'cancelled') {
        const reason = 'Perjanjian sudah berakhir dan tidak diperpanjang.'
        const who = owner.personId === officer.personId ? other : officer
        return call(at(reported), who, cancelFollowUp, { id: followUp.id, rev: 0, reason }, 'setup')
      }
      const note = 'Sudah dilaksanakan bersama mitra; notula dan daftar hadir terlampir.'
      const evidence = [{ name: 'bukti-pelaksanaan.pdf', bytes: onePage }]
      return call(at(reported), owner, reportFollowUp, { id: followUp.id, rev: 0, note, evidence }, 'setup')
    })
    if (way === 'reported' || way === 'cancelled') return
    const wanting = 'Bukti belum menunjukkan kesepakatan kedua pihak. Lampirkan berita acara.'
    const verdict = way === 'verified' ? { adequate: true } : { adequate: false, note: wanting }
    const judged = addDays(reported, 3)
    diary.on(judged, () => call(at(judged), other, verifyFollowUp, { id: followUp.id, rev: 1, ...verdict }, 'setup'))
  })
}

/** The smallest page that a reader of PDF opens. */
const onePage = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)
