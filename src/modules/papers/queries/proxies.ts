import { sql } from 'kysely'
import { covers, reachOf } from '../../../platform/authority/reach.ts'
import { listOf } from '../../../platform/i18n/format.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { visibleInvitees } from '../../invitations/queries/invitees.ts'
import type { MeetingRow } from '../../meetings/queries/visible.ts'
import { paperWords } from '../words/on-paper.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'
import { daysOf, frameOf, positionText } from './frame.ts'
import { signerOf } from './signers.ts'
import type { PaperSource } from './source.ts'

/** Who goes to the whole meeting in the place of an invitee, by invitation. */
export async function actingFor({ db }: Pick<Context, 'db'>, meetingId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('meeting_proxy_card')
    .select(['invitee_id as invitee', 'name'])
    .where('meeting_id', '=', meetingId)
    .where('session_id', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
  return new Map(rows.map(({ invitee, name }) => [invitee, name]))
}

/** Whether whoever asks reads all of a meeting, as those of its office and above do, and not only their own people in it. */
export const readsWhole = ({ actor }: Pick<Context, 'actor'>, { path }: Pick<MeetingRow, 'path'>): boolean =>
  covers(reachOf(actor, 'meeting.read'), { path })

/** Who goes in the place of whom, of the invitees whom one may read. */
const proxiesOf = (context: Context, meetingId: string) =>
  visibleInvitees(context)
    .innerJoin('meeting_proxy_card as x', 'x.invitee_id', 'i.id')
    .leftJoin('meeting_slot_card as s', 's.session_id', 'x.session_id')
    .where('x.meeting_id', '=', meetingId)
    .where(sql<boolean>`x.ended_at is null`)
    .select(['x.id', 'x.name', 'x.position', 'x.institution', 'x.scopes', 'x.created_at as createdAt', 's.title as session'])
    .select(['i.name as principal', 'i.position as principalPosition', 'i.unit', 'i.acting', 'o.name as officeName'])
    .select(['i.institution as principalInstitution'])
    .orderBy(sql`coalesce(o.code, '~')`)
    .orderBy('i.name')
    .orderBy('x.id')
    .execute()

/** Who goes in the place of whom, with both names; who was sent and then taken back is not among them. */
export const assignments: PaperSource = {
  async lines(context, meeting) {
    const rows = await proxiesOf(context, meeting.id)
    return [{ of: null, title: words[context.locale].kinds.assignments, reason: rows.length ? null : refusals.noProxies }]
  },
  async paper(context, meeting) {
    const { locale } = context
    const w = paperWords[locale]
    const rows = await proxiesOf(context, meeting.id)
    if (!rows.length) throw new Refusal('conflict', refusals.noProxies)
    const made = rows.reduce((last, { createdAt }) => Math.max(last, createdAt.getTime()), 0)
    return {
      ...frameOf(locale, meeting, new Date(made)),
      heading: words[locale].kinds.assignments,
      title: meeting.title,
      number: meeting.number,
      blocks: [
        {
          kind: 'facts',
          rows: [
            [w.meeting, meeting.title],
            [w.day, daysOf(locale, meeting)],
            ...(meeting.place ? ([[w.place, meeting.place]] as [string, string][]) : []),
          ],
        },
        ...(readsWhole(context, meeting) ? [] : [{ kind: 'text' as const, paragraphs: [w.partial] }]),
        {
          kind: 'table',
          title: words[locale].kinds.assignments,
          columns: [
            { header: w.serial, kind: 'number', width: 9 },
            { header: w.deputy, kind: 'text', width: 38 },
            { header: w.deputyPosition, kind: 'text', width: 32 },
            { header: w.principal, kind: 'text', width: 46 },
            { header: w.forWhat, kind: 'text', width: 30 },
            { header: w.powers, kind: 'text', width: 30 },
          ],
          rows: rows.map((row, at) => [
            String(at + 1),
            w.onBehalf({ name: row.name, principal: row.principal }),
            [row.position, row.institution].filter(Boolean).join(', ') || w.nobody,
            [row.principal, positionText(locale, { ...row, position: row.principalPosition }), row.officeName ?? row.principalInstitution]
              .filter(Boolean)
              .join(', '),
            row.session ?? w.wholeMeeting,
            listOf(
              locale,
              'conjunction',
              (row.scopes as (keyof typeof w.scopes)[]).map(scope => w.scopes[scope]),
            ),
          ]),
          empty: '',
        },
        { kind: 'signatures', signers: [await signerOf(context, meeting, { place: '' })] },
      ],
    }
  },
}
