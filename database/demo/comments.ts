import { sql } from 'kysely'
import sharp from 'sharp'
import { changeComment, createComment } from '../../src/modules/comments/operations/write.ts'
import type { Comment } from '../../src/modules/comments/schema.ts'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { actorOfPerson } from '../../src/platform/authority/load-actor.ts'
import { renderPdf } from '../../src/platform/documents/pdf.ts'
import { call } from '../../src/platform/operation/operation.ts'
import { addDays } from '../../src/platform/values/clock.ts'
import type { Stage } from './cycles.ts'

/** What people said in the last days: on an agreement both sides and the KPU alone, on follow-ups its own people. */
export function talk(stage: Stage): void {
  const { at, diary, kernel, people } = stage
  const day = (ago: number) => addDays(kernel.clock.today(), -ago)
  const of = (name: string) => people.find(person => person.name === name)!
  const say = async (ago: number, who: Actor, kind: string, subject: string, text: string, more: object = {}) =>
    (await call(at(day(ago)), who, createComment, { kind, subject, text, mentions: [], files: [], ...more }, 'setup')) as Comment

  diary.on(day(6), async () => {
    const contact = await personNamed(stage, 'Dr. Laksmi Paramita')
    const agreement = await agreementOf(stage, contact)
    const data = { title: agreement.title, partners: agreement.partners, number: agreement.number }
    const format = {
      name: 'format-penyerahan-data.pdf',
      bytes: await renderPdf('database/demo/excerpt.typ', data, { made: at(day(5)).clock.now().toISOString() }),
    }
    const board = { name: 'papan-rapat-koordinasi.jpg', bytes: await whiteboard() }
    diary.on(day(6), () =>
      say(
        6,
        contact,
        'agreement',
        agreement.id,
        'Data triwulan ini kami serahkan paling lambat hari Jumat.\nMohon konfirmasi formatnya, agar tidak diminta mengirim ulang seperti tahun lalu.',
      ),
    )
    diary.on(day(5), () =>
      say(
        5,
        stage.officer,
        'agreement',
        agreement.id,
        'Terima kasih, Ibu Laksmi. Formatnya terlampir, bersama foto papan rapat kita.\nPanduan umumnya:\nhttps://www.kpu.go.id',
        {
          audience: 'both',
          mentions: ['Dr. Laksmi Paramita'],
          files: [format, board],
        },
      ),
    )
    diary.on(day(4), async () => {
      const text = 'Maya, tolong periksa kelengkapan data begitu diterima. Tahun lalu dua kolom kosong.'
      const { id } = await say(4, stage.officer, 'agreement', agreement.id, text, { mentions: ['Maya Anggraini'] })
      const more = `${text} Kalau masih kosong, beri tahu saya sebelum kita menjawab mitra.`
      await call(at(day(4)), stage.officer, changeComment, { id, rev: 0, text: more }, 'setup')
    })
    diary.on(day(3), () => say(3, of('Maya Anggraini'), 'agreement', agreement.id, 'Baik, saya periksa hari Senin.'))
  })
  diary.on(day(2), async () => {
    const waiting = await kernel.store.db
      .selectFrom('follow_up as f')
      .innerJoin('office as o', 'o.id', 'f.office_id')
      .select('f.id')
      .where('f.state', '=', 'reported')
      .where(sql<boolean>`o.path <@ 'id.32'`)
      .orderBy('f.number')
      .limit(1)
      .executeTakeFirst()
    if (waiting)
      await say(
        2,
        of('Euis Komariah'),
        'follow_up',
        waiting.id,
        'Berita acara pertemuan sudah kami terima dari kabupaten. Bu Endang, silakan diperiksa.',
        {
          mentions: ['Endang Purwaningsih'],
        },
      )
  })
}

async function personNamed({ kernel }: Stage, name: string): Promise<Actor> {
  const { id } = await kernel.store.db.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow()
  return (await actorOfPerson(kernel.store.db, id, kernel.clock.today()))!
}

const agreementOf = ({ kernel }: Stage, { grants }: Actor) =>
  kernel.store.db
    .selectFrom('agreement')
    .select(['id', 'title', 'partner_names as partners', 'kpu_number as number'])
    .where(sql<boolean>`${grants[0]!.partnerId}::uuid = any (partner_ids)`)
    .where('stage', '=', 'signed')
    .orderBy('ends_on', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()

/** A picture such as a telephone takes of a plan on a whiteboard. */
function whiteboard(): Promise<Uint8Array> {
  const bars = [
    [180, 120, 420, '#1f6f54'],
    [430, 220, 380, '#c05621'],
    [640, 320, 480, '#2b4c7e'],
    [900, 420, 240, '#7b341e'],
  ]
    .map(([x, y, width, colour]) => `<rect x="${x}" y="${y}" width="${width}" height="52" rx="6" fill="${colour}" opacity="0.8"/>`)
    .join('')
  const lines = Array.from(
    { length: 7 },
    (_, at) => `<path d="M${160 + at * 160} 80V520" stroke="#9aa5b1" stroke-width="3" stroke-dasharray="9 9"/>`,
  ).join('')
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720"><rect width="1280" height="720" fill="#6b6256"/>
    <rect x="60" y="40" width="1160" height="560" rx="10" fill="#f4f5f2" stroke="#b7bcc2" stroke-width="14"/>${lines}${bars}
    <rect x="420" y="612" width="440" height="18" fill="#b7bcc2"/></svg>`
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer', 'VipsForeignLoadSvgSource'] })
  return sharp(Buffer.from(drawn)).jpeg({ quality: 80 }).toBuffer()
}
