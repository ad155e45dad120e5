import { can } from '../../../platform/authority/reach.ts'
import { type Request, readForm, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { call } from '../../../platform/operation/operation.ts'
import { onlyFor } from '../../../web/only-for.ts'
import { sectionsOn } from '../../../web/sections.ts'
import { show } from '../../../web/show.tsx'
import { listAssignments } from '../operations/assignments.ts'
import { showBoard } from '../operations/board.ts'
import { closeCycle, openCycle } from '../operations/cycle-lifecycle.ts'
import { previewCycle, showCycle } from '../operations/cycles.ts'
import { inviteAll, letterPowers, remindAll, showInvitations } from '../operations/letter-runs.ts'
import type { LetterRun } from '../rules/letters.ts'
import { isTaking, missingIn } from '../rules/phase.ts'
import type { AssignmentRow } from '../schema.ts'
import { CycleBoard, CyclePlan } from '../views/cycle-board.tsx'
import { ClosePage } from '../views/cycle-head.tsx'
import { LetterPreviewPage } from '../views/letter-preview.tsx'
import { evaluationWords as words } from '../words.ts'

const idOf = (c: Request) => ({ id: c.req.param('id')! })

export async function boardPage(c: Request): Promise<Response> {
  const { actor, kernel, viewer } = c.var
  const cycle = await call(kernel, actor, showCycle, idOf(c))
  const mayWrite = can(actor, 'cycle.write', { path: cycle.office.path })
  const frame = { title: cycle.name, breadcrumbs: [{ href: '/evaluasi', label: words[viewer.locale].title }, { label: cycle.name }] }
  // What others add is of the whole cycle, and has no place beside one province.
  const sections = c.req.query('provinsi') ? null : await sectionsOn(c, 'cycle', { id: cycle.id, name: cycle.name })
  if (cycle.phase === 'draft')
    return show(
      c,
      frame,
      <>
        <CyclePlan
          cycle={cycle}
          powers={{ mayWrite, mayInvite: false }}
          preview={mayWrite ? await call(kernel, actor, previewCycle, idOf(c)) : null}
        />
        {sections}
      </>,
    )
  const province = c.req.query('provinsi')
  const board = await call(kernel, actor, showBoard, { ...idOf(c), ...(province ? { province } : {}) })
  const waiting = await call(kernel, actor, listAssignments, {
    cycle: cycle.id,
    state: missingIn(cycle),
    ...(board.place ? { province: board.place.code } : {}),
  })
  const { may, place } = board.reminding
  const where = { ...idOf(c), ...(place ? { province: place.code } : {}) }
  const path = place?.path ?? cycle.office.path
  const run = may || can(actor, 'assignment.remind', { path }) ? await call(kernel, actor, showInvitations, where) : null
  const missed =
    run?.finished && isTaking(cycle.phase) && can(actor, letterPowers[run.letter], { path })
      ? (await call(kernel, actor, run.letter === 'invitation' ? inviteAll : remindAll, { ...where, preview: true })).preview
      : null
  return show(
    c,
    frame,
    <>
      <CycleBoard
        board={board}
        waiting={waiting.assignments.slice(0, 8)}
        waitingTotal={waiting.total}
        hasLetters={waiting.hasLetters}
        run={run}
        preview={missed}
        powers={{ mayWrite, mayInvite: can(actor, 'cycle.write', { path }) }}
        mayInvite={mayInvite(c)}
      />
      {sections}
    </>,
  )
}

/** Whether a letter can be sent about a form: while answers are taken, by who knows the partner’s contacts. */
export const mayInvite =
  ({ var: { actor } }: Request) =>
  ({ office, phase }: Pick<AssignmentRow, 'office' | 'phase'>): boolean =>
    isTaking(phase) && can(actor, 'partner.contact', { path: office.path })

export async function open(c: Request): Promise<Response> {
  const { cycle, added } = await call(c.var.kernel, c.var.actor, openCycle, { ...idOf(c), rev: (await readForm(c)).rev })
  return redirect(
    c,
    `/evaluasi/${cycle.id}`,
    inWords(words, w => w.opened({ count: added })),
  )
}

export async function closePage(c: Request): Promise<Response> {
  onlyFor(c, 'cycle.write')
  const cycle = await call(c.var.kernel, c.var.actor, showCycle, idOf(c))
  const w = words[c.var.viewer.locale]
  return show(
    c,
    {
      title: w.closeTitle,
      breadcrumbs: [{ href: '/evaluasi', label: w.title }, { href: `/evaluasi/${cycle.id}`, label: cycle.name }, { label: w.close }],
    },
    <ClosePage cycle={cycle} />,
  )
}

export async function close(c: Request): Promise<Response> {
  const { id } = await call(c.var.kernel, c.var.actor, closeCycle, idOf(c))
  return redirect(
    c,
    `/evaluasi/${id}`,
    inWords(words, w => w.closed),
  )
}

const operations = { invitation: inviteAll, reminder: remindAll }
const scoped = (c: Request) => ({ ...idOf(c), ...(c.req.query('provinsi') ? { province: c.req.query('provinsi')! } : {}) })

/** Who would be written to, before anything is. */
export const lettersPage =
  (letter: LetterRun['letter']) =>
  async (c: Request): Promise<Response> => {
    const { actor, kernel, viewer } = c.var
    const cycle = await call(kernel, actor, showCycle, idOf(c))
    // Of the whole cycle, for whoever may remind in one place of it alone: of that place.
    const isWhole = c.req.query('provinsi') || can(actor, letterPowers[letter], { path: cycle.office.path })
    const place = isWhole ? null : (await call(kernel, actor, showBoard, idOf(c))).reminding.place
    const scope = { ...scoped(c), ...(place ? { province: place.code } : {}) }
    const { preview } = await call(kernel, actor, operations[letter], { ...scope, preview: true })
    const w = words[viewer.locale]
    const title = w.letters[letter].title({ where: preview.place?.name ?? cycle.name })
    const back = `/evaluasi/${cycle.id}${preview.place ? `?provinsi=${preview.place.code}` : ''}`
    return show(
      c,
      { title, breadcrumbs: [{ href: '/evaluasi', label: w.title }, { href: back, label: cycle.name }, { label: title }] },
      <LetterPreviewPage cycle={cycle} letter={letter} preview={preview} origin={c.var.kernel.baseUrl} />,
    )
  }

export const sendLetters =
  (letter: LetterRun['letter']) =>
  async (c: Request): Promise<Response> => {
    await call(c.var.kernel, c.var.actor, operations[letter], scoped(c))
    const { id, province } = { province: undefined, ...scoped(c) }
    return redirect(
      c,
      `/evaluasi/${id}${province ? `?provinsi=${province}` : ''}`,
      inWords(words, w => w.letters.started),
    )
  }
