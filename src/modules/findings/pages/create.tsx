import { type FormValues, type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { call, newId } from '../../../platform/operation/operation.ts'
import { onlyFor } from '../../../web/only-for.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { searchAgreements } from '../../agreements/operations/read.ts'
import { listOwners } from '../../followups/operations/create.ts'
import { ChooseOffice } from '../../followups/views/create-form.tsx'
import { searchPartners } from '../../partners/operations/read.ts'
import { createFinding } from '../operations/write.ts'
import { CreateFinding } from '../views/forms.tsx'
import { words } from '../words.ts'

export async function createPage(c: Request): Promise<Response> {
  onlyFor(c, 'finding.write')
  return form(c, c.req.query('satker'))
}

export const create = (c: Request): Promise<Response> =>
  submit(c, createFinding, {
    choices: { agreement: searchAgreements, partner: searchPartners },
    done: ({ id }) =>
      redirect(
        c,
        `/temuan/${id}`,
        inWords(words, w => w.done.create),
      ),
    again: (values, errors, status) => form(c, String(values.officeId ?? ''), values, errors, status),
  })

/** One's own office, unless another is asked for; `asked` empty means that another is looked for. */
async function form(
  c: Request,
  asked: string | undefined,
  values: FormValues = {},
  errors: Errors = {},
  status: 200 | 422 | 409 = 200,
): Promise<Response> {
  const w = words[c.var.viewer.locale]
  const frame = { title: w.add, breadcrumbs: [{ href: '/temuan', label: w.findings }, { label: w.add }], status }
  const { office, found } =
    asked === '' ? { office: null, found: [] } : await call(c.var.kernel, c.var.actor, listOwners, asked ? { office: asked } : {})
  if (!office) return show(c, frame, <ChooseOffice title={w.add} action="/temuan/baru" found={found} asked={asked ?? ''} />)
  return show(c, frame, <CreateFinding office={office} values={values} errors={errors} idempotencyKey={newId()} />)
}
