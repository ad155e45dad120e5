import { type FormValues, type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { call, newId } from '../../../platform/operation/operation.ts'
import { onlyFor } from '../../../web/only-for.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { invitersAt } from '../../organisation/operations/offices.ts'
import { searchPartners } from '../../partners/operations/read.ts'
import { createFollowUp, listOwners } from '../operations/create.ts'
import { ChooseOffice, CreateFollowUp } from '../views/create-form.tsx'
import { words } from '../words.ts'

export async function createPage(c: Request): Promise<Response> {
  onlyFor(c, 'followup.write')
  const agreement = c.req.query('perjanjian')
  return form(c, c.req.query('satker'), agreement ? { agreement } : {})
}

export const create = (c: Request): Promise<Response> =>
  submit(c, createFollowUp, {
    choices: { agreement: '/api/v1/agreements/choices', partner: searchPartners },
    done: ({ id }) =>
      redirect(
        c,
        `/tindak-lanjut/${id}`,
        inWords(words, w => w.done.create),
      ),
    again: (values, errors, status) => form(c, String(values.officeId ?? ''), values, errors, status),
  })

/** With the people of the office, once it is known which one. `asked` empty means that another than one's own is looked for. */
async function form(
  c: Request,
  asked: string | undefined,
  values: FormValues = {},
  errors: Errors = {},
  status: 200 | 422 | 409 = 200,
): Promise<Response> {
  const w = words[c.var.viewer.locale]
  const frame = { title: w.form.title, breadcrumbs: [{ href: '/tindak-lanjut', label: w.followUps }, { label: w.form.title }], status }
  const about = String(values.agreement ?? '').slice(0, 300)
  const asks = { ...(asked ? { office: asked } : {}), ...(about ? { agreement: about } : {}) }
  const { office, agreement, found, owners } = asked === '' ? nothing : await call(c.var.kernel, c.var.actor, listOwners, asks)
  if (!office)
    return show(
      c,
      frame,
      <ChooseOffice
        title={w.form.title}
        action="/tindak-lanjut/baru"
        found={found}
        asked={asked ?? ''}
        keep={about ? { perjanjian: about } : {}}
      />,
    )
  return show(
    c,
    frame,
    <CreateFollowUp
      office={office}
      owners={owners}
      inviters={await invitersAt(c, office.id)}
      agreement={agreement}
      // One that is out of reach stands as it was typed only where the form came back.
      values={status !== 200 ? values : agreement ? { ...values, agreement: agreement.id } : {}}
      errors={errors}
      idempotencyKey={newId()}
    />,
  )
}

const nothing = { office: null, agreement: null, found: [], owners: [] }
