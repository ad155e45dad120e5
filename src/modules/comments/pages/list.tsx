import { type FormValues, type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { call, newId } from '../../../platform/operation/operation.ts'
import { firstOf } from '../../../platform/values/cut.ts'
import { askList } from '../../../web/list/ask.ts'
import { plainList } from '../../../web/list/list.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { listComments, listReaders } from '../operations/read.ts'
import { createComment } from '../operations/write.ts'
import { pathOf } from '../views/form.tsx'
import { CommentList } from '../views/list.tsx'
import { words } from '../words.ts'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }

/** All that was said about one thing. */
export async function listPage(c: Request, asked = addressOf(c), again: Again = {}) {
  const { values, errors, status = 200 } = again
  const { viewer } = c.var
  const { answer: page } = await askList(c, plainList, listComments, () => asked)
  const subject = { kind: asked.kind!, id: asked.subject!, name: page.name }
  const w = words[viewer.locale]
  return show(
    c,
    {
      title: w.on({ name: firstOf(page.name, 80) }),
      breadcrumbs: [{ href: page.path ?? undefined, label: firstOf(page.name, 80) }, { label: w.comments }],
      status,
    },
    <CommentList
      subject={subject}
      page={page}
      url={pathOf(subject)}
      idempotencyKey={newId()}
      {...(errors ? { values, errors, labels: await namesOf(c, asked, values) } : {})}
    />,
  )
}

/** Leads back to where the comment stands; a refusal shows the form on the page of all comments, with every value kept. */
export const create = (c: Request): Promise<Response> =>
  submit(c, createComment, {
    done: ({ id, kind, subject }) =>
      redirect(
        c,
        `${pathOf({ kind, id: subject })}#komentar-${id}`,
        inWords(words, w => w.sent),
      ),
    again: (values, errors, status) => listPage(c, values as never, { values: flat(values), errors, status }),
  })

/** For the box to choose whom to tell in. */
export async function readers(c: Request): Promise<Response> {
  const asked = { ...(c.req.param() as { kind: string; subject: string }), q: c.req.query('q') ?? '' }
  const { people } = await call(c.var.kernel, c.var.actor, listReaders, asked)
  return c.json(people.map(({ id, name, institution }) => ({ value: id, label: `${name} (${institution})` })))
}

const addressOf = (c: Request): Address => c.req.param()
type Address = { kind?: string; subject?: string }

/** The form's own names: `mentions.0`. */
const flat = ({ mentions = [], ...values }: FormValues): Values => ({
  ...values,
  ...Object.fromEntries([mentions].flat().map((each, index) => [`mentions.${index}`, each])),
})

/** How those who were chosen are called, by the name of the field. */
async function namesOf(c: Request, asked: Address, values: Values = {}) {
  const chosen = Object.entries(values).filter(([name, value]) => name.startsWith('mentions.') && typeof value === 'string')
  const names: Record<string, string> = {}
  for (const [field, q] of chosen) {
    const { people } = await call(c.var.kernel, c.var.actor, listReaders, { ...(asked as { kind: string; subject: string }), q: String(q) })
    if (people.length === 1) names[field] = people[0]!.name
  }
  return names
}
