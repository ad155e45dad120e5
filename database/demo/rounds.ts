import { startTurn, stopTurn } from '../../src/modules/rounds/operations/acts.ts'
import { addToJury, openAward, planAward, showAward, stopAward } from '../../src/modules/rounds/operations/awards.ts'
import { castVote, giveMarks } from '../../src/modules/rounds/operations/giving.ts'
import { listRounds, showRound } from '../../src/modules/rounds/operations/read.ts'
import { addEntry, createRound } from '../../src/modules/rounds/operations/write.ts'
import type { Award } from '../../src/modules/rounds/schema/awards.ts'
import type { Round, RoundsOfMeeting } from '../../src/modules/rounds/schema/rounds.ts'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { type AnyOperation, call } from '../../src/platform/operation/operation.ts'
import { addDays, clockAt } from '../../src/platform/values/clock.ts'
import type { Stage } from './cycles.ts'

/** Office, stage, topic, and how many minutes it took. */
type Presented = [string, string, string, number]
type Held = { session: string; presented: Presented[]; isStopped: boolean }

/**
 * The two rounds of the online sharing meeting: of the first the winners are known; in the second the jury has not marked all yet. What
 * happens in a round takes some minutes of its day, so it comes last on it.
 */
export function present({ at, diary, kernel, people }: Stage): void {
  const day = (from: number) => addDays(kernel.clock.today(), from)
  const of = (name: string) => people.find(person => person.name === name)!
  const onDay = (from: number, held: Held) => diary.on(day(from), async () => diary.on(day(from), () => hold(from, held)))
  diary.on(day(-27), async () => {
    onDay(-12, first)
    onDay(-11, second)
  })

  async function hold(from: number, { session, presented, isStopped }: Held): Promise<void> {
    let minutes = 0
    const run = <T>(who: Actor, operation: AnyOperation, input: object) => {
      const then = at(day(from))
      const clock = clockAt(new Date(then.clock.now().getTime() + minutes * 60_000))
      return call({ ...then, clock }, who, operation, input, 'setup') as Promise<T>
    }
    const maya = of('Maya Anggraini')
    const { id: meeting } = await kernel.store.db
      .selectFrom('meeting')
      .select('id')
      .where('title', '=', 'Rapat Berbagi Pengalaman Tahapan Pemilu dan Pemilihan')
      .executeTakeFirstOrThrow()
    const { unprepared } = await run<RoundsOfMeeting>(maya, listRounds, { meeting })
    const prepared = unprepared.find(({ title }) => title === session)!
    const { id } = await run<Round>(maya, createRound, { meeting, session: prepared.session, minutes: 10 })
    let queue!: Round
    for (const [office, stage, topic] of presented) queue = await run<Round>(maya, addEntry, { round: id, office, stage, topic })
    await run(maya, planAward, { id, rev: 0, ...rules })
    for (const name of jury) await run(maya, addToJury, { id, person: of(name).personId })
    const opened = await run<Award>(maya, openAward, { id, rev: (await run<Award>(maya, showAward, { id })).rev })
    queue = await run<Round>(maya, showRound, { id })
    for (const [, , topic, took] of presented) {
      const entry = queue.entries.find(each => each.topic === topic)!.id
      queue = await run<Round>(maya, startTurn, { id, rev: queue.rev, entry })
      minutes += took
      queue = await run<Round>(maya, stopTurn, { id, rev: queue.rev })
    }
    for (const [nth, name] of jury.entries()) {
      const own = await run<Award>(of(name), showAward, { id })
      const some = own.entries.filter(({ isExcluded }) => !isExcluded).slice(0, isStopped || nth ? undefined : 2)
      for (const [at, { id: entry }] of some.entries()) {
        const points = opened.criteria.map(({ id: criterion }, each) => ({ criterion, points: 3 + ((at * 2 + nth + each) % 3) }))
        await run(of(name), giveMarks, { id, entry, points })
      }
    }
    const own = new Set(queue.entries.filter(({ status }) => status === 'done').map(({ office }) => office.id))
    for (const [nth, name] of voters.filter(each => own.has(of(each).office?.id ?? '')).entries()) {
      const own = await run<Award>(of(name), showAward, { id })
      for (const [stage, some] of Map.groupBy(own.entries, each => each.stage)) {
        const able = some.filter(({ isExcluded, isReady }) => isReady && !isExcluded)
        if (own.acts.includes('vote') && able.length) await run(of(name), castVote, { id, stage, entry: able[nth % able.length]!.id })
      }
    }
    if (isStopped) await run(maya, stopAward, { id, rev: opened.rev })
  }
}

const rules = {
  juryWeight: 70,
  audienceWeight: 30,
  tieRule: 'jury',
  criteria: [
    {
      name: 'Dapat diterapkan di tempat lain',
      weight: 2,
      levels: [
        'Hanya di sana',
        'Dengan banyak penyesuaian',
        'Dengan sedikit penyesuaian',
        'Langsung di provinsi itu',
        'Langsung di mana saja',
      ],
    },
    { name: 'Kejelasan', weight: 1, levels: ['Kurang', 'Cukup', 'Baik', 'Sangat baik', 'Istimewa'] },
  ],
}
const jury = ['Siti Khadijah Nur', 'Hendra Wirawan', 'Rizal Effendi']
const voters = ['Sari Wulandari', 'Deni Kurniawan', 'Ni Luh Ayu Pratiwi', 'Cut Meutia Sari', 'Zulkifli Harahap', 'Irmawati Daeng Ngai']

const first: Held = {
  session: 'Pengalaman tahapan pencalonan dan kampanye',
  isStopped: true,
  presented: [
    ['35.10', 'Pencalonan', 'Memeriksa ijazah bakal calon bersama dinas pendidikan', 9],
    ['32.10', 'Pencalonan', 'Layanan bantuan pencalonan sampai tengah malam', 12],
    ['51.71', 'Pencalonan', 'Berkas syarat calon tanpa kertas', 8],
    ['11.02', 'Kampanye', 'Jadwal kampanye yang disepakati semua peserta', 10],
    ['12.71', 'Kampanye', 'Menertibkan alat peraga bersama pemerintah kota', 11],
    ['73.10', 'Kampanye', 'Kampanye di pulau kecil dengan satu kapal', 7],
  ],
}
const second: Held = {
  session: 'Pengalaman tahapan pemungutan dan rekapitulasi',
  isStopped: false,
  presented: [
    ['35.10', 'Pemungutan suara', 'Pemilih di rumah sakit dan lapas', 9],
    ['51.71', 'Pemungutan suara', 'Pemungutan suara pada hari upacara adat', 10],
    ['32.10', 'Rekapitulasi', 'Rekapitulasi kecamatan selesai dalam tiga hari', 13],
    ['12.71', 'Rekapitulasi', 'Ruang terpisah untuk setiap kelurahan', 8],
  ],
}
