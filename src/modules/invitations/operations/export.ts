import { z } from 'zod'
import { everyPage, flowSize } from '../../../platform/database/keyset.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { tableFile } from '../../../platform/spreadsheets/table-file.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { Download, id } from '../../../platform/values/shapes.ts'
import { findMeeting } from '../../meetings/queries/visible.ts'
import { officeMeant, resolveOffice } from '../../organisation/queries/offices.ts'
import { words as organisation } from '../../organisation/words.ts'
import { pageOfInvitees } from '../queries/invitees.ts'
import { type Invitee, InviteeFilter } from '../schema/invitations.ts'
import { words } from '../words/words.ts'

export const exportInvitees = operation({
  name: 'invitees.export',
  summary:
    'The invitees of a meeting as CSV or XLSX, with the same filters as the list: who is invited as what, what each answered, and who goes in their place',
  power: 'meeting.read',
  reads: 'stream',
  input: InviteeFilter.extend({ meeting: id, format: z.enum(['csv', 'xlsx']).default('csv') }),
  output: Download,
  example: { meeting: example.meeting, format: 'csv' },
  async run(context, { meeting: meetingId, format, province: ref, ...filter }) {
    const meeting = await findMeeting(context, meetingId)
    const province = ref ? await resolveOffice(context, ref) : null
    const path = province ? (await officeMeant(context, province.id, 'province')).path : undefined
    const pages = everyPage(async after => {
      const { invitees, next } = await pageOfInvitees(context, { ...filter, meeting: meeting.id, path, after }, flowSize)
      return { rows: invitees, next }
    })
    const [w, o] = [words[context.locale], organisation[context.locale]]
    const cells = ({ name, position, unit, acting, office, partner, institution, ...row }: Invitee) => [
      name,
      [acting ? o.actingShort[acting] : '', position ?? '', unit ? o.units[unit] : ''].filter(Boolean).join(' '),
      office?.name ?? partner?.name ?? institution,
      w.involvements[row.involvement],
      w.states[row.state],
      w.answers[row.answer],
      row.proxy,
      row.reason,
    ]
    const headers = [w.name, w.position, w.office, w.involvement, w.status, w.answer, w.proxy, w.reason]
    const columns = headers.map(header => ({ header, kind: 'text' as const }))
    return tableFile(
      format,
      { name: `undangan-${meeting.number.toLowerCase()}`, sheet: w.invitations, columns, cells, zone: context.actor.zone },
      pages,
    )
  },
})
