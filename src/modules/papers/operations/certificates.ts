import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize, can } from '../../../platform/authority/reach.ts'
import type { Paper } from '../../../platform/documents/paper.ts'
import { papersPdf } from '../../../platform/documents/paper-pdf.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { checkRevision, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { Download, id, seenRev, wholeFrom } from '../../../platform/values/shapes.ts'
import { findMeeting, findMeetingForChange, placeOf } from '../../meetings/queries/visible.ts'
import { candidatesOf, certificateOf, certifierOf, isHeld, lineOf, ruleOf } from '../queries/certificates.ts'
import { CertificateFilter, CertificatePage } from '../schema/certificates.ts'
import { certificateWords } from '../words/certificates.ts'
import { refusals } from '../words/refusals.ts'

const size = 50
/** Certificates in one document. */
export const partSize = 200

export const listCertificates = operation({
  name: 'certificates.list',
  summary:
    'Who gets a certificate of attendance of a meeting and who does not, by the condition that its host has set: at how many of the sessions meant for them they were; of those whose attendance you may read',
  power: 'meeting.read',
  reads: 'snapshot',
  input: CertificateFilter,
  output: CertificatePage,
  example: { meeting: example.minutesMeeting },
  async run(context, { meeting: meetingId, after = 0 }) {
    const meeting = await findMeeting(context, meetingId)
    const rule = await ruleOf(context, meeting.id)
    const all = await candidatesOf(context, meeting, rule)
    return {
      meeting: { id: meeting.id, name: meeting.title },
      ...rule,
      held: isHeld(meeting),
      mayWrite: can(context.actor, 'meeting.write', { path: meeting.path }) && maySet(meeting.state),
      given: all.filter(({ gets }) => gets).length,
      total: all.length,
      lines: all.slice(after, after + size).map(lineOf),
      next: after + size < all.length ? String(after + size) : null,
      previous: after > 0 ? String(Math.max(0, after - size)) : null,
    }
  },
})

/** As long as it is not reported, and takes place. */
const maySet = (state: string): boolean => state !== 'reported' && state !== 'cancelled'

export const setCertificateRule = operation({
  name: 'certificates.set',
  summary:
    'Set at how many of the sessions meant for them, in per cent, somebody must be to get a certificate; until the meeting is reported',
  power: 'meeting.write',
  input: z.object({ meeting: id, percent: wholeFrom(1, 100), rev: seenRev }),
  output: z.object({ meeting: id, percent: z.int(), rev: z.int() }),
  example: { meeting: example.meeting, percent: 80, rev: 0 },
  async run(context, { meeting: meetingId, percent, rev }) {
    const meeting = await findMeetingForChange(context, meetingId)
    authorize(context, 'meeting.write', { path: meeting.path })
    if (!maySet(meeting.state)) throw new Refusal('conflict', refusals.certificatesGiven)
    const before = await ruleOf(context, meeting.id)
    checkRevision(rev, before, refusals.certificateRule)
    const set = { percent, rev: before.rev + 1 }
    await context.db
      .insertInto('meeting_certificate')
      .values({ meeting_id: meeting.id, ...set })
      .onConflict(conflict => conflict.column('meeting_id').doUpdateSet(set))
      .execute()
    record(context, placeOf(meeting), { certificatePercent: before.percent }, { certificatePercent: percent })
    return { meeting: meeting.id, ...set }
  },
})

export const downloadCertificates = operation({
  name: 'certificates.download',
  summary: `The certificates of all who get one, as PDF, ${partSize} at a time; of those whose attendance you may read`,
  power: 'meeting.read',
  reads: 'snapshot',
  input: z.object({ meeting: id, part: wholeFrom(1, 100).default(1) }),
  output: Download,
  example: { meeting: example.endedMeeting },
  async run(context, { meeting: meetingId, part }) {
    const meeting = await findMeeting(context, meetingId)
    const rule = await ruleOf(context, meeting.id)
    if (rule.percent === null) throw new Refusal('conflict', refusals.noCertificateRule)
    if (!isHeld(meeting)) throw new Refusal('conflict', refusals.notHeld)
    const given = (await candidatesOf(context, meeting, rule)).filter(({ gets }) => gets).slice((part - 1) * partSize, part * partSize)
    const signer = await certifierOf(context, meeting)
    const [first, ...others] = given.map(each => certificateOf(context, meeting, each, signer))
    if (!first) throw new Refusal('conflict', refusals.nobodyCertified)
    const name = `${certificateWords[context.locale].title} - ${meeting.number}${part > 1 ? ` - ${part}` : ''}.pdf`
    return { name, type: 'application/pdf', size: null, chunks: made([first, ...others]) }
  },
})

/** Made once the snapshot is given back, which takes seconds: no connection is kept for it. */
async function* made(papers: readonly [Paper, ...Paper[]]): AsyncGenerator<Uint8Array, void> {
  yield await papersPdf(papers)
}
