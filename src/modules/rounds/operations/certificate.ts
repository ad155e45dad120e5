import { z } from 'zod'
import { dayIn, formatDay, tagOf } from '../../../platform/i18n/format.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { fileOf } from '../../../platform/values/file-answer.ts'
import { Download, id } from '../../../platform/values/shapes.ts'
import { certificatePdf } from '../documents/certificate.ts'
import { findAward } from '../queries/awards.ts'
import { findRound } from '../queries/visible.ts'
import type { AwardResult } from '../schema/awards.ts'
import { certificateWords } from '../words/certificate.ts'
import { refusals } from '../words/refusals.ts'

export const certify = operation({
  name: 'awards.certificate',
  summary: 'The certificate of a winner as PDF, once the marking has stopped',
  power: 'meeting.read',
  reads: true,
  input: z.object({ id: id.describe('Of the round'), entry: id }),
  output: Download,
  example: { id: example.stoppedAwardRound, entry: example.wonEntry },
  async prepare(context, input): Promise<Uint8Array> {
    const { winner, round, stoppedAt } = await findWinner(context, input)
    const w = certificateWords[context.locale]
    return certificatePdf(
      {
        lang: tagOf(context.locale).slice(0, 2),
        title: w.title,
        host: round.hostName,
        given: w.given,
        office: winner.office.name,
        reason: w.reason({ stage: winner.stage }),
        topic: winner.topic,
        meeting: w.meeting({ title: round.meetingTitle }),
        day: formatDay(context.locale, dayIn(stoppedAt, round.zone)),
      },
      stoppedAt.toISOString(),
    )
  },
  async run(context, input, pdf) {
    const { winner } = await findWinner(context, input)
    return fileOf(`${certificateWords[context.locale].title} – ${winner.office.name}.pdf`, 'application/pdf', pdf)
  },
})

async function findWinner(context: Context, { id, entry }: { id: string; entry: string }) {
  const round = await findRound(context, id)
  const award = await findAward(context, id)
  const winner = (award?.result as AwardResult | null | undefined)?.rows.find(row => row.entry === entry && row.rank === 1)
  if (!award?.stopped_at || !winner) throw new Refusal('conflict', refusals.noWinner)
  return { round, winner, stoppedAt: award.stopped_at }
}
