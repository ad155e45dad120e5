import { Hono } from 'hono'
import { can } from '../../../platform/authority/reach.ts'
import { type Env, type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { forbidden } from '../../../platform/refusals/refusal.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import {
  advanceAgreement,
  completeAgreement,
  renewAgreement,
  signAgreement,
  startRenewal,
  terminateAgreement,
} from '../operations/transitions.ts'
import { type Transition, transitionPaths, transitions } from '../rules/transitions.ts'
import type { AgreementDetail } from '../schema.ts'
import { TransitionForm } from '../views/transition.tsx'
import { formWords } from '../words/form.ts'
import { agreementOf, trail } from './agreement.tsx'

const operations = {
  negotiation: advanceAgreement,
  awaiting_signature: advanceAgreement,
  signature: signAgreement,
  renewal: startRenewal,
  term: renewAgreement,
  termination: terminateAgreement,
  completion: completeAgreement,
} as const

/** One page for each step in the life of an agreement, all of one kind. */
export const stepPages = new Hono<Env>()
for (const step of Object.keys(transitions) as Transition[]) {
  const path = `/perjanjian/:id/${transitionPaths[step]}` as const
  stepPages.get(path, c => stepForm(c, step))
  stepPages.post(path, c =>
    submit(c, operations[step] as typeof advanceAgreement, {
      add: { id: c.req.param('id'), ...(step === 'negotiation' || step === 'awaiting_signature' ? { stage: step } : {}) },
      done: agreement =>
        redirect(
          c,
          `/perjanjian/${agreement.id}`,
          inWords(formWords, w => w.steps[step].done),
        ),
      again: (values, errors, status) => stepForm(c, step, values, errors, status),
    }),
  )
}

async function stepForm(c: Request, step: Transition, values?: Values, errors?: Errors, status: 200 | 422 | 409 = 200) {
  const agreement = await agreementOf(c)
  if (
    !can(c.var.actor, step === 'termination' || step === 'completion' ? 'agreement.end' : 'agreement.write', {
      path: agreement.office.path,
    })
  )
    throw forbidden()
  const { today } = c.var.viewer
  const first = {
    on: step === 'termination' && agreement.endsOn && agreement.endsOn < today ? agreement.endsOn : today,
    signedOn: step === 'term' ? today : (agreement.signedOn ?? today),
    startsOn: agreement.startsOn,
    endsOn: step === 'term' ? '' : agreement.endsOn,
    place: agreement.place,
  }
  const { title } = formWords[c.var.viewer.locale].steps[step]
  return show(
    c,
    { title, status, breadcrumbs: trail(c, agreement, title) },
    <TransitionForm
      agreement={agreement}
      step={step}
      values={{ ...(values ?? first), rev: status === 409 ? agreement.rev : (values?.rev ?? agreement.rev) }}
      errors={errors}
      stored={status === 409 ? storedOf(agreement) : undefined}
    />,
  )
}

/** What another may have noted meanwhile, by the names that the fields of the steps have. */
const storedOf = ({ signedOn, startsOn, endsOn, place, renewalSince, endedOn, endedReason }: AgreementDetail): Values => ({
  signedOn,
  startsOn,
  endsOn,
  place,
  on: endedOn ?? renewalSince,
  reason: endedReason,
})
