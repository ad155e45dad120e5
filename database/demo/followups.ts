import { sql } from 'kysely'
import { planFollowUp } from '../../src/modules/findings/operations/follow.ts'
import { dismissFinding } from '../../src/modules/findings/operations/write.ts'
import { cancelFollowUp } from '../../src/modules/followups/operations/change.ts'
import { reportFollowUp } from '../../src/modules/followups/operations/report.ts'
import { verifyFollowUp } from '../../src/modules/followups/operations/verify.ts'
import { addDays } from '../../src/platform/clock.ts'
import { call } from '../../src/platform/operation.ts'
import { covers, reachOf } from '../../src/platform/permissions/reach.ts'
import type { Stage } from './cycles.ts'

const ways = ['reported', 'open', 'overdue', 'verified', 'returned', 'verified', 'verified', 'cancelled', 'verified', 'open'] as const
const actions = [
  'Menyusun rencana aksi bersama mitra',
  'Menetapkan narahubung tetap kedua pihak',
  'Menyepakati format pertukaran data',
  'Mengusulkan anggaran kegiatan bersama',
  'Melengkapi dokumen pelaksanaan',
  'Menjadwalkan rapat koordinasi triwulanan',
]

/** From obstacles to follow-ups in every state: some done and verified by another, some late, some sent back. */
export async function planFollowUps({ kernel, at, chance, officer, people }: Stage, cycleId: string, day: string): Promise<void> {
  const { db } = kernel.store
  const findings = await db
    .selectFrom('finding as f')
    .innerJoin('office as o', 'o.id', 'f.office_id')
    .innerJoin('target as t', 't.id', 'f.source_id')
    .select(['f.id', sql<string>`o.path::text`.as('path')])
    .where('t.cycle_id', '=', cycleId)
    .where('f.kind', '=', 'obstacle')
    .orderBy('f.number')
    .execute()
  const today = kernel.clock.today()
  const ownersAt = (path: string) =>
    people.filter(person => person.office?.path === path && covers(reachOf(person, 'followup.report'), { path }))
  const [regional, national] = [findings.filter(({ path }) => path.includes('.')), findings.filter(({ path }) => !path.includes('.'))]
  const chosen = [...regional.filter(({ path }) => ownersAt(path).length).slice(0, 12), ...national].slice(0, 36)
  for (const [turn, { id, path }] of chosen.entries()) {
    const owners = ownersAt(path)
    const way = ways[turn % ways.length]!
    const owner = chance.pick(owners)
    const planned = addDays(day, 7 + Math.floor(chance.next() * 7))
    if (planned > today) break
    const dueOn = way === 'open' ? addDays(today, 10 + Math.floor(chance.next() * 40)) : addDays(planned, 30)
    const followUp = await call(
      at(planned),
      officer,
      planFollowUp,
      { id, action: chance.pick(actions), ownerId: owner.personId!, dueOn, important: chance.next() < 0.15 },
      'setup',
    )
    if (way === 'open' || way === 'overdue') continue
    const reported = addDays(planned, 12)
    if (reported >= today) continue
    const other = people.find(person => person.personId !== owner.personId && covers(reachOf(person, 'followup.verify'), { path }))
    if (way === 'cancelled') {
      await call(
        at(reported),
        owner.personId === officer.personId ? (other ?? officer) : officer,
        cancelFollowUp,
        { id: followUp.id, reason: 'Perjanjian sudah berakhir dan tidak diperpanjang.' },
        'setup',
      )
      continue
    }
    const evidence = [{ name: 'bukti-pelaksanaan.pdf', bytes: onePage }]
    await call(
      at(reported),
      owner,
      reportFollowUp,
      { id: followUp.id, note: 'Sudah dilaksanakan bersama mitra; notula dan daftar hadir terlampir.', evidence },
      'setup',
    )
    const judged = addDays(reported, 3)
    if (way === 'reported' || judged >= today) continue
    if (other)
      await call(
        at(judged),
        other,
        verifyFollowUp,
        {
          id: followUp.id,
          adequate: way === 'verified',
          ...(way === 'returned' ? { note: 'Bukti belum menunjukkan kesepakatan kedua pihak. Lampirkan berita acara.' } : {}),
        },
        'setup',
      )
  }
  const left = findings.at(-1)
  if (left)
    await call(
      at(addDays(day, 10)),
      officer,
      dismissFinding,
      { id: left.id, reason: 'Sudah ditangani dalam perjanjian pengganti.' },
      'setup',
    ).catch(() => null)
}

/** The smallest page that a reader of PDF opens. */
const onePage = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)
