import { z } from 'zod'
import { asksForJson, type Request, redirect } from '../../../platform/doors/request.ts'
import { formatNumber, formatScore, formatTime } from '../../../platform/i18n/format.ts'
import { inEach, inWords, type Locale } from '../../../platform/i18n/words.ts'
import { type Entries, readEntries } from '../../../platform/intake/entries.ts'
import { call } from '../../../platform/operation/operation.ts'
import { type FieldErrors, Refusal, someWrong } from '../../../platform/refusals/refusal.ts'
import type { Value } from '../../../platform/values/conditions.ts'
import { typedNumber } from '../../../platform/values/numbers.ts'
import { sectionsOn } from '../../../web/sections.ts'
import { errorsOf, show } from '../../../web/show.tsx'
import { type AnswerProblem, checkAnswers } from '../../questionnaires/rules/answers.ts'
import { formValues, namesOf, parseForm } from '../../questionnaires/rules/form.ts'
import { same } from '../../questionnaires/rules/merge.ts'
import { questionsFor } from '../../questionnaires/rules/questions.ts'
import { rowAt } from '../../questionnaires/rules/rows.ts'
import type { Answers } from '../../questionnaires/schema.ts'
import { fieldLabels } from '../../questionnaires/views/texts.ts'
import { problemText } from '../../questionnaires/words.ts'
import { relatedThings } from '../../things/operations.ts'
import { showAssignment } from '../operations/assignments.ts'
import { saveAnswers } from '../operations/save-answers.ts'
import { submitAnswers } from '../operations/submit-answers.ts'
import type { Assignment } from '../schema.ts'
import { AssignmentPage } from '../views/assignment-page.tsx'
import { refusals } from '../words/refusals.ts'
import { evaluationWords as words } from '../words.ts'
import { crumbsOf, powersOver } from './assignments.tsx'

const idOf = (c: Request) => ({ id: c.req.param('id')! })
type Shown = Pick<Parameters<typeof AssignmentPage>[0], 'again' | 'unsent'>
type Again = Shown['again']

export const showPage = async (c: Request): Promise<Response> => page(c, await call(c.var.kernel, c.var.actor, showAssignment, idOf(c)))

/** The other side's forms too: that there is one is no secret. */
const relatedTo = ({ agreement, office, partner, cycle, counterparts }: Assignment) => [
  { kind: 'agreement', id: agreement.id },
  partner && { kind: 'partner', id: partner.id },
  { kind: 'office', id: office.id },
  { kind: 'cycle', id: cycle.id },
  ...counterparts.map(({ id }) => ({ kind: 'assignment', id })),
]

async function page(c: Request, assignment: Assignment, more: Shown = {}, status: 200 | 422 | 409 = 200): Promise<Response> {
  const crumbs = crumbsOf(c, assignment).map((crumb, at, all) => (at === all.length - 1 ? { label: crumb.label } : crumb))
  return show(
    c,
    { title: assignment.agreement.title, breadcrumbs: crumbs, status },
    <>
      <AssignmentPage
        assignment={assignment}
        powers={powersOver(c, assignment)}
        things={await relatedThings(c, relatedTo(assignment))}
        draftId={`${c.var.actor.personId}:${assignment.id}`}
        {...more}
      />
      {await sectionsOn(c, 'assignment', { id: assignment.id, name: assignment.agreement.title })}
    </>,
  )
}

/** The whole form, by whichever button: saved first, so that nothing is lost, then submitted if that was asked. */
export async function post(c: Request): Promise<Response> {
  const { kernel, actor, viewer } = c.var
  const entries = await readEntries(c, true)
  const sent = {
    ...idOf(c),
    rev: revIn(entries),
    entries: entries.texts,
    keep: textsOf(entries, '_pakai'),
    ...fromDevice(entries),
    uploads: entries.files,
  }
  try {
    const saved = await call(kernel, actor, saveAnswers, sent, 'page', keyOf(entries, 'simpan'))
    c.header('sinergi-saved', '1')
    if (asksForJson(c)) await refuseWrong(c, saved, entries)
    if (Object.keys(saved.conflicts).length) return await again(c, entries, { conflicts: saved.conflicts as never, rev: saved.rev }, 409)
    if (Object.keys(saved.problems).length)
      return await again(c, entries, { problems: saved.problems as Record<string, AnswerProblem>, rev: saved.rev }, 422)
    if (Object.keys(entries.problems).length)
      return await again(c, entries, { errors: errorsOf(someWrong(entries.problems), viewer.locale), rev: saved.rev }, 422)
  } catch (error) {
    if (!(error instanceof Refusal) || asksForJson(c)) throw error
    if (error.code === 'conflict') return unsent(c, entries, error)
    if (error.code !== 'invalid') throw error
    return again(c, entries, { errors: errorsOf(error, viewer.locale), rev: revIn(entries) }, 422)
  }
  if (!asksToSubmit(entries))
    return redirect(
      c,
      `/evaluasi/isian/${idOf(c).id}`,
      inWords(words, w => w.draftSaved),
    )
  return send(c, entries)
}

