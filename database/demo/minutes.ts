import { reportFollowUp } from '../../src/modules/followups/operations/report.ts'
import { verifyFollowUp } from '../../src/modules/followups/operations/verify.ts'
import { createMeeting } from '../../src/modules/meetings/operations/write.ts'
import { meetingKindId } from '../../src/modules/meetings/schema/meetings.ts'
import { beginMinutes } from '../../src/modules/minutes/operations/begin.ts'
import { addDecision } from '../../src/modules/minutes/operations/decisions.ts'
import { planDecision } from '../../src/modules/minutes/operations/follow.ts'
import { approveMinutes, distributeMinutes, returnMinutes, sendMinutes } from '../../src/modules/minutes/operations/lifecycle.ts'
import { addPassage } from '../../src/modules/minutes/operations/passages.ts'
import { listMinutes, showMinutes } from '../../src/modules/minutes/operations/read.ts'
import type { DecisionDetail } from '../../src/modules/minutes/schema/decisions.ts'
import type { State } from '../../src/modules/minutes/schema/minutes.ts'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { type AnyOperation, call } from '../../src/platform/operation/operation.ts'
import { addDays } from '../../src/platform/values/clock.ts'
import type { Stage } from './cycles.ts'

type Way = 'verified' | 'overdue' | 'open' | 'none'
type Decided = { text: string; result: string; kind?: string; due?: number; on?: number; way?: Way; by?: string; continues?: string } & {
  office?: string
  body?: string
  referredTo?: string
  note?: string
}
type Passage = [speaker: string, text: string, conclusion?: string]
type Session = { title: string; state: State; passages: Passage[]; decisions?: Decided[] }

/**
 * The minutes of the national meeting of last year in every state, with decisions of every result: some carried out and verified, some
 * overdue. One matter goes on in the meeting of this month, and the next meeting of the kind opens with what is still open.
 */
