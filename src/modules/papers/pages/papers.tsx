import { Hono } from 'hono'
import { sendFile } from '../../../platform/doors/endpoint.ts'
import type { Env, Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { show } from '../../../web/show.tsx'
import { downloadPaper, listPapers, showPaper } from '../operations/papers.ts'
import { type Form, type PaperAsked, paperKinds } from '../schema/papers.ts'
import { addressOf, slugs } from '../views/address.ts'
import { PapersPage } from '../views/list.tsx'
import { PaperPage } from '../views/paper.tsx'
import { words } from '../words/words.ts'

export const paperPages = new Hono<Env>()
  .get('/rapat/:id/naskah', listPage)
  .get('/rapat/:id/naskah/:kind', paperPage)
  .get('/rapat/:id/naskah/:kind/pdf', c => file(c, 'pdf'))
  .get('/rapat/:id/naskah/:kind/word', c => file(c, 'word'))

async function listPage(c: Request): Promise<Response> {
  const papers = await call(c.var.kernel, c.var.actor, listPapers, { meeting: c.req.param('id') ?? '' })
  const { papers: title } = words[c.var.viewer.locale]
  return show(c, { title, breadcrumbs: [meetingCrumb(papers.meeting), { label: title }] }, <PapersPage {...papers} />)
}

async function paperPage(c: Request): Promise<Response> {
  const asked = askedOf(c)
  const { meeting, paper } = await call(c.var.kernel, c.var.actor, showPaper, asked)
  const w = words[c.var.viewer.locale]
  const title = w.kinds[asked.kind]
  const of = { kind: asked.kind, of: asked.of ?? null }
  return show(
    c,
    { title, breadcrumbs: [meetingCrumb(meeting), { href: `/rapat/${meeting.id}/naskah`, label: w.papers }, { label: title }] },
    <PaperPage
      meeting={meeting}
      paper={paper}
      title={title}
      files={{ pdf: addressOf(meeting.id, of, 'pdf'), word: addressOf(meeting.id, of, 'word') }}
    />,
  )
}

const file = async (c: Request, form: Form): Promise<Response> =>
  sendFile(c, await call(c.var.kernel, c.var.actor, downloadPaper, { ...askedOf(c), form }))

function askedOf(c: Request): PaperAsked {
  const kind = paperKinds.find(each => slugs[each] === c.req.param('kind'))
  if (!kind) throw notFound()
  const of = c.req.query('untuk')
  return { meeting: c.req.param('id') ?? '', kind, ...(of ? { of } : {}) }
}

const meetingCrumb = ({ id, name }: { id: string; name: string }) => ({ href: `/rapat/${id}`, label: name })
