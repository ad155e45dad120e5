import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize, covers, reach } from '../../../platform/authority/reach.ts'
import { takeNumbers } from '../../../platform/database/number-series.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, line, optional } from '../../../platform/values/shapes.ts'
import { findOffice, officesFor } from '../../organisation/queries/offices.ts'
import { officeId } from '../../organisation/schema.ts'
import { partnersMeant, partnersNamed } from '../../partners/queries/partners.ts'
import { agreementMeant } from '../queries/names.ts'
import { FollowUp, type FollowUpDraft, Named, NewFollowUp, OfficeRef } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { scheduleEscalation } from './escalating.ts'
import { ownerOf, tell } from './letters.ts'
import { scheduleReminder } from './reminding.ts'
import { addEvent, checkDue, checkOwner, ownersFor, placeOf, reload } from './transition.ts'

export const createFollowUp = operation({
  name: 'followups.create',
  summary: 'Record a follow-up: what to do, in which office, by whom, by when; its owner is told by mail',
  power: 'followup.write',
  input: NewFollowUp,
  output: FollowUp,
  example: {
    action: 'Menyusun jadwal koordinasi triwulanan',
    officeId: officeId('35.10'),
    ownerId: example.colleague,
    dueOn: '2099-03-31',
  },
  async run(context, { agreement, ...draft }) {
    reach(context, 'followup.write') // where is asked below; of an agreement nobody else is told anything
    const about = agreement ? await agreementMeant(context, agreement) : null
    if (agreement && !about) throw invalid('agreement', refusals.agreementUnknown)
    return openFollowUp(context, draft, about ? { kind: 'agreement', id: about.id, label: about.name } : undefined)
  },
})

/**
 * Also for other modules, inside their own operation: `origin` is the thing that it came from, as it is called now. Asks `followup.write`
 * in the office.
 */
export async function openFollowUp(
  context: Context,
  draft: z.output<typeof FollowUpDraft>,
  origin?: { kind: string; id: string; label: string },
): Promise<z.infer<typeof FollowUp>> {
  const { action, detail, ownerId, dueOn, important } = draft
  const { path, zone, closedOn } = await findOffice(context, draft.officeId)
  authorize(context, 'followup.write', { path })
  const today = context.clock.today(zone)
  if (closedOn && closedOn <= today) throw invalid('officeId', refusals.officeClosed)
  checkDue(context, dueOn, zone)
  await checkOwner(context, ownerId, { path, zone })
  const partnerId = draft.partner ? await partnerNamed(context, draft.partner) : null
  const series = `TL-${context.clock.today().slice(0, 4)}`
  const number = `${series}-${String(await takeNumbers(context, series)).padStart(4, '0')}`
  const row = {
    id: newId(),
    number,
    action,
    detail,
    office_id: draft.officeId,
    partner_id: partnerId,
    owner_id: ownerId,
    due_on: dueOn,
    important,
    state: 'open' as const,
    origin_label: origin?.label ?? null,
    origin_kind: origin?.kind ?? null,
    origin_id: origin?.id ?? null,
    created_by: context.actor.personId,
    created_at: context.clock.now(),
  }
  await context.db.insertInto('follow_up').values(row).execute()
  await scheduleReminder(context, { id: row.id, state: 'open', dueOn, zone })
  await scheduleEscalation(context, { id: row.id, state: 'open', dueOn, zone })
  const event = await addEvent(context, row.id, { kind: 'assigned', ownerId, dueOn })
  record(context, placeOf({ id: row.id, path, partnerId }), null, row)
  await tell(context, 'assigned', event, { id: row.id, number, action, officeId: draft.officeId, dueOn }, await ownerOf(context, ownerId))
  return reload(context, row.id)
}

async function partnerNamed(context: Context, given: string): Promise<string> {
  const partner = (await partnersNamed(context, [given])).get(given)
  if (!partner) throw invalid('partner', await partnerUnknown(context, given))
  return partner.id
}

async function partnerUnknown(context: Context, given: string) {
  const near = await partnersMeant(context, given)
  return near ? refusals.partnerUnknownNear({ near }) : refusals.partnerUnknown
}

export const listOwners = operation({
  name: 'followups.owners',
  summary:
    'Who can own a follow-up of an office (id, code or name; your own unless said): its own people first; `found` when several offices fit',
  power: 'followup.write',
  reads: true,
  input: z.object({ office: OfficeRef.optional(), agreement: optional(line(300)) }),
  output: z.object({
    office: Named.nullable(),
    agreement: Named.nullable().describe('The one that the follow-up would be about, where it is in your reach'),
    found: z.array(Named),
    owners: z.array(z.object({ id, name: z.string(), office: z.string() })),
  }),
  example: { office: officeId('35.10') },
  async run(context, input) {
    const ref = input.office ?? context.actor.office?.id
    const writes = reach(context, 'followup.write')
    const fitting = (ref ? await officesFor(context, ref) : []).filter(({ path }) => covers(writes, { path }))
    const [office, ...others] = fitting
    const agreement = input.agreement ? await agreementMeant(context, input.agreement) : null
    if (!office || others.length) return { office: null, agreement, found: fitting.map(named), owners: [] }
    const owners = await ownersFor(context, office)
    return { office: named(office), agreement, found: [], owners: owners.map(({ id, name, office }) => ({ id, name, office })) }
  },
})

const named = ({ id, name }: { id: string; name: string }) => ({ id, name })