export function writeMinutes(stage: Stage): void {
  const { at, diary, kernel, people, officer } = stage
  const day = (from: number) => addDays(kernel.clock.today(), from)
  const maya = people.find(({ name }) => name === 'Maya Anggraini')!
  const meetingCalled = async (title: string): Promise<string> =>
    (await kernel.store.db.selectFrom('meeting').select('id').where('title', '=', title).executeTakeFirstOrThrow()).id
  const write = (from: number, meeting: string, sessions: readonly Session[]) =>
    diary.on(day(from), async () => {
      const id = await meetingCalled(meeting)
      const then = at(day(from))
      const { sessions: of } = await call(then, maya, listMinutes, { meeting: id }, 'setup')
      for (const { title, state, passages, decisions = [] } of sessions) {
        const { session } = of.find(each => each.session.title === title)!
        const minutes = await call(then, maya, beginMinutes, { meeting: id, session: session.id }, 'setup')
        for (const [speaker, text, conclusion] of passages)
          await call(then, maya, addPassage, { minutes: minutes.id, part: '', speaker, text, conclusion }, 'setup')
        const made: [DecisionDetail, Decided][] = []
        for (const decided of decisions) made.push([await record(minutes.id, decided, from), decided])
        diary.on(day(from + 1), () => bring(minutes.id, state, from + 1))
        for (const [decision, decided] of made) follow(decision, decided, from + 2)
      }
    })

  async function record(minutes: string, { due, on, way: _, by: __, kind = 'decision', continues, ...rest }: Decided, from: number) {
    const earlier = continues
      ? await kernel.store.db.selectFrom('decision').select('number').where('text', '=', continues).executeTakeFirstOrThrow()
      : null
    const days = { dueOn: due === undefined ? null : day(due), postponedOn: on === undefined ? null : day(on) }
    const input = { minutes, kind, ...rest, ...days, continues: earlier?.number } as never
    return call(at(day(from)), maya, addDecision, input, 'setup')
  }

  /** Sends, returns, approves and distributes them, day by day, as far as their state says. */
  async function bring(id: string, state: State, from: number): Promise<void> {
    const acts: [AnyOperation, Actor, object][] = [
      [sendMinutes, maya, {}],
      ...(state === 'returned'
        ? ([[returnMinutes, officer, { reason: 'Simpulan kelas belum ditulis. Lengkapi lebih dahulu.' }]] as const)
        : []),
      [approveMinutes, officer, {}],
      [distributeMinutes, maya, {}],
    ] as [AnyOperation, Actor, object][]
    const count = { draft: 0, sent: 1, returned: 2, approved: 2, distributed: 3 }[state]
    for (const [operation, by, more] of acts.slice(0, count)) {
      const { rev } = await call(at(day(from)), maya, showMinutes, { id }, 'setup')
      await call(at(day(from)), by, operation, { id, rev, ...more }, 'setup')
    }
  }

  function follow({ id, text }: DecisionDetail, { way = 'none', by, due }: Decided, from: number): void {
    if (way === 'none' || due === undefined) return
    const owner = people.find(({ name }) => name === by)!
    const planned = way === 'verified' ? from : Math.max(from, due - 30)
    diary.on(day(planned), async () => {
      const plan = { id, action: text, ownerId: owner.personId!, dueOn: day(due) }
      const followUp = await call(at(day(planned)), officer, planDecision, plan, 'setup')
      if (way !== 'verified') return
      diary.on(day(planned + 20), () => {
        const note = 'Sudah dilaksanakan; surat dan daftar hadir tersimpan di satuan kerja.'
        return call(at(day(planned + 20)), owner, reportFollowUp, { id: followUp.id, rev: 0, note, evidence: [] }, 'setup')
      })
      const judge = people.find(({ name }) => name === 'Hendra Wirawan')!
      diary.on(day(planned + 25), () =>
        call(at(day(planned + 25)), judge, verifyFollowUp, { id: followUp.id, rev: 1, adequate: true }, 'setup'),
      )
    })
  }

  write(-366, 'Rapat Monitoring dan Evaluasi Kerja Sama Antarlembaga', evaluated)
  write(-9, 'Rapat Berbagi Pengalaman Tahapan Pemilu dan Pemilihan', shared)
  diary.on(day(-3), () =>
    call(at(day(-3)), officer, createMeeting, { ...following, startsAt: `${day(21)}T09:00`, endsAt: `${day(21)}T16:00` } as never, 'setup'),
  )
}

