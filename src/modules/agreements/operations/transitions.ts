import type { UpdateObject } from 'kysely'
import { sql } from 'kysely'
import type { z } from 'zod'
import { authorize } from '../../../platform/authority/reach.ts'
import type { Power } from '../../../platform/authority/roles.ts'
import type { Tables } from '../../../platform/database/tables.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { transition as move, nextState, type Workflow } from '../../../platform/workflow/workflow.ts'
import { audience, findAgreementForChange, type LockedAgreement, today } from '../queries/visible.ts'
import { mayComplete, mayRenew, mayStartRenewal, mayTerminate } from '../rules/status.ts'
import { type LifecycleState, lifecycleOf, type Transition, transitions } from '../rules/transitions.ts'
import { Advance, AgreementDetail, Completion, type EventKind, Renewal, RenewalStart, Signing, Termination } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words.ts'
import { refresh, writeEvents } from './insert.ts'
import { detailOf, thisAgreement } from './write.ts'

export const advanceAgreement = operation({
  name: 'agreements.advance',
  summary: 'Say that an agreement is being negotiated, or waits to be signed',
  power: 'agreement.write',
  input: Advance,
  output: AgreementDetail,
  example: { id: example.draftAgreement, stage: 'negotiation', note: 'Rahasia rapat pertama', rev: 0 },
  async run(context, { id, rev, stage, on = null, note }) {
    const agreement = await lockAgreement(context, id, rev, 'agreement.write', stage)
    return transition(context, agreement, stage, { stage }, { kind: stage, on: on ?? today(context), note })
  },
})

export const signAgreement = operation({
  name: 'agreements.sign',
  summary: 'Record that an agreement has been signed, and from when to when it is in force',
  power: 'agreement.write',
  input: Signing,
  output: AgreementDetail,
  example: { id: example.draftAgreement, signedOn: '2025-11-18', endsOn: '2028-11-18', place: 'Banyuwangi', rev: 0 },
  async run(context, { id, rev, signedOn, startsOn, endsOn, place, note }) {
    const agreement = await lockAgreement(context, id, rev, 'agreement.write', 'signature')
    if (signedOn > today(context)) throw invalid('signedOn', refusals.signingInFuture)
    const starts = startsOn ?? signedOn
    const ends = endsOn ?? agreement.endsOn
    if (ends && ends < starts) throw invalid('endsOn', refusals.endBeforeStart)
    return transition(
      context,
      agreement,
      'signature',
      { stage: 'signed', signed_on: signedOn, starts_on: starts, ends_on: ends, place: place ?? agreement.place },
      { kind: 'signed', on: signedOn, note },
    )
  },
})

export const startRenewal = operation({
  name: 'agreements.startRenewal',
  summary: 'Say that the renewal of an agreement is being prepared',
  power: 'agreement.write',
  input: RenewalStart,
  output: AgreementDetail,
  example: { id: example.agreement, note: 'Rahasia surat permohonan perpanjangan', rev: 0 },
  async run(context, { id, rev, on, note }) {
    const agreement = await lockAgreement(context, id, rev, 'agreement.write', 'renewal')
    if (!mayStartRenewal(agreement)) throw new Refusal('conflict', refusals.renewalImpossible)
    const since = on ?? today(context)
    if (since > today(context)) throw invalid('on', refusals.dayInFuture)
    return transition(context, agreement, 'renewal', { renewal_since: since }, { kind: 'renewal_started', on: since, note })
  },
})

export const renewAgreement = operation({
  name: 'agreements.renew',
  summary: 'Extend an agreement to a later end; the earlier end stays in its history',
  power: 'agreement.write',
  input: Renewal,
  output: AgreementDetail,
  example: { id: example.agreement, endsOn: '2030-01-10', rev: 0 },
  async run(context, { id, rev, endsOn, signedOn, note }) {
    const agreement = await lockAgreement(context, id, rev, 'agreement.write', 'term')
    if (!agreement.endsOn) throw new Refusal('conflict', refusals.renewalNotPossible)
    if (!mayRenew(agreement, endsOn)) throw invalid('endsOn', refusals.renewalEndsTooEarly)
    return transition(
      context,
      agreement,
      'term',
      { ends_on: endsOn, renewal_since: null },
      { kind: 'renewed', on: signedOn ?? today(context), note },
    )
  },
})

