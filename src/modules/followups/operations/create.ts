import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize, covers, reach } from '../../../platform/authority/reach.ts'
import { takeNumbers } from '../../../platform/database/number-series.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { choiceRefusals } from '../../../platform/refusals/choice-words.ts'
import { checkAll, invalid } from '../../../platform/refusals/refusal.ts'
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
  check: (context, given) => resolveDraft(context, given),
  async run(context, draft) {
    const resolved = await resolveDraft(context, draft)
    const { about } = resolved
    return open(context, draft, resolved, about ? { kind: 'agreement', id: about.id, label: about.name } : undefined)
  },
})

/**
 * Also for other modules, inside their own operation: `origin` is the thing that it came from, as it is called now. Asks `followup.write`
 * in the office.
 */
export const openFollowUp = async (context: Context, draft: Draft, origin?: Origin): Promise<z.infer<typeof FollowUp>> =>
  open(context, draft, await resolveDraft(context, draft), origin)

/** What can be said of a draft before all of it is right, for the `check` of an operation that opens one. */
export const checkFollowUp = async (context: Context, draft: Partially): Promise<void> => {
  await resolveDraft(context, draft)
}

type Partially = { [Name in keyof z.output<typeof NewFollowUp>]?: z.output<typeof NewFollowUp>[Name] | undefined }
type Draft = z.output<typeof FollowUpDraft>
type Origin = { kind: string; id: string; label: string }

/** All that is wrong with it, at once; of an agreement or a partner whoever may write nowhere is told nothing. */
async function resolveDraft(context: Context, { officeId, dueOn, ownerId, partner, agreement }: Partially) {
  reach(context, 'followup.write')
  const office = officeId ? await findOffice(context, officeId) : null
  if (office) authorize(context, 'followup.write', office)
  const [, , , partnerId, about] = await checkAll(
    () => office && refuseClosed(context, office),
    () => office && dueOn && checkDue(context, dueOn, office.zone),
    () => office && ownerId && checkOwner(context, ownerId, office),
    () => (partner ? partnerNamed(context, partner) : null),
    () => (agreement ? agreementNamed(context, agreement) : null),
  )
  return { office, partnerId, about }
}

function refuseClosed({ clock }: Context, { zone, closedOn }: NonNullable<Resolved['office']>): void {
  if (closedOn && closedOn <= clock.today(zone)) throw invalid('officeId', refusals.officeClosed)
}

type Resolved = { office: Awaited<ReturnType<typeof findOffice>> | null; partnerId: string | null }

async function open(context: Context, draft: Draft, { office, partnerId }: Resolved, origin?: Origin): Promise<z.infer<typeof FollowUp>> {
  const { action, detail, ownerId, dueOn, important } = draft
  const { path, zone } = office!
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

async function agreementNamed(context: Context, given: string): Promise<{ id: string; name: string }> {
  const about = await agreementMeant(context, given)
  if (!about) throw invalid('agreement', choiceRefusals.agreement({ text: given }))
  return about
}

async function partnerNamed(context: Context, given: string): Promise<string> {
  const partner = (await partnersNamed(context, [given])).get(given)
  if (!partner) throw invalid('partner', await partnerUnknown(context, given))
  return partner.id
}

async function partnerUnknown(context: Context, given: string) {
  const near = await partnersMeant(context, given)
  return near ? choiceRefusals.partnerNear({ text: given, near }) : choiceRefusals.partner({ text: given })
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
