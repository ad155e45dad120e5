import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import type { AnyOperation } from '../../../platform/operation/operation.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { changeAudience, changeComment, removeComment } from '../operations/write.ts'
import type { Act } from '../schema.ts'
import { ActForm } from '../views/act-form.tsx'
import { words } from '../words.ts'
import { crumbs, load } from './show.tsx'

const operations: Record<Act, { operation: AnyOperation; add: object }> = {
  change: { operation: changeComment, add: {} },
  open: { operation: changeAudience, add: { audience: 'both' } },
  close: { operation: changeAudience, add: { audience: 'internal' } },
  remove: { operation: removeComment, add: {} },
}

export const actPage = (act: Act) => (c: Request) => form(c, act)

export const act = (act: Act) => (c: Request) => {
  const id = c.req.param('id')!
  return submit(c, operations[act].operation, {
    add: { id, ...operations[act].add },
    done: () =>
      redirect(
        c,
        `/komentar/${id}`,
        inWords(words, w => w.done[act]),
      ),
    again: (values, errors, status) => form(c, act, values, errors, status),
  })
}

/** What somebody else has meanwhile written stands above the field. */
async function form(c: Request, act: Act, values?: Values, errors: Errors = {}, status: 200 | 422 | 409 = 200): Promise<Response> {
  const comment = await load(c)
  if (status === 200 && !comment.acts.includes(act)) return c.redirect(`/komentar/${comment.id}`, 303)
  const w = words[c.var.viewer.locale]
  const title = act === 'change' ? w.changeTitle : w.acts[act]
  return show(
    c,
    { title, breadcrumbs: crumbs(c, comment, title), status },
    <ActForm
      comment={comment}
      act={act}
      values={{ text: comment.text, ...values, rev: status === 409 ? comment.rev : (values?.rev ?? comment.rev) }}
      errors={errors}
      stored={status === 409 && act === 'change' ? { text: comment.text ?? '' } : undefined}
    />,
  )
}
