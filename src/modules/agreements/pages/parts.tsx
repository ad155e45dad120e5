import { Hono } from 'hono'
import { type Env, type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { onlyFor } from '../../../web/only-for.ts'
import { show, submit } from '../../../web/show.tsx'
import { fileSize } from '../../../web/ui/file-link.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { addDocument, publishDocument, removeDocument } from '../operations/documents.ts'
import { addObligation, changeObligation, removeObligation } from '../operations/obligations.ts'
import { flat } from '../rules/form-values.ts'
import { DocumentForm, ObligationForm, PublicationForm, RemovalForm } from '../views/transition.tsx'
import { formWords } from '../words/form.ts'
import { agreementOf, trail } from './agreement.tsx'

type Status = 200 | 422 | 409

/** Obligations and documents, one page for each thing that is asked. */
export const partPages = new Hono<Env>()

partPages.get('/perjanjian/:id/kewajiban/baru', c => obligationForm(c, { side: 'both' }))
partPages.post('/perjanjian/:id/kewajiban/baru', c =>
  submit(c, addObligation, {
    add: { agreement: c.req.param('id') },
    done: (_, { lanjut }) =>
      redirect(c, lanjut ? `/perjanjian/${c.req.param('id')}/kewajiban/baru` : back(c, 'kewajiban'), both('obligation', 'added')),
    again: (values, errors, status) => obligationForm(c, flat(values), errors, status),
  }),
)
partPages.get('/perjanjian/:id/kewajiban/:part/ubah', c => obligationForm(c))
partPages.post('/perjanjian/:id/kewajiban/:part/ubah', c =>
  submit(c, changeObligation, {
    add: { id: c.req.param('part') },
    done: () => redirect(c, back(c, 'kewajiban'), both('obligation', 'added')),
    again: (values, errors, status) => obligationForm(c, flat(values), errors, status),
  }),
)
partPages.get('/perjanjian/:id/kewajiban/:part/penghapusan', c => removal(c, 'obligation'))
partPages.post('/perjanjian/:id/kewajiban/:part/penghapusan', c =>
  submit(c, removeObligation, {
    add: { id: c.req.param('part') },
    done: () => redirect(c, back(c, 'kewajiban'), both('obligation', 'removed')),
    again: (_, errors, status) => removal(c, 'obligation', errors, status),
  }),
)

partPages.get('/perjanjian/:id/dokumen/baru', c => documentForm(c, {}))
partPages.post('/perjanjian/:id/dokumen/baru', c =>
  submit(c, addDocument, {
    add: { agreement: c.req.param('id') },
    done: () => redirect(c, back(c, 'dokumen'), both('document', 'added')),
    again: (values, errors, status) => documentForm(c, flat(values), errors, status),
  }),
)
partPages.get('/perjanjian/:id/dokumen/:part/penghapusan', c => removal(c, 'document'))
partPages.post('/perjanjian/:id/dokumen/:part/penghapusan', c =>
  submit(c, removeDocument, {
    add: { id: c.req.param('part') },
    done: () => redirect(c, back(c, 'dokumen'), both('document', 'removed')),
    again: (_, errors, status) => removal(c, 'document', errors, status),
  }),
)
partPages.get('/perjanjian/:id/dokumen/:part/penerbitan', c => publication(c))
partPages.post('/perjanjian/:id/dokumen/:part/penerbitan', c =>
  submit(c, publishDocument, {
    add: { id: c.req.param('part') },
    done: (_, { withdraw }) =>
      redirect(
        c,
        back(c, 'dokumen'),
        inWords(formWords, ({ document }) => (withdraw === 'ya' ? document.withdrawn : document.published)),
      ),
    again: (_, errors, status) => publication(c, errors, status),
  }),
)

const back = (c: Request, part: 'kewajiban' | 'dokumen') => `/perjanjian/${c.req.param('id')}#${part}`
const both = (part: 'obligation' | 'document', what: 'added' | 'removed') => inWords(formWords, w => w[part][what])

async function obligationForm(c: Request, values?: Values, errors?: Errors, status: Status = 200) {
  const agreement = await agreementOf(c)
  onlyFor(c, 'agreement.write', { path: agreement.office.path })
  const part = c.req.param('part')
  const obligation = part ? agreement.obligations.find(({ id }) => id === part) : undefined
  if (part && !obligation) throw notFound()
  const { add, change } = formWords[c.var.viewer.locale].obligation
  const title = part ? change : add
  return show(
    c,
    { title, status, breadcrumbs: trail(c, agreement, title) },
    <ObligationForm
      agreement={agreement}
      obligation={part}
      values={{ ...(values ?? obligation), ...(status === 409 ? { rev: obligation?.rev } : {}) }}
      errors={errors}
      stored={status === 409 ? obligation : undefined}
    />,
  )
}

async function documentForm(c: Request, values: Values, errors?: Errors, status: Status = 200) {
  const agreement = await agreementOf(c)
  onlyFor(c, 'agreement.write', { path: agreement.office.path })
  const title = formWords[c.var.viewer.locale].document.add
  return show(
    c,
    { title, status, breadcrumbs: trail(c, agreement, title) },
    <DocumentForm agreement={agreement} values={values} errors={errors} most={fileSize(c.var.viewer.locale, c.var.kernel.files.limit)} />,
  )
}

async function publication(c: Request, errors?: Errors, status: Status = 200) {
  const agreement = await agreementOf(c)
  onlyFor(c, 'agreement.write', { path: agreement.office.path })
  const document = agreement.documents.find(({ id }) => id === c.req.param('part'))
  if (!document) throw notFound()
  const w = formWords[c.var.viewer.locale].document
  const [title, verb] = document.published ? [w.withdrawTitle, w.withdraw] : [w.publishTitle, w.publish]
  return show(
    c,
    { title, status, breadcrumbs: trail(c, agreement, verb) },
    <PublicationForm agreement={agreement} document={document} errors={errors} />,
  )
}

async function removal(c: Request, kind: 'obligation' | 'document', errors?: Errors, status: Status = 200) {
  const agreement = await agreementOf(c)
  onlyFor(c, 'agreement.write', { path: agreement.office.path })
  const part = c.req.param('part')
  const obligation = agreement.obligations.find(({ id }) => id === part)
  const what = kind === 'obligation' ? obligation?.text : agreement.documents.find(({ id }) => id === part)?.label
  if (!what) throw notFound()
  const { removeTitle, removeHint } = formWords[c.var.viewer.locale][kind]
  const path = kind === 'obligation' ? 'kewajiban' : 'dokumen'
  return show(
    c,
    { title: removeTitle, status, breadcrumbs: trail(c, agreement, removeTitle) },
    <RemovalForm
      title={removeTitle}
      hint={removeHint}
      what={what}
      action={`/perjanjian/${agreement.id}/${path}/${part}/penghapusan`}
      back={back(c, path)}
      rev={obligation?.rev}
      errors={errors}
    />,
  )
}
