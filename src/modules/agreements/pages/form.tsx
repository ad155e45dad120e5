import { Hono } from 'hono'
import { covers, reachOf } from '../../../platform/authority/reach.ts'
import { type Env, type Request, readForm, redirect } from '../../../platform/doors/request.ts'
import { inWords, type Localized } from '../../../platform/i18n/words.ts'
import { call, newId } from '../../../platform/operation/operation.ts'
import type { Refusal } from '../../../platform/refusals/refusal.ts'
import { onlyFor } from '../../../web/only-for.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { searchPartners } from '../../partners/operations/read.ts'
import { searchAgreements, searchOffices } from '../operations/read.ts'
import { changeAgreement, createAgreement } from '../operations/write.ts'
import { flat, obligationsIn, sidesIn, withRows } from '../rules/form-values.ts'
import { looksOwn } from '../rules/number.ts'
import { type AgreementDetail, signedOnMissing } from '../schema.ts'
import { AgreementForm } from '../views/form.tsx'
import type { Same } from '../views/same.tsx'
import { formWords } from '../words/form.ts'
import { words } from '../words.ts'
import { agreementOf, trail } from './agreement.tsx'

type Values = { readonly [name: string]: unknown }
type Status = 200 | 422 | 409

export const formPages = new Hono<Env>()

formPages.get('/perjanjian/baru', c => {
  onlyFor(c, 'agreement.write')
  return newForm(c, presets(c))
})
formPages.post('/perjanjian/baru', async c => {
  const values = await readForm(c)
  if (values.tambah || values.hapus) return newForm(c, withRows(values))
  return submit(c, createAgreement, {
    choices,
    done: agreement => redirect(c, `/perjanjian/${agreement.id}`, saidAfter(agreement)),
    again: (sent, errors, status, refusal) => newForm(c, sent, errors, status, refusal),
  })
})

formPages.get('/perjanjian/:id/ubah', async c => {
  const agreement = await agreementOf(c)
  onlyFor(c, 'agreement.write', { path: agreement.office.path })
  return changeForm(c, agreement, valuesOf(agreement))
})
formPages.post('/perjanjian/:id/ubah', async c => {
  const values = await readForm(c)
  if (values.tambah || values.hapus) return changeForm(c, await agreementOf(c), withRows(values))
  return submit(c, changeAgreement, {
    choices,
    add: { id: c.req.param('id') },
    done: agreement =>
      redirect(
        c,
        `/perjanjian/${agreement.id}`,
        inWords(formWords, w => w.form.changed),
      ),
    again: async (sent, errors, status, refusal) => {
      const agreement = await agreementOf(c)
      const unsaid =
        agreement.stage === 'signed' && !sent.signedOn && status === 422 ? { signedOn: signedOnMissing[c.var.viewer.locale] } : {}
      const isStale = status === 409 && !errors.evenSo
      return changeForm(c, agreement, isStale ? { ...sent, rev: agreement.rev } : sent, { ...unsaid, ...errors }, status, refusal)
    },
  })
})

const choices = { parent: searchAgreements, 'parties.*.office': searchOffices, 'parties.*.partner': searchPartners }

/** What need not be asked: the own office, and what the link that led here already says. */
function presets(c: Request): Values {
  const { actor } = c.var
  const own = actor.office && covers(reachOf(actor, 'agreement.write'), { path: actor.office.path }) ? actor.office.name : undefined
  const { induk, mitra } = c.req.query()
  return {
    kind: induk ? 'pks' : 'mou',
    stage: 'signed',
    openness: 'public',
    parent: induk,
    parties: [
      { side: 'kpu', office: own },
      { side: 'partner', partner: mitra },
    ],
  }
}

/** An odd number is not refused, but said. */
function saidAfter(agreement: AgreementDetail): Localized {
  const odd = agreement.parties.find(({ side, number }) => side === 'kpu' && number && !looksOwn(number))?.number
  return odd ? inWords(formWords, w => w.form.createdOdd({ number: odd })) : inWords(formWords, w => w.form.created)
}

async function newForm(c: Request, values: Values, errors?: Errors, status: Status = 200, refusal?: Refusal) {
  const { add: title, agreements } = words[c.var.viewer.locale]
  const parentLabel = await labelOf(c, values.parent)
  return show(
    c,
    { title, status, breadcrumbs: [{ href: '/perjanjian', label: agreements }, { label: title }] },
    <AgreementForm
      values={flat(values)}
      parties={sidesIn(values)}
      obligations={obligationsIn(values)}
      parentLabel={parentLabel}
      errors={errors}
      same={sameIn(c, values, errors, refusal)}
      once={newId()}
    />,
  )
}

async function changeForm(
  c: Request,
  agreement: AgreementDetail,
  values: Values,
  errors?: Errors,
  status: Status = 200,
  refusal?: Refusal,
) {
  const w = words[c.var.viewer.locale]
  const parentLabel = await labelOf(c, values.parent)
  return show(
    c,
    { title: formWords[c.var.viewer.locale].form.changeTitle, status, breadcrumbs: trail(c, agreement, w.show.change) },
    <AgreementForm
      agreement={{ id: agreement.id, title: agreement.title, signed: agreement.stage === 'signed' }}
      values={flat(values)}
      parties={sidesIn(values)}
      obligations={0}
      parentLabel={parentLabel}
      errors={errors}
      same={sameIn(c, values, errors, refusal)}
      stored={status === 409 && !errors?.evenSo ? flat(valuesOf(agreement)) : undefined}
    />,
  )
}

/** What is recorded already, from the refusal; once somebody has said that theirs is another one, that stays sayable. */
function sameIn(c: Request, values: Values, errors: Errors | undefined, refusal: Refusal | undefined): Same | undefined {
  if (!errors?.evenSo) return values.evenSo ? { said: null, existing: [] } : undefined
  return { said: refusal?.localized[c.var.viewer.locale] ?? null, existing: refusal?.existing ?? [] }
}

/** What is stored, by the names of the fields. */
function valuesOf(agreement: AgreementDetail): Values {
  const { kind, title, parent, signedOn, startsOn, endsOn, place, openness, exclusionReason, rev } = agreement
  const parties = agreement.parties.map(({ office, partner, ...rest }) => ({ ...rest, office: office?.name, partner: partner?.name }))
  return {
    kind,
    title,
    parent: parent?.id,
    parties,
    scope: agreement.scope.join('\n'),
    signedOn,
    startsOn,
    endsOn,
    place,
    openness,
    exclusionReason,
    rev,
  }
}

/** What the agreement above is called, where it was chosen from the list. */
async function labelOf(c: Request, parent: unknown): Promise<string | undefined> {
  if (typeof parent !== 'string' || !parent) return undefined
  const found = await call(c.var.kernel, c.var.actor, searchAgreements, { q: parent.slice(0, 200) })
  return found.find(({ value }) => value === parent)?.label
}
