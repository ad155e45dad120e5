import { endMeeting, reportMeeting, startMeeting } from '../../src/modules/meetings/operations/lifecycle.ts'
import { chooseSeries } from '../../src/modules/meetings/operations/series.ts'
import { answerObjectives, createMeeting } from '../../src/modules/meetings/operations/write.ts'
import { meetingKindId } from '../../src/modules/meetings/schema/meetings.ts'
import { call } from '../../src/platform/operation/operation.ts'
import { addDays } from '../../src/platform/values/clock.ts'
import type { Stage } from './cycles.ts'

/** The national review of every year as a series: one of two years ago, recorded afterwards, that of last year, and that of next month. */
export function inSeries({ at, diary, kernel, officer }: Stage): void {
  const day = (from: number) => addDays(kernel.clock.today(), from)
  const { db } = kernel.store
  const revOf = async (id: string) => (await db.selectFrom('meeting').select('rev').where('id', '=', id).executeTakeFirstOrThrow()).rev
  const join = async (title: string, on: number): Promise<void> => {
    const { id, rev } = await db.selectFrom('meeting').select(['id', 'rev']).where('title', '=', title).executeTakeFirstOrThrow()
    await call(at(day(on)), officer, chooseSeries, { id, rev, name: 'Rapat Monitoring dan Evaluasi tahunan' }, 'setup')
  }
  diary.on(day(-350), async () => {
    const then = at(day(-350))
    const times = { startsAt: `${day(-735)}T09:00`, endsAt: `${day(-734)}T16:00` }
    const { id, objectives } = await call(then, officer, createMeeting, { ...earlier, ...times } as never, 'setup')
    await call(then, officer, startMeeting, { id, rev: await revOf(id) }, 'setup')
    await call(then, officer, endMeeting, { id, rev: await revOf(id) }, 'setup')
    const answers = objectives.map((objective: { id: string }, nth: number) => ({
      id: objective.id,
      reached: nth === 0,
      outcome: nth === 0 ? 'Daftar perjanjian terkumpul.' : 'Baru sebagian provinsi yang menyampaikan hasilnya.',
    }))
    await call(then, officer, answerObjectives, { id, rev: await revOf(id), objectives: answers }, 'setup')
    await call(then, officer, reportMeeting, { id, rev: await revOf(id) }, 'setup')
    await join(earlier.title, -350)
    await join('Rapat Monitoring dan Evaluasi Kerja Sama Antarlembaga', -350)
  })
  diary.on(day(-2), () => join('Rapat Monitoring dan Evaluasi Kerja Sama Tahun Ini', -2))
}

const earlier = {
  kindId: meetingKindId('monev'),
  title: 'Rapat Monitoring dan Evaluasi Kerja Sama yang Pertama',
  office: '00',
  unit: 'Bagian Kerja Sama',
  mode: 'onsite',
  place: 'Hotel Nusantara, Yogyakarta',
  objectives: ['Mengumpulkan daftar perjanjian', 'Mengevaluasi pelaksanaannya'],
}
