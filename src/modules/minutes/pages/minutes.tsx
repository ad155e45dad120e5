import { type Request, redirect } from '../../../platform/doors/request.ts'
import { formatTime } from '../../../platform/i18n/format.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { type AnyOperation, call, newId } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { sectionsOn } from '../../../web/sections.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { words as meetingWords } from '../../meetings/words/words.ts'
import { beginMinutes } from '../operations/begin.ts'
import { answerCorrection, listCorrections, sendCorrection } from '../operations/corrections.ts'
import { approveMinutes, distributeMinutes, returnMinutes, sendMinutes, verifyMinutes } from '../operations/lifecycle.ts'
import { addPassage, movePassage, removePassage, savePassage } from '../operations/passages.ts'
import { showHistory, showMinutes } from '../operations/read.ts'
import type { Conflict, MinutesDetail, Passage, PassageField } from '../schema/minutes.ts'
import { CorrectionSection } from '../views/corrections.tsx'
import { HistoryPage, ReturnForm, VerificationPage } from '../views/history.tsx'
import { PassagePage, valuesOf } from '../views/passage.tsx'
import { MinutesHappened, MinutesPage } from '../views/show.tsx'
import { words } from '../words/words.ts'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }
/** Which form came back: that of a new passage, of a new correction, or of the answer to one, by its id. */
type PageAgain = Again & { of?: 'passage'; correction?: string | undefined }

export async function showPage(c: Request, { values, errors, status = 200, of, correction }: PageAgain = {}): Promise<Response> {
  const minutes = await loadMinutes(c)
  const corrections = await call(c.var.kernel, c.var.actor, listCorrections, { minutes: minutes.id })
  return show(
    c,
    { title: minutes.title, breadcrumbs: crumbs(c, minutes), status },
    <>
      <MinutesPage minutes={minutes} idempotencyKey={newId()} {...(of ? { values, adding: errors } : correction ? {} : { errors })} />
      {await sectionsOn(c, 'minutes', { id: minutes.id, name: minutes.title })}
      <CorrectionSection {...corrections} minutes={minutes} of={correction} values={values} errors={errors} idempotencyKey={newId()} />
      <MinutesHappened minutes={minutes} />
    </>,
  )
}

export const begin = (c: Request): Promise<Response> =>
  submit<MinutesDetail>(c, beginMinutes as AnyOperation & { output: { _zod: { output: MinutesDetail } } }, {
    add: { meeting: c.req.param('id') },
    done: ({ id }) => redirect(c, `/notula/${id}`, said('begin')),
    again: (_, __, ___, refusal) => {
      throw refusal
    },
  })

export const addNew = (c: Request): Promise<Response> =>
  submit(c, addPassage, {
    add: { minutes: c.req.param('id') },
    done: () => redirect(c, `/notula/${c.req.param('id')}#tambah`, said('addPassage')),
    again: (values, errors, status) => showPage(c, { values, errors, status, of: 'passage' }),
  })

/** A passage to change; what somebody else wrote meanwhile stands beside one's own words. */
type PassageAgain = Again & { conflicts?: Partial<Record<PassageField, Conflict>>; passage?: Passage }

export async function passagePage(c: Request, again: PassageAgain = {}): Promise<Response> {
  const { values, errors = {}, status = 200, conflicts = {} } = again
  const minutes = await loadMinutes(c)
  const passage = again.passage ?? minutes.passages.find(({ id }) => id === c.req.param('passage'))
  if (status === 200 && !minutes.acts.includes('write')) return c.redirect(`/notula/${minutes.id}`, 303)
  if (!passage) {
    if (status === 200) throw notFound()
    return showPage(c, { values: values ?? {}, errors, status, of: 'passage' })
  }
  const w = words[c.var.viewer.locale]
  const kept = valuesOf(minutes, passage)
  const others = Object.values(conflicts)
  return show(
    c,
    { title: w.changePassage, breadcrumbs: crumbs(c, minutes, w.changePassage), status },
    <PassagePage
      minutes={minutes}
      passage={passage}
      values={{ ...(values ? { ...kept, ...values } : kept), rev: status === 409 ? passage.rev : (values?.rev ?? passage.rev) }}
      errors={errors}
      stored={status === 409 ? kept : undefined}
      conflict={
        others[0] &&
        w.conflict({ by: others[0].by ?? w.somebody, at: formatTime(c.var.viewer.locale, others[0].at, minutes.zone, 'short') })
      }
      idempotencyKey={newId()}
    />,
  )
}

export const save = (c: Request): Promise<Response> =>
  submit(c, savePassage, {
    add: { id: c.req.param('passage') },
    done: ({ passage, conflicts }, values) =>
      Object.keys(conflicts).length
        ? passagePage(c, { values: unmerged(values, passage, conflicts), status: 409, conflicts, passage })
        : redirect(c, `/notula/${c.req.param('id')}#bagian-${passage.id}`, said('savePassage')),
    again: (values, errors, status) => passagePage(c, { values, errors, status }),
  })

