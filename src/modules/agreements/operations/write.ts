import { authorize } from '../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { officeId } from '../../organisation/schema.ts'
import { countBelow, descendantsOf, findAgreement } from '../queries/detail.ts'
import { findAgreementForChange, today } from '../queries/visible.ts'
import { AgreementChange, AgreementDetail, AgreementDraft, type EventKind, signedOnMissing } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { insertAgreements } from './insert.ts'
import { resolveNames } from './resolve.ts'
import { rewriteAgreements } from './rewrite.ts'
import { refuseSame } from './same.ts'

export const createAgreement = operation({
  name: 'agreements.create',
  summary: 'Record an agreement with its parties, scope and obligations; the first office among the parties keeps the record',
  power: 'agreement.write',
  input: AgreementDraft,
  output: AgreementDetail,
  example: {
    kind: 'pks',
    title: 'Rahasia pendampingan hukum tahapan pemilihan',
    parties: [
      { side: 'kpu', office: officeId('35.10'), number: '7/HK.05.1-PKS/3510/2025', signatory: 'Ketua KPU', signatoryPosition: 'Ketua' },
      { side: 'partner', partner: example.partner, number: 'B-12/M.5.21/2025' },
    ],
    scope: ['Bantuan hukum', 'Pertukaran data'],
    obligations: [{ side: 'both', article: 'Pasal 4', text: 'Rapat koordinasi setiap triwulan' }],
    stage: 'signed',
    signedOn: '2025-03-01',
    endsOn: '2027-03-01',
  },
  check: (context, given) => resolveNames(context, given, mayKeep(context), null),
  async run(context, { parent, parties: given, startsOn, evenSo, ...draft }) {
    const { parties, keeper, parentId } = await resolveNames(context, { parties: given, parent }, mayKeep(context), null)
    await refuseSame(context, { ...draft, startsOn, parties }, evenSo)
    const on = today(context)
    const events: { kind: EventKind; on: string }[] = [{ kind: 'created', on }]
    if (draft.stage !== 'draft') events.push({ kind: draft.stage, on: (draft.stage === 'signed' && draft.signedOn) || on })
    const [id] = await insertAgreements(context, [
      { ...draft, startsOn: startsOn ?? draft.signedOn, parentId, parties, officeId: keeper.id, events },
    ])
    return detailOf(context, id!)
  },
})

export const changeAgreement = operation({
  name: 'agreements.change',
  summary: 'Change what an agreement says; `rev` is the one you saw, so that nobody overwrites what they have not seen',
  power: 'agreement.write',
  input: AgreementChange,
  output: AgreementDetail,
  example: {
    id: example.agreement,
    kind: 'mou',
    title: 'Rahasia sinergi pendidikan pemilih di Banyuwangi',
    parties: [
      { side: 'kpu', office: officeId('35.10'), number: '1/HK.05.1-NK/3510/2024' },
      { side: 'partner', partner: example.partner, number: 'NK-1/2024' },
    ],
    scope: ['Pendidikan pemilih'],
    signedOn: '2024-01-10',
    startsOn: '2024-01-10',
    endsOn: '2027-01-10',
    rev: 0,
  },
  async check(context, { id, ...given }) {
    if (!id) return
    const { parent } = await findAgreement(context, id)
    await resolveNames(context, given, mayKeep(context), { id, parentId: parent?.id ?? null })
  },
  async run(context, { id, rev, parent, parties: given, evenSo, ...details }) {
    const before = await findAgreementForChange(context, id)
    authorize(context, 'agreement.write', { path: before.office.path })
    checkRevision(rev, before, thisAgreement)
    if (before.stage === 'signed' && before.signedOn && !details.signedOn) throw invalid('signedOn', signedOnMissing)
    const { parties, keeper, parentId } = await resolveNames(context, { parties: given, parent }, mayKeep(context), before)
    const to = { ...details, startsOn: details.startsOn ?? details.signedOn, parentId, parties, officeId: keeper.id }
    await refuseSame(context, to, evenSo, { id, told: await toldBefore(context, id) })
    await rewriteAgreements(context, [{ id, to }])
    return detailOf(context, id)
  },
})

const mayKeep =
  (context: Context) =>
  ({ path }: { path: string }) =>
    authorize(context, 'agreement.write', { path })

async function toldBefore(context: Context, id: string) {
  const { parties, ...agreement } = await findAgreement(context, id)
  return {
    ...agreement,
    parties: parties.map(({ office, partner, ...party }) => ({ ...party, officeId: office?.id ?? null, partnerId: partner?.id ?? null })),
  }
}

export const thisAgreement = refusals.agreement

/** The whole agreement, as an answer to a change. */
export const detailOf = async (context: Context, id: string): Promise<AgreementDetail> => ({
  ...(await findAgreement(context, id)),
  children: await descendantsOf(context, id),
  below: await countBelow(context, id),
})
