import { Hono } from 'hono'
import { sendFile } from '../../../platform/doors/endpoint.ts'
import { type Env, type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { call, newId } from '../../../platform/operation/operation.ts'
import { notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { downloadLetters, makeLetters, showLetters } from '../operations/letters.ts'
import { downloadPaper, listPapers, showPaper } from '../operations/papers.ts'
import { type Form, type PaperAsked, paperKinds } from '../schema/papers.ts'
import { addressOf, slugs } from '../views/address.ts'
import { PapersPage } from '../views/list.tsx'
import { PaperPage } from '../views/paper.tsx'
import { words } from '../words/words.ts'
import { certificatesPage, downloadAll, setRule } from './certificates.tsx'

export const paperPages = new Hono<Env>()
  .get('/rapat/:id/naskah', c => listPage(c))
  .post('/rapat/:id/naskah/surat', make)
  .get('/rapat/:id/naskah/surat/zip', archive)
  .get('/rapat/:id/sertifikat', c => certificatesPage(c))
  .post('/rapat/:id/sertifikat', setRule)
  .get('/rapat/:id/sertifikat/pdf', downloadAll)
  .get('/rapat/:id/naskah/:kind', paperPage)
  .get('/rapat/:id/naskah/:kind/pdf', c => file(c, 'pdf'))
  .get('/rapat/:id/naskah/:kind/word', c => file(c, 'word'))

type Again = { errors?: Errors; status?: 200 | 422 | 409 }

async function listPage(c: Request, { errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const meeting = c.req.param('id') ?? ''
  const papers = await call(c.var.kernel, c.var.actor, listPapers, { meeting })
  const letters = await call(c.var.kernel, c.var.actor, showLetters, { meeting }).catch(unlessTheirs)
  const { papers: title } = words[c.var.viewer.locale]
  return show(
    c,
    { title, breadcrumbs: [meetingCrumb(papers.meeting), { label: title }], status },
    <PapersPage {...papers} letters={letters} errors={errors} idempotencyKey={newId()} />,
  )
}

/** Whoever does not write the meeting is offered no letters of others. */
function unlessTheirs(error: unknown): null {
  if (error instanceof Refusal && error.code === 'forbidden') return null
  throw error
}

function make(c: Request): Promise<Response> {
  return submit(c, makeLetters, {
    add: { meeting: c.req.param('id') },
    done: ({ meeting }) =>
      redirect(
        c,
        `/rapat/${meeting.id}/naskah`,
        inWords(words, w => w.lettersMade),
      ),
    again: (_, errors, status) => listPage(c, { errors, status }),
  })
}

async function archive(c: Request): Promise<Response> {
  return sendFile(c, await call(c.var.kernel, c.var.actor, downloadLetters, { meeting: c.req.param('id') ?? '' }))
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