/** What was sent of the fields that another has changed; the others stand as they are now. */
function unmerged(values: Values, { text, conclusion }: Passage, conflicts: Partial<Record<PassageField, unknown>>): Values {
  return {
    ...(conflicts.speaker ? { part: values.part, speaker: values.speaker } : {}),
    text: conflicts.text ? values.text : text,
    conclusion: conflicts.conclusion ? values.conclusion : conclusion,
  }
}

export const move = (c: Request): Promise<Response> =>
  submit(c, movePassage, {
    add: { id: c.req.param('passage') },
    done: () => redirect(c, `/notula/${c.req.param('id')}#bagian-${c.req.param('passage')}`, said('movePassage')),
    again: (_, errors, status) => showPage(c, { errors, status }),
  })

export const remove = (c: Request): Promise<Response> =>
  submit(c, removePassage, {
    add: { id: c.req.param('passage') },
    done: () => redirect(c, `/notula/${c.req.param('id')}`, said('removePassage')),
    again: (_, errors, status) => showPage(c, { errors, status }),
  })

export const sendCorrectionNow = (c: Request): Promise<Response> =>
  submit(c, sendCorrection, {
    add: { minutes: c.req.param('id') },
    done: () => redirect(c, `/notula/${c.req.param('id')}#koreksi`, said('sendCorrection')),
    again: (values, errors, status) => showPage(c, { values, errors, status, correction: 'new' }),
  })

export const answerCorrectionNow = (c: Request): Promise<Response> =>
  submit(c, answerCorrection, {
    add: { id: c.req.param('correction') },
    done: () => redirect(c, `/notula/${c.req.param('id')}#koreksi`, said('answerCorrection')),
    again: (values, errors, status) => showPage(c, { values, errors, status, correction: c.req.param('correction') }),
  })

const operations = { send: sendMinutes, approve: approveMinutes, return: returnMinutes, distribute: distributeMinutes } satisfies Record<
  string,
  AnyOperation
>

/** Every act leads back to the minutes, which show what came of it. */
export const actNow = (act: keyof typeof operations) => (c: Request) =>
  submit(c, operations[act] as AnyOperation, {
    add: { id: c.req.param('id') },
    done: () => redirect(c, `/notula/${c.req.param('id')}`, said(act)),
    again: (values, errors, status) => (act === 'return' ? returnPage(c, { values, errors, status }) : showPage(c, { errors, status })),
  })

export async function returnPage(c: Request, { values = {}, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const minutes = await loadMinutes(c)
  if (status === 200 && !minutes.acts.includes('return')) return c.redirect(`/notula/${minutes.id}`, 303)
  const title = words[c.var.viewer.locale].acts.return
  return show(
    c,
    { title, breadcrumbs: crumbs(c, minutes, title), status },
    <ReturnForm
      minutes={minutes}
      values={{ ...values, rev: status === 409 ? minutes.rev : (values.rev ?? minutes.rev) }}
      errors={errors}
    />,
  )
}

export async function historyPage(c: Request): Promise<Response> {
  const minutes = await loadMinutes(c)
  const history = await call(c.var.kernel, c.var.actor, showHistory, { id: minutes.id })
  const title = words[c.var.viewer.locale].history
  return show(c, { title, breadcrumbs: crumbs(c, minutes, title) }, <HistoryPage minutes={minutes} {...history} />)
}

export async function verificationPage(c: Request): Promise<Response> {
  const minutes = await loadMinutes(c)
  if (!minutes.hash) return c.redirect(`/notula/${minutes.id}`, 303)
  const verification = await call(c.var.kernel, c.var.actor, verifyMinutes, { id: minutes.id })
  const title = words[c.var.viewer.locale].fingerprint
  return show(c, { title, breadcrumbs: crumbs(c, minutes, title) }, <VerificationPage minutes={minutes} {...verification} />)
}

const said = (what: keyof (typeof words)['id']['done']) => inWords(words, w => w.done[what])

export const loadMinutes = (c: Request): Promise<MinutesDetail> =>
  call(c.var.kernel, c.var.actor, showMinutes, { id: c.req.param('id') ?? '' })

export const crumbs = (c: Request, { id, meeting, title }: Pick<MinutesDetail, 'id' | 'meeting' | 'title'>, here?: string) => [
  { href: '/rapat', label: meetingWords[c.var.viewer.locale].meetings },
  { href: `/rapat/${meeting.id}`, label: meeting.number },
  { href: here ? `/notula/${id}` : undefined, label: title },
  ...(here ? [{ label: here }] : []),
]
