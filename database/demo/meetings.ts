import { cancelMeeting, endMeeting, inviteToMeeting, reportMeeting, startMeeting } from '../../src/modules/meetings/operations/lifecycle.ts'
import { releaseProgramme, showProgramme } from '../../src/modules/meetings/operations/programmes.ts'
import { addPart, addSession } from '../../src/modules/meetings/operations/sessions.ts'
import { answerObjectives, createMeeting } from '../../src/modules/meetings/operations/write.ts'
import { type MeetingDetail, meetingKindId } from '../../src/modules/meetings/schema/meetings.ts'
import type { PartRole, ProgrammeView, SessionKind } from '../../src/modules/meetings/schema/programmes.ts'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { call } from '../../src/platform/operation/operation.ts'
import { addDays } from '../../src/platform/values/clock.ts'
import type { Stage } from './cycles.ts'

type Planned = [
  number,
  string,
  string,
  SessionKind,
  string,
  string,
  { who: string; role: PartRole; behalfOf?: string; readsMessage?: true }[],
]
type Plan = Parameters<typeof call<(typeof createMeeting)['input'], (typeof createMeeting)['output']>>[3]
/** Days are counted from the day that the demo world is made. */
type Held = { plan: Plan; by: Actor; planned: number; starts: number; ends: number }

/**
 * Meetings in every state: the national one of last year, reported; an online one that was held this month and waits for its answers; one
 * that goes on today; the local one of next week; two plenaries of tomorrow at nearly the same time; one that was cancelled.
 */
export function meet(stage: Stage): void {
  const { at, diary, kernel, people, officer } = stage
  const day = (from: number) => addDays(kernel.clock.today(), from)
  const of = (name: string) => people.find(person => person.name === name)!
  const plan = ({ plan, by, planned, starts, ends }: Held, then: (meeting: MeetingDetail) => void = () => {}) =>
    diary.on(day(planned), async () => {
      const times = { startsAt: `${day(starts)}T${plan.startsAt}`, endsAt: plan.endsAt ? `${day(ends)}T${plan.endsAt}` : '' }
      then(await call(at(day(planned)), by, createMeeting, { ...plan, ...times }, 'setup'))
    })
  /** Its sessions, who has a part in them, and the release; `[day, from, until, kind, title, room, parts]`. */
  const programme = (on: number, by: Actor, { id }: MeetingDetail, starts: number, sessions: readonly Planned[]) =>
    diary.on(day(on), async () => {
      const write = at(day(on))
      for (const [nth, from, until, kind, title, room, parts] of sessions) {
        const times = { startsAt: `${day(starts + nth)}T${from}`, endsAt: until && `${day(starts + nth)}T${until}` }
        const draft = (await call(write, by, addSession, { meeting: id, kind, title, room, ...times }, 'setup')) as ProgrammeView
        const session = draft.sessions.findLast(each => each.title === title)!
        for (const [rev, part] of parts.entries()) {
          const person = people.find(({ name }) => name === part.who)?.personId
          const { who, ...rest } = part
          await call(write, by, addPart, { session: session.id, rev, ...(person ? { person } : { guest: who }), ...rest }, 'setup')
        }
      }
      const { rev } = (await call(write, by, showProgramme, { meeting: id }, 'setup')) as ProgrammeView
      await call(write, by, releaseProgramme, { meeting: id, rev }, 'setup')
    })
  const move = (on: number, by: Actor, operation: typeof startMeeting, { id }: MeetingDetail) =>
    diary.on(day(on), async () => {
      const row = await kernel.store.db.selectFrom('meeting').select('rev').where('id', '=', id).executeTakeFirstOrThrow()
      await call(at(day(on)), by, operation, { id, rev: row.rev }, 'setup')
    })

  plan({ plan: monev, by: officer, planned: -400, starts: -370, ends: -368 }, meeting => {
    programme(-395, officer, meeting, -370, monevProgramme)
    move(-390, officer, inviteToMeeting, meeting)
    move(-370, officer, startMeeting, meeting)
    move(-368, officer, endMeeting, meeting)
    diary.on(day(-360), async () => {
      const { rev } = await kernel.store.db.selectFrom('meeting').select('rev').where('id', '=', meeting.id).executeTakeFirstOrThrow()
      const objectives = meeting.objectives.map(({ id }, each) => ({ id, ...reached[each]! }))
      await call(at(day(-360)), officer, answerObjectives, { id: meeting.id, rev, objectives }, 'setup')
    })
    move(-355, officer, reportMeeting, meeting)
  })
  plan({ plan: sharing, by: of('Maya Anggraini'), planned: -30, starts: -12, ends: -11 }, meeting => {
    programme(-28, of('Maya Anggraini'), meeting, -12, sharingProgramme)
    move(-25, of('Maya Anggraini'), inviteToMeeting, meeting)
    move(-12, of('Maya Anggraini'), startMeeting, meeting)
    move(-11, of('Maya Anggraini'), endMeeting, meeting)
  })
  plan({ plan: province, by: of('Euis Komariah'), planned: -9, starts: 0, ends: 0 }, meeting => {
    programme(-8, of('Euis Komariah'), meeting, 0, provinceProgramme)
    move(-7, of('Euis Komariah'), inviteToMeeting, meeting)
    move(0, of('Euis Komariah'), startMeeting, meeting)
  })
  plan({ plan: training, by: of('Wahyu Setiadi'), planned: -8, starts: 4, ends: 5 }, meeting =>
    diary.on(day(-4), () =>
      call(
        at(day(-4)),
        of('Wahyu Setiadi'),
        cancelMeeting,
        { id: meeting.id, rev: 0, reason: 'Narasumber dari KPU RI berhalangan. Akan dijadwalkan kembali.' },
        'setup',
      ),
    ),
  )
  plan({ plan: local, by: of('Deni Kurniawan'), planned: -5, starts: 8, ends: 8 }, meeting =>
    move(-3, of('Deni Kurniawan'), inviteToMeeting, meeting),
  )
  plan({ plan: plenary, by: officer, planned: -2, starts: 1, ends: 1 }, meeting => programme(-2, officer, meeting, 1, plenaryProgramme))
  plan({ plan: otherPlenary, by: of('Hendra Wirawan'), planned: -1, starts: 1, ends: 1 }, meeting =>
    programme(-1, of('Hendra Wirawan'), meeting, 1, otherProgramme),
  )
}

