import type { Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { firstOf } from '../../../platform/values/cut.ts'
import { askList } from '../../../web/list/ask.ts'
import { plainList } from '../../../web/list/list.ts'
import { show } from '../../../web/show.tsx'
import { showComment } from '../operations/read.ts'
import type { CommentDetail } from '../schema.ts'
import { pathOf } from '../views/form.tsx'
import { CommentPage } from '../views/show.tsx'
import { words } from '../words.ts'

export async function showPage(c: Request): Promise<Response> {
  const id = c.req.param('id')!
  const { answer: comment } = await askList(c, plainList, showComment, () => ({ id }))
  return show(c, { title: titleOf(c, comment), breadcrumbs: crumbs(c, comment) }, <CommentPage comment={comment} url={`/komentar/${id}`} />)
}

export const load = (c: Request): Promise<CommentDetail> => call(c.var.kernel, c.var.actor, showComment, { id: c.req.param('id')! })

const titleOf = (c: Request, { name }: CommentDetail): string => words[c.var.viewer.locale].on({ name: firstOf(name, 80) })

export const crumbs = (c: Request, { id, kind, subject, name, path, author }: CommentDetail, here?: string) => [
  { href: path ?? undefined, label: firstOf(name, 80) },
  { href: pathOf({ kind, id: subject }), label: words[c.var.viewer.locale].comments },
  ...(here ? [{ href: `/komentar/${id}`, label: author }, { label: here }] : []),
]