const asksToSubmit = (entries: Entries): boolean => textsOf(entries, 'aksi').includes('kirim')

async function send(c: Request, entries: Entries): Promise<Response> {
  const { kernel, actor } = c.var
  try {
    const { id, score, unasked } = await call(
      kernel,
      actor,
      submitAnswers,
      { ...idOf(c), ...sentOff(entries) },
      'page',
      keyOf(entries, 'kirim'),
    )
    const told = inWords(words, (w, locale) =>
      [
        w.submitted({ score: score === null ? '' : formatScore(locale, score) }),
        ...(unasked.length ? [w.unasked({ count: formatNumber(locale, unasked.length) })] : []),
      ].join(' '),
    )
    return redirect(c, `/evaluasi/isian/${id}`, told)
  } catch (error) {
    if (!(error instanceof Refusal) || asksForJson(c)) throw error
    if (error.code === 'conflict') return unsent(c, entries, error)
    if (error.code !== 'invalid') throw error
    const assignment = await call(kernel, actor, showAssignment, idOf(c))
    const answers = assignment.given?.answers ?? {}
    const { problems } = checkAnswers(assignment, answers, { final: true })
    return page(c, assignment, { again: { answers, problems, rev: assignment.rev } }, 422)
  }
}

/** To a script, what stands in the way is said at once: it shows the form itself, or lets it wait on the device with the reason. */
async function refuseWrong(
  c: Request,
  { conflicts, problems }: Pick<z.output<typeof saveAnswers.output>, 'conflicts' | 'problems'>,
  entries: Entries,
): Promise<void> {
  if (Object.keys(conflicts).length)
    throw new Refusal('conflict', refusals.answersChangedElsewhere({ count: Object.keys(conflicts).length }))
  if (Object.keys(problems).length === 0 && Object.keys(entries.problems).length === 0) return
  const form = await call(c.var.kernel, c.var.actor, showAssignment, idOf(c))
  const wrong = Object.entries(problems).map(([key, problem]) => {
    const said = problemText(problem as AnswerProblem)
    return [key, [inEach(locale => `${fieldLabels(form, locale)[key]}: ${said[locale as Locale]}`)]] as const
  })
  throw someWrong({ ...Object.fromEntries(wrong), ...entries.problems } as FieldErrors)
}

/** The form once more as it was sent, with what stands in the way; files that were kept meanwhile are with their answers. */
async function again(
  c: Request,
  entries: Entries,
  what: Partial<NonNullable<Again>> & { rev: string },
  status: 422 | 409,
): Promise<Response> {
  const assignment = await call(c.var.kernel, c.var.actor, showAssignment, idOf(c))
  const kept = assignment.given?.answers ?? {}
  const taken = textsOf(entries, '_pakai')
  const sent = parseForm<never>(assignment, entries.texts).answers
  const files: Answers = Object.fromEntries(
    Object.entries(kept).filter(([key]) => entries.files.some(file => file.key === key) || taken.includes(key)),
  )
  const answers = { ...sent, ...files }
  const stored = storedOf(c, assignment, answers, what)
  // Whoever sends it off is told at once of what is missing, too.
  const missing = what.problems && asksToSubmit(entries) ? checkAnswers(assignment, answers, { final: true }).problems : {}
  const problems = what.problems && { problems: { ...missing, ...what.problems } }
  return page(c, assignment, { again: { answers, ...what, ...problems, stored } }, status)
}

/** What is stored of all that was not taken, by form name: of what is wrong or in conflict, else of the whole form. */
function storedOf(
  c: Request,
  assignment: Assignment,
  answers: Answers,
  { problems, conflicts }: Partial<NonNullable<Again>>,
): ReturnType<typeof fieldsOf> {
  const kept = assignment.given?.answers ?? {}
  const isRefused = (key: string) => (problems || conflicts ? key in (problems ?? {}) : !same(answers[key] ?? null, kept[key] ?? null))
  const names = questionsFor(assignment).flatMap(({ key, question }) =>
    ['info', 'file'].includes(question.type) ? [] : namesOf(key, question).map(name => [key, name] as const),
  )
  const values = Map.groupBy(formValues(assignment, kept), ([name]) => name)
  const refused = names.filter(([key]) => isRefused(key))
  return {
    ...Object.fromEntries(refused.map(([, name]) => [name, { value: values.get(name)?.map(([, value]) => value) ?? [] }])),
    ...fieldsOf(
      c,
      (conflicts ?? {}) as Record<string, Conflict>,
      names.map(([, name]) => name),
    ),
  }
}