const matter = 'Membahas anggaran bersama untuk kegiatan kerja sama'
const evaluated: Session[] = [
  {
    title: 'Panel kementerian dan lembaga',
    state: 'distributed',
    passages: [
      [
        'Bambang Hariyanto',
        'Kementerian memiliki data yang dapat dipakai bersama, tetapi belum ada format yang disepakati.',
        'Format pertukaran data disusun bersama.',
      ],
      ['Kartika Ramadhani', 'Narahubung sering berganti tanpa pemberitahuan, sehingga surat terlambat dijawab.'],
      [
        'Bagus Prakoso',
        'Mohon setiap lembaga menyampaikan nama narahubung dan penggantinya.',
        'Daftar narahubung diperbarui setiap triwulan.',
      ],
    ],
    decisions: [
      {
        text: 'Menyusun format pertukaran data bersama kementerian dan lembaga',
        result: 'adopted',
        office: '00',
        due: -320,
        way: 'verified',
        by: 'Bagus Prakoso',
      },
      { text: 'Membuka data mentah kepada seluruh mitra', result: 'rejected', note: 'Bertentangan dengan ketentuan pelindungan data.' },
      { text: 'Laporan panel disampaikan kepada peserta', result: 'noted' },
    ],
  },
  {
    title: 'Perumusan hasil rapat',
    state: 'distributed',
    passages: [
      ['Bagus Prakoso', 'Hasil panel dan kelas dibacakan satu per satu.'],
      ['Euis Komariah', 'Jawa Barat meminta waktu lebih lama untuk kabupaten dengan banyak perjanjian.'],
      ['Bagus Prakoso', 'Usul itu diterima dengan perubahan tenggat.', 'Seluruh rumusan disepakati dengan perubahan tenggat.'],
    ],
    decisions: [
      {
        text: 'KPU Provinsi Jawa Barat memetakan perjanjian yang tidak berjalan di kabupaten dan kota',
        result: 'amended',
        note: 'Tenggatnya diundur tiga bulan.',
        office: '32',
        due: -12,
        way: 'overdue',
        by: 'Euis Komariah',
      },
      {
        text: 'KPU Provinsi Jawa Timur menjadwalkan pertemuan triwulanan dengan mitra',
        result: 'adopted',
        office: '35',
        due: -300,
        way: 'verified',
        by: 'Wahyu Setiadi',
      },
      { text: 'KPU Provinsi Bali menyampaikan daftar narahubung kedua pihak', result: 'adopted', office: '51', due: -5 },
      {
        text: 'Setiap satuan kerja menunjuk satu penanggung jawab kerja sama',
        kind: 'recommendation',
        result: 'adopted',
        office: '00',
        due: 20,
        way: 'open',
        by: 'Maya Anggraini',
      },
      {
        text: 'Perguruan tinggi menyediakan narasumber tetap',
        kind: 'recommendation',
        result: 'adopted',
        body: 'Forum Rektor Indonesia',
        due: 40,
      },
      { text: matter, result: 'postponed', on: -13, note: 'Menunggu pagu anggaran.' },
      { text: 'Pedoman penyusunan perjanjian diperbarui', result: 'referred', referredTo: '32' },
      { text: 'Usul menambah satu kelas paralel', result: 'withdrawn', note: 'Dicabut oleh pengusulnya.' },
    ],
  },
  {
    title: 'Arahan pelaksanaan kerja sama',
    state: 'approved',
    passages: [
      ['Siti Khadijah Nur', 'Kerja sama harus berjalan dan dapat diukur dari kedua pihak.', 'Evaluasi dilaksanakan setiap tahun.'],
    ],
  },
  {
    title: 'Kelas A: Perjanjian',
    state: 'sent',
    passages: [
      ['Peserta kelas', 'Banyak perjanjian berakhir tanpa keputusan lanjutan.', 'Masa berlaku diperiksa enam bulan sebelum berakhir.'],
    ],
  },
  { title: 'Kelas B: Evaluasi', state: 'returned', passages: [['Peserta kelas', 'Instrumen perlu diuji lebih dahulu di tiga provinsi.']] },
  { title: 'Kelas C: Tindak lanjut', state: 'draft', passages: [['Peserta kelas', 'Setiap tindak lanjut perlu satu penanggung jawab.']] },
]
const shared: Session[] = [
  {
    title: 'Pengumuman pengalaman terbaik',
    state: 'distributed',
    passages: [
      ['Bagus Prakoso', 'Pengalaman terbaik setiap tahapan diumumkan.', 'Pengalaman terpilih disebarkan kepada seluruh satuan kerja.'],
    ],
    decisions: [
      {
        text: 'Anggaran bersama kegiatan kerja sama diusulkan untuk tahun depan',
        result: 'adopted',
        office: '00',
        due: 30,
        way: 'open',
        by: 'Bagus Prakoso',
        continues: matter,
      },
    ],
  },
]
const following = {
  kindId: meetingKindId('monev'),
  title: 'Rapat Monitoring dan Evaluasi Kerja Sama Tahun Ini',
  theme: 'Melanjutkan yang belum selesai',
  office: '00',
  unit: 'Bagian Kerja Sama',
  mode: 'hybrid',
  place: 'Ruang Sidang Utama KPU RI, Jakarta',
  link: 'https://rapat.contoh.go.id/monev',
  objectives: ['Menyelesaikan keputusan yang masih terbuka', 'Menetapkan jadwal evaluasi berikutnya'],
}
