import { gunzipSync, gzipSync } from 'node:zlib'
import { type FormValue, type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { type AnyOperation, call, newId } from '../../../platform/operation/operation.ts'
import { invalid, notFound } from '../../../platform/refusals/refusal.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { searchPersons } from '../../organisation/operations/persons.ts'
import { checkProgramme } from '../operations/clashes.ts'
import { fillProgramme } from '../operations/filling.ts'
import { addMaterial, listMaterials, removeMaterial } from '../operations/materials.ts'
import { releaseProgramme, showProgramme } from '../operations/programmes.ts'
import { addPart, addSession, changeSession, removePart, removeSession } from '../operations/sessions.ts'
import type { Filled } from '../schema/filling.ts'
import type { ProgrammeView } from '../schema/programmes.ts'
import { FillForm, FillPreview } from '../views/filling.tsx'
import { Materials } from '../views/materials.tsx'
import { Parts, ProgrammePage, SessionForm, valuesOfSession } from '../views/programme.tsx'
import { materialWords } from '../words/materials.ts'
import { refusals } from '../words/refusals.ts'
import { words } from '../words/words.ts'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }
/** Which of the forms of the page of a session was sent. */
type SessionAgain = Again & { of?: 'session' | 'part' | 'material' }

export async function programmePage(c: Request, { values = {}, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const programme = await load(c)
  const { clashes, rooms } = programme.mayWrite
    ? await call(c.var.kernel, c.var.actor, checkProgramme, { meeting: programme.meeting.id })
    : { clashes: [], rooms: [] }
  return show(
    c,
    { title: words[c.var.viewer.locale].programme, breadcrumbs: crumbs(c, programme), status },
    <ProgrammePage
      programme={programme}
      clashes={clashes}
      rooms={rooms}
      materials={await loadMaterials(c)}
      values={values}
      errors={errors}
    />,
  )
}

export async function sessionPage(
  c: Request,
  { values = {}, errors = {}, status = 200, of = 'session' }: SessionAgain = {},
): Promise<Response> {
  const programme = await load(c)
  if (status === 200 && !programme.mayWrite) return c.redirect(`/rapat/${programme.meeting.id}/acara`, 303)
  const wanted = c.req.param('session')
  const session = programme.sessions.find(({ id }) => id === wanted)
  if (wanted && !session) throw notFound()
  const w = words[c.var.viewer.locale]
  const title = session?.title ?? w.addSession
  const kept = session ? valuesOfSession(session, programme.zone) : {}
  const sent = of === 'session' && status !== 200 ? { values, errors } : { values: kept, errors: {} }
  return show(
    c,
    { title, breadcrumbs: crumbs(c, programme, title), status },
    <SessionForm
      programme={programme}
      session={session}
      values={{ ...sent.values, ...(session && status === 409 ? { rev: session.rev } : {}) }}
      errors={sent.errors}
      stored={of === 'session' && status === 409 ? kept : undefined}
      idempotencyKey={newId()}
    >
      {session ? (
        <Parts
          programme={programme}
          session={session}
          values={of === 'part' ? values : { involvement: 'must' }}
          errors={of === 'part' ? errors : {}}
          idempotencyKey={newId()}
        >
          <Materials
            address={`/rapat/${programme.meeting.id}/acara/${session.id}`}
            session={session}
            materials={(await loadMaterials(c)).filter(each => each.session === session.id)}
            values={of === 'material' ? values : {}}
            errors={of === 'material' ? errors : {}}
            idempotencyKey={newId()}
          />
        </Parts>
      ) : null}
    </SessionForm>,
  )
}

export async function fillPage(c: Request, { errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const programme = await load(c)
  if (status === 200 && !programme.mayWrite) return c.redirect(`/rapat/${programme.meeting.id}/acara`, 303)
  const title = words[c.var.viewer.locale].fill
  return show(
    c,
    { title, breadcrumbs: crumbs(c, programme, title), status },
    <FillForm programme={programme} errors={errors} idempotencyKey={newId()} />,
  )
}

/** First what the file says is looked at; what was looked at comes back packed, and is taken. */
export const fill = (c: Request): Promise<Response> => {
  const add = { meeting: c.req.param('id') ?? '' }
  const done = ({ added, known, problems }: Filled) =>
    redirect(
      c,
      `/rapat/${add.meeting}/acara`,
      inWords(words, w => w.filled({ added, known, unread: problems.length })),
    )
  return submit(c, fillProgramme, {
    add,
    first: async ({ kept, file, ...given }) => {
      const take = (more: object) => call(c.var.kernel, c.var.actor, fillProgramme, { ...given, ...add, ...more } as never, 'page')
      if (typeof kept === 'string') return done(await take({ file: unpacked(kept) }))
      const packed = isFile(file) ? packedFile(file.bytes) : null
      return packed ? previewPage(c, await take({ file, preview: true }), packed) : null
    },
    done,
    again: (_, errors, status) => fillPage(c, { errors, status }),
  })
}

async function previewPage(c: Request, filled: Filled, kept: string): Promise<Response> {
  const { programme } = filled
  const title = words[c.var.viewer.locale].preview
  return show(c, { title, breadcrumbs: crumbs(c, programme, title) }, <FillPreview filled={filled} kept={kept} />)
}

const isFile = (value: FormValue | undefined): value is { name: string; bytes: Uint8Array } =>
  typeof value === 'object' && 'bytes' in value && value.bytes instanceof Uint8Array

/** How many letters of a form a file may take on its way back; a larger one is taken at once. */
const mostPacked = 700_000
const mostUnpacked = 20_000_000
function packedFile(bytes: Uint8Array): string | null {
  if (bytes.byteLength > mostUnpacked) return null
  const packed = gzipSync(bytes).toString('base64')
  return packed.length <= mostPacked ? packed : null
}
function unpacked(kept: string): { name: string; bytes: Uint8Array } {
  try {
    return { name: 'acara', bytes: gunzipSync(Buffer.from(kept, 'base64'), { maxOutputLength: mostUnpacked }) }
  } catch {
    throw invalid('file', refusals.chooseAgain)
  }
}

export const createSession = (c: Request): Promise<Response> =>
  act(c, addSession, 'addSession', { meeting: c.req.param('id') }, again => sessionPage(c, again))
export const saveSession = (c: Request): Promise<Response> =>
  act(c, changeSession, 'changeSession', { id: c.req.param('session') }, again => sessionPage(c, again))
export const dropSession = (c: Request): Promise<Response> =>
  act(c, removeSession, 'removeSession', { id: c.req.param('session') }, again => sessionPage(c, again))
export const createPart = (c: Request): Promise<Response> =>
  act(c, addPart, 'addPart', { session: c.req.param('session') }, again => sessionPage(c, { ...again, of: 'part' }), true)
export const dropPart = (c: Request): Promise<Response> =>
  act(c, removePart, 'removePart', { id: c.req.param('part') }, again => sessionPage(c, { ...again, of: 'part' }), true)
export const createMaterial = (c: Request): Promise<Response> => changeMaterials(c, addMaterial, 'add', { session: c.req.param('session') })
export const dropMaterial = (c: Request): Promise<Response> => changeMaterials(c, removeMaterial, 'remove', { id: c.req.param('material') })

const changeMaterials = (
  c: Request,
  operation: typeof addMaterial | typeof removeMaterial,
  said: 'add' | 'remove',
  add: object,
): Promise<Response> =>
  submit(c, operation, {
    add,
    done: () =>
      redirect(
        c,
        `/rapat/${c.req.param('id')}/acara/${c.req.param('session')}`,
        inWords(materialWords, w => w.done[said]),
      ),
    again: (values, errors, status) => sessionPage(c, { values, errors, status, of: 'material' }),
  })

const loadMaterials = async (c: Request) =>
  (await call(c.var.kernel, c.var.actor, listMaterials, { meeting: c.req.param('id') ?? '' })).materials

export const release = (c: Request): Promise<Response> =>
  act(c, releaseProgramme, 'release', { meeting: c.req.param('id') }, again => programmePage(c, again))

/** Leads back to the programme, or to the session whose people were changed (`stays`). */
const act = (
  c: Request,
  operation: AnyOperation,
  said: keyof (typeof words)['id']['done'],
  add: object,
  page: (again: Again) => Promise<Response>,
  stays = false,
) =>
  submit(c, operation, {
    add,
    choices: { person: searchPersons },
    done: () =>
      redirect(
        c,
        `/rapat/${c.req.param('id')}/acara${stays ? `/${c.req.param('session')}` : ''}`,
        inWords(words, w => w.done[said]),
      ),
    again: (values, errors, status) => page({ values, errors, status }),
  })

const load = (c: Request): Promise<ProgrammeView> => call(c.var.kernel, c.var.actor, showProgramme, { meeting: c.req.param('id') ?? '' })

const crumbs = (c: Request, { meeting }: ProgrammeView, here?: string) => {
  const w = words[c.var.viewer.locale]
  return [
    { href: '/rapat', label: w.meetings },
    { href: `/rapat/${meeting.id}`, label: meeting.name },
    { href: here ? `/rapat/${meeting.id}/acara` : undefined, label: w.programme },
    ...(here ? [{ label: here }] : []),
  ]
}