const monev: Plan = {
  kindId: meetingKindId('monev'),
  title: 'Rapat Monitoring dan Evaluasi Kerja Sama Antarlembaga',
  theme: 'Kerja sama yang berjalan dan terukur',
  office: '00',
  unit: 'Bagian Kerja Sama',
  mode: 'onsite',
  place: 'Hotel Nusantara, Bandung',
  startsAt: '19:00',
  endsAt: '12:00',
  legalBasis: 'Keputusan Sekretaris Jenderal tentang rencana kerja tahunan',
  objectives: [
    'Memetakan perjanjian yang tidak berjalan di 38 provinsi',
    'Menyepakati cara mengevaluasi kerja sama dari kedua pihak',
    'Menyusun daftar tindak lanjut beserta penanggung jawabnya',
  ],
}
const reached = [
  { reached: true, outcome: 'Seluruh provinsi menyampaikan daftar perjanjiannya.' },
  { reached: true, outcome: 'Instrumen evaluasi disepakati untuk siklus berikutnya.' },
  { reached: false, outcome: 'Waktu kelas paralel tidak cukup. Dilanjutkan secara daring.' },
]
const sharing: Plan = {
  kindId: meetingKindId('berbagi'),
  title: 'Rapat Berbagi Pengalaman Tahapan Pemilu dan Pemilihan',
  theme: 'Tidak semua risiko di lapangan diatur dalam regulasi',
  office: '00',
  unit: 'Bagian Kerja Sama',
  mode: 'online',
  link: 'https://rapat.contoh.go.id/berbagi-pengalaman',
  startsAt: '08:30',
  endsAt: '16:00',
  objectives: ['Mengumpulkan pengalaman setiap tahapan dari satuan kerja', 'Memilih pengalaman terbaik pada setiap tahapan'],
}
const province: Plan = {
  kindId: meetingKindId('rakor'),
  title: 'Rapat Koordinasi Kerja Sama Se-Jawa Barat',
  office: '32',
  mode: 'hybrid',
  place: 'Aula KPU Provinsi Jawa Barat, Bandung',
  link: 'https://rapat.contoh.go.id/jabar',
  startsAt: '09:00',
  endsAt: '15:00',
  objectives: ['Menyelesaikan isian evaluasi yang belum dikirim', 'Menyepakati jadwal pertemuan dengan mitra'],
}
const training: Plan = {
  kindId: meetingKindId('bimtek'),
  title: 'Bimbingan Teknis Penyusunan Perjanjian Kerja Sama',
  office: '35',
  mode: 'onsite',
  place: 'Kantor KPU Provinsi Jawa Timur, Surabaya',
  startsAt: '09:00',
  endsAt: '12:00',
  objectives: ['Operator dapat menyusun rancangan perjanjian'],
}
const local: Plan = {
  kindId: meetingKindId('forum-lokal'),
  title: 'Konsolidasi dengan Kejaksaan, Kepolisian, TNI, dan Bawaslu',
  theme: 'Komunikasi tidak boleh terputus',
  office: '32.10',
  mode: 'onsite',
  place: 'Kantor KPU Kabupaten Majalengka',
  startsAt: '09:00',
  endsAt: '',
  objectives: ['Memperbarui daftar narahubung', 'Menyepakati jadwal pertemuan triwulanan'],
}
const plenary: Plan = {
  kindId: meetingKindId('pleno'),
  title: 'Rapat Pleno Penetapan Program Kerja Sama',
  office: '00',
  mode: 'onsite',
  place: 'Ruang Sidang Utama KPU RI, Jakarta',
  startsAt: '13:00',
  endsAt: '15:30',
  objectives: [],
}
const otherPlenary: Plan = {
  kindId: meetingKindId('pleno'),
  title: 'Rapat Pleno Evaluasi Sekretariat Jenderal',
  office: '00',
  unit: 'Sekretariat Jenderal',
  mode: 'onsite',
  place: 'Ruang Rapat Lantai 2 KPU RI, Jakarta',
  startsAt: '13:30',
  endsAt: '16:00',
  objectives: [],
}