export const terminateAgreement = operation({
  name: 'agreements.terminate',
  summary: 'End an agreement before its term; the day may lie ahead',
  power: 'agreement.end',
  input: Termination,
  output: AgreementDetail,
  example: { id: example.agreement, on: '2025-12-31', reason: 'Rahasia kesepakatan para pihak', rev: 0 },
  async run(context, { id, rev, on, reason }) {
    const agreement = await lockAgreement(context, id, rev, 'agreement.end', 'termination')
    if (!mayTerminate(agreement, on)) throw invalid('on', refusals.startDayOutside)
    return transition(
      context,
      agreement,
      'termination',
      { ended_on: on, ended_how: 'terminated', ended_reason: reason },
      { kind: 'terminated', on, note: reason },
    )
  },
})

export const completeAgreement = operation({
  name: 'agreements.complete',
  summary: 'Say that everything agreed has been done',
  power: 'agreement.end',
  input: Completion,
  output: AgreementDetail,
  example: { id: example.agreement, on: '2025-11-20', note: 'Rahasia semua kewajiban terpenuhi', rev: 0 },
  async run(context, { id, rev, on, note }) {
    const agreement = await lockAgreement(context, id, rev, 'agreement.end', 'completion')
    if (!mayComplete(agreement, on, today(context))) throw invalid('on', refusals.terminationDayOutside)
    return transition(
      context,
      agreement,
      'completion',
      { ended_on: on, ended_how: 'completed', ended_reason: note },
      { kind: 'completed', on, note },
    )
  },
})

const workflow: Workflow<LifecycleState, Transition> = {
  transitions,
  thing: thisAgreement,
  states: locale => words[locale].lifecycle,
}

async function lockAgreement(context: Context, id: string, rev: number, power: Power, name: Transition): Promise<LockedAgreement> {
  const agreement = await findAgreementForChange(context, id)
  authorize(context, power, { path: agreement.office.path })
  checkRevision(rev, agreement, thisAgreement)
  nextState(workflow, lifecycleOf(agreement), name)
  return agreement
}

type Change = Pick<
  UpdateObject<Tables, 'agreement'>,
  'stage' | 'signed_on' | 'starts_on' | 'ends_on' | 'place' | 'renewal_since' | 'ended_on' | 'ended_how' | 'ended_reason'
>

/** One thing that happens to an agreement: what changes, a line of its history, and one in the audit trail. */
async function transition(
  context: Context,
  before: LockedAgreement,
  name: Transition,
  change: Change,
  event: { kind: EventKind; on: string; note: string | null },
): Promise<z.input<typeof AgreementDetail>> {
  let after: z.input<typeof AgreementDetail> | undefined
  await move(context, workflow, lifecycleOf(before), name, {
    subject: audience(before),
    before: auditedFields(before),
    after: async () => {
      await refresh(context, [before.id])
      after = await detailOf(context, before.id)
      return auditedFields(after)
    },
    write: () =>
      context.db
        .updateTable('agreement')
        .set({ ...change, rev: sql`rev + 1` })
        .where('id', '=', before.id)
        .execute(),
    event: async () => void (await writeEvents(context, [{ id: before.id, events: [event] }])),
  })
  return after!
}

const auditedFields = ({
  stage,
  signedOn,
  startsOn,
  endsOn,
  place,
  renewalSince,
  endedOn,
  endedHow,
  endedReason,
}: Pick<
  LockedAgreement,
  'stage' | 'signedOn' | 'startsOn' | 'endsOn' | 'place' | 'renewalSince' | 'endedOn' | 'endedHow' | 'endedReason'
>) => ({
  stage,
  signedOn,
  startsOn,
  endsOn,
  place,
  renewalSince,
  endedOn,
  endedHow,
  endedReason,
})