/** Answers are not taken any more: somebody else submitted the form meanwhile, or its cycle was closed. */
async function unsent(c: Request, entries: Entries, { localized: message }: Refusal): Promise<Response> {
  const assignment = await call(c.var.kernel, c.var.actor, showAssignment, idOf(c))
  const kept = assignment.given?.answers ?? {}
  const sent = Object.entries(parseForm<never>(assignment, entries.texts).answers)
  const answers = Object.fromEntries(sent.filter(([key, value]) => !same(value, kept[key] ?? null)))
  return page(c, assignment, { unsent: { said: message[c.var.viewer.locale], answers } }, 409)
}

/** Where `<draft-form>` sends what was changed: all that is right is saved, and with 422 it says what is `wrong`, by form name. */
export async function autosave(c: Request): Promise<Response> {
  if (c.var.actor.kind === 'anonymous') return c.json({}, 401)
  const entries = await readEntries(c)
  const changed = textsOf(entries, 'berubah')
  const sent = { ...idOf(c), rev: revIn(entries), entries: entries.texts, changed, ...fromDevice(entries) }
  const saved = await call(c.var.kernel, c.var.actor, saveAnswers, sent)
  if (Object.keys(saved.conflicts).length) return c.json({ rev: saved.rev, fields: fieldsOf(c, saved.conflicts as never, changed) }, 409)
  const { rev, savedAt } = saved
  const wrong = Object.entries(saved.problems).map(([name, problem]) => [name, problemText(problem as AnswerProblem)[c.var.viewer.locale]])
  return wrong.length ? c.json({ rev, savedAt, wrong: Object.fromEntries(wrong) }, 422) : c.json({ rev, savedAt })
}

/** The same form sent again, since the answer was lost on the way, is saved once and submitted once. */
const keyOf = (entries: Entries, step: 'simpan' | 'kirim'): string | undefined => {
  const [key] = textsOf(entries, 'idempotency_key')
  return key && `${key.slice(0, 100)}:${step}`
}
const textsOf = ({ texts }: Entries, wanted: string): string[] => texts.flatMap(([name, value]) => (name === wanted ? [value] : []))
/**
 * What the script of the form adds: `_kalah`, a value each that a person gave up for the stored one; `_ditulis`, when which field was
 * written; `_dikirim`, when the form was sent off. What cannot be read is passed over, as all this decides nothing.
 */
function fromDevice(entries: Entries) {
  const unchosen = textsOf(entries, '_kalah').flatMap(text => json(Unchosen).safeParse(text).data ?? [])
  const [written] = textsOf(entries, '_ditulis')
  const times = [...Object.entries(json(Times).safeParse(written).data ?? {}), ...unchosen.map(({ name, at }) => [name, at] as const)]
  return { unchosen, capturedAt: Object.fromEntries(times.slice(0, 5000).map(([name, at]) => [name, new Date(at)])) }
}

function sentOff(entries: Entries) {
  const { data } = json(Time).safeParse(textsOf(entries, '_dikirim')[0])
  return data === undefined ? {} : { capturedAt: new Date(data) }
}

const json = <T extends z.ZodType>(shape: T) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue('not JSON')
        return z.NEVER
      }
    })
    .pipe(shape)
const Time = z.number().int().min(0).max(8.64e15)
const Times = z.record(z.string(), Time)
const Unchosen = z.object({ name: z.string(), value: z.array(z.string()), at: Time })
const revIn = (entries: Entries): string => textsOf(entries, 'rev')[0] ?? '0'

/** As the field would hold it. */
const textOf = (value: unknown): string => (typeof value === 'number' ? typedNumber(value) : String(value))

type Conflict = { mine: Value | null; theirs: Value | null; by: string | null; at: Date }
/** By form name, as the fields hold it: the rows of a table are fields of their own, of which only those in conflict are asked about. */
function fieldsOf(
  { var: { viewer } }: Request,
  conflicts: Record<string, Conflict>,
  changed: readonly string[],
): Record<string, { value: string[]; by?: string; at?: string }> {
  return Object.fromEntries(
    Object.entries(conflicts).flatMap(([key, { mine, theirs, by, at }]) => {
      const about = { by: by ?? words[viewer.locale].somebody, at: formatTime(viewer.locale, at, viewer.zone, 'short') }
      const rows = changed.filter(name => name.startsWith(`${key}[`))
      if (rows.length === 0) return [[key, { value: theirs === null ? [] : [theirs].flat().map(textOf), ...about }]]
      return rows
        .filter(name => rowAt(mine, name) !== rowAt(theirs, name))
        .map(name => [name, { value: [rowAt(theirs, name) ?? []].flat().map(textOf), ...about }])
    }),
  )
}