const secretary = 'Sekretaris Jenderal'
const monevProgramme: Planned[] = [
  [
    0,
    '19:00',
    '19:30',
    'ceremony',
    'Pembukaan',
    'Ruang Pleno',
    [
      { who: 'Endang Purwaningsih', role: 'opens', behalfOf: secretary, readsMessage: true },
      { who: 'Maya Anggraini', role: 'hosts' },
    ],
  ],
  [0, '19:30', '20:30', 'plenary', 'Arahan pelaksanaan kerja sama', 'Ruang Pleno', [{ who: 'Siti Khadijah Nur', role: 'directs' }]],
  [
    1,
    '08:30',
    '10:00',
    'panel',
    'Panel kementerian dan lembaga',
    'Ruang Pleno',
    [
      { who: 'Bambang Hariyanto', role: 'speaks' },
      { who: 'Kartika Ramadhani', role: 'speaks' },
      { who: 'Bagus Prakoso', role: 'moderates' },
    ],
  ],
  [1, '10:00', '10:15', 'break', 'Istirahat', '', []],
  ...(['Perjanjian', 'Evaluasi', 'Tindak lanjut', 'Keterbukaan', 'Anggaran'] as const).map(
    (topic, at): Planned => [1, '10:15', '12:00', 'class', `Kelas ${'ABCDE'[at]}: ${topic}`, `Ruang ${at + 1}`, []],
  ),
  [2, '08:30', '11:30', 'plenary', 'Perumusan hasil rapat', 'Ruang Pleno', [{ who: 'Bagus Prakoso', role: 'chairs' }]],
  [2, '11:30', '12:00', 'ceremony', 'Penutupan', 'Ruang Pleno', [{ who: 'Hendra Wirawan', role: 'opens' }]],
]
const sharingProgramme: Planned[] = [
  [0, '08:30', '09:00', 'ceremony', 'Pembukaan', '', [{ who: 'Hendra Wirawan', role: 'opens' }]],
  [0, '09:00', '15:00', 'round', 'Pengalaman tahapan pencalonan dan kampanye', '', [{ who: 'Maya Anggraini', role: 'moderates' }]],
  [1, '08:30', '14:00', 'round', 'Pengalaman tahapan pemungutan dan rekapitulasi', '', [{ who: 'Maya Anggraini', role: 'moderates' }]],
  [1, '14:00', '15:00', 'plenary', 'Pengumuman pengalaman terbaik', '', [{ who: 'Bagus Prakoso', role: 'chairs' }]],
]
const plenaryProgramme: Planned[] = [
  [
    0,
    '13:00',
    '15:30',
    'plenary',
    'Penetapan program kerja sama',
    'Ruang Sidang Utama',
    [
      { who: 'Siti Khadijah Nur', role: 'chairs' },
      { who: 'Hendra Wirawan', role: 'speaks' },
    ],
  ],
]
const otherProgramme: Planned[] = [
  [0, '13:30', '16:00', 'plenary', 'Evaluasi Sekretariat Jenderal', 'Ruang Rapat Lantai 2', [{ who: 'Hendra Wirawan', role: 'chairs' }]],
]
const provinceProgramme: Planned[] = [
  [0, '09:00', '09:30', 'ceremony', 'Pembukaan', 'Aula', [{ who: 'Euis Komariah', role: 'opens' }]],
  [0, '09:30', '12:00', 'plenary', 'Penyelesaian isian evaluasi', 'Aula', [{ who: 'Deni Kurniawan', role: 'speaks' }]],
  [0, '13:00', '', 'plenary', 'Jadwal pertemuan dengan mitra', 'Aula', [{ who: 'Deni Kurniawan', role: 'minutes' }]],
]
