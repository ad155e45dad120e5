import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { keepFile } from '../../../platform/files/store.ts'
import { type Context, newId, operation } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import type { Value } from '../../../platform/values/conditions.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, list, Upload } from '../../../platform/values/shapes.ts'
import { type AnswerProblem, checkAnswers } from '../../questionnaires/rules/answers.ts'
import { parseAnswer, parseForm, rowName, withFiles } from '../../questionnaires/rules/form.ts'
import {
  blankAsNull,
  changedUnseen,
  type Given,
  mergeAnswers,
  readSeen,
  revSeen,
  type Seen,
  seenAfter,
  seenText,
} from '../../questionnaires/rules/merge.ts'
import { type Form, questionsFor } from '../../questionnaires/rules/questions.ts'
import { flattenTables, questionOf, rowAt, rowHistory, type SentRows, unflattenTables } from '../../questionnaires/rules/rows.ts'
import { Answers } from '../../questionnaires/schema.ts'
import { type AnswerRow, type AnswerState, answerRows, answersAt, answersSince } from '../queries/answers.ts'
import { findAssignmentForChange, formOf, type LockedAssignment } from '../queries/assignments.ts'
import { type Captured, keepUnchosen } from '../queries/history.ts'
import { capturedAt } from '../rules/captured.ts'
import { refusals } from '../words/refusals.ts'
import { allowAnswer, audience, mustBeOpen } from './answering.ts'

const AnswerValue = Answers.valueType
/** As many as a form may have fields. */
const mostTimes = 5000
const Input = z.object({
  id,
  /** By answer key; null or an empty text takes an answer away. Questions that are not named stay as they are. */
  answers: z.record(z.string().max(200), AnswerValue.nullable()).default({}),
  /** From the form as it was read: what the sender has seen. */
  rev: z.string().max(40_000),
  /** Instead of `answers`, the texts of an HTML form by field name; without `changed` a whole form, in which what is missing is empty. */
  entries: z
    .array(z.tuple([z.string().max(300), z.string().max(60_000)]))
    .max(5000)
    .optional(),
  /** The fields that were touched. Without it, whatever stands in a whole form as it was seen counts as not touched. */
  changed: z.array(z.string().max(300)).max(5000).optional(),
  /** Questions whose stored answer stays, after a conflict. */
  keep: list(z.string().max(200), 1000).default([]),
  /** Values of fields that were not chosen against the stored one, for the history alone: by field name, as the form has them. */
  unchosen: list(z.object({ name: z.string().max(300), value: list(z.string().max(60_000), 1000) }), 1000).default([]),
  /** When what is sent was written, by answer key or field name, as the clock of the sender's device says; decides nothing. */
  capturedAt: z
    .record(z.string().max(300), z.coerce.date<Date | string>())
    .refine(claims => Object.keys(claims).length <= mostTimes, { params: { message: refusals.tooManyTimes({ most: mostTimes }) } })
    .default({}),
  uploads: list(z.object({ key: z.string().max(200), file: Upload }), 50).default([]),
})
const Saved = z.object({
  rev: z.string(),
  savedAt: z.date(),
  changed: z.int(),
  /** Changed by somebody else since it was seen: both values, nothing overwritten. Send again with the new `rev` to keep `mine`. */
  conflicts: z.record(
    z.string(),
    z.object({ mine: AnswerValue.nullable(), theirs: AnswerValue.nullable(), by: z.string().nullable(), at: z.date() }),
  ),
  /** Values of the wrong kind, which were not kept. */
  problems: z.record(z.string(), z.object({ code: z.string(), limit: z.number().optional() })),
  /** Keys that are no question of this form. */
  unknown: z.array(z.string()),
})

export const saveAnswers = operation({
  name: 'answers.save',
  summary:
    'Save answers of a form as a draft, question by question; what somebody else changed meanwhile comes back under `conflicts`, with both values, and the one that is not stored goes to `answers.history`',
  power: 'answer.write',
  input: Input,
  output: Saved,
  example: { id: example.assignment, rev: '0', answers: { coordination: 'good' } },
  async run(context, { id, rev, uploads, ...sent }) {
    const assignment = await findAssignmentForChange(context, id)
    allowAnswer(context, assignment, 'answer.write')
    mustBeOpen(context, assignment)
    const form = formOf(assignment)
    const rows = await answerRows(context, [id])
    const whole = sent.entries !== undefined && sent.changed === undefined
    const { answers, sentRows } = sentAnswers(form, sent)
    const given = await storeUploads(context, assignment, form, answers, rows, uploads)
    const checked = checkAnswers(form, given, { final: false })
    const sound: Given = Object.fromEntries(
      Object.entries(given)
        .filter(([key]) => !(key in checked.problems) && !checked.unknown.includes(key))
        .map(([key]) => [key, checked.answers[key] ?? null]),
    )
    const captured = capturedOf(context, assignment, sent.capturedAt)
    await keepUnchosen(context, id, unchosenAnswers(form, sent.unchosen), captured)
    return {
      ...(await merge(context, assignment, rows, sound, { sentRows, seen: readSeen(rev), whole, captured })),
      problems: checked.problems as Record<string, AnswerProblem>,
      unknown: checked.unknown,
    }
  },
})

/** What a form sent, by question. A field of a table is called `key[row]`, and only the rows that were touched are meant. */
function sentAnswers(
  form: Form,
  { answers, entries, changed, keep }: Pick<z.output<typeof Input>, 'answers' | 'entries' | 'changed' | 'keep'>,
): { answers: Given; sentRows: SentRows } {
  if (!entries) return { answers, sentRows: new Map() }
  const read = parseForm<never>(form, entries).answers
  const touched = changed && new Set(changed)
  const named = changed && new Set(changed.map(questionOf))
  const asked = questionsFor(form).filter(
    ({ key, question }) => question.type !== 'info' && !keep.includes(key) && (named?.has(key) ?? true),
  )
  const rows = asked.flatMap(({ key, question }): [string, string[]][] => {
    if (question.type !== 'table-of-scales') return []
    const all = question.rows.map(row => row.key)
    return [[key, touched && !touched.has(key) ? all.filter(row => touched.has(rowName(key, row))) : all]]
  })
  return { answers: Object.fromEntries(asked.map(({ key }) => [key, read[key] ?? null])), sentRows: new Map(rows) }
}

/** When an answer was written, by its key: of a table, when its last row was. */
function capturedOf({ clock }: Context, { opensOn }: LockedAssignment, claims: Readonly<Record<string, Date>>): Captured {
  const now = clock.now()
  const last = new Map<string, Date>()
  for (const [name, claim] of Object.entries(claims)) {
    const key = questionOf(name)
    const at = capturedAt(claim, { now, opensOn })
    if (at && !(last.get(key)! > at)) last.set(key, at)
  }
  return key => last.get(key) ?? null
}

/** By answer key; of a table, row by row. A file is not written, and so is not among them. */
function unchosenAnswers(form: Form, unchosen: z.output<typeof Input>['unchosen']): [string, Value | null][] {
  if (unchosen.length === 0) return []
  const asked = new Map(questionsFor(form).map(({ key, question }) => [key, question]))
  return unchosen.flatMap(({ name, value }): [string, Value | null][] => {
    const key = questionOf(name)
    const question = asked.get(key)
    if (!question || question.type === 'info' || question.type === 'file') return []
    return [[key, blankAsNull(parseAnswer(key, question, new Map([[name, value]])) ?? null)]]
  })
}

async function merge(
  context: Context,
  assignment: LockedAssignment,
  rows: AnswerRow[],
  given: Given,
  { sentRows, seen, whole, captured }: { sentRows: SentRows; seen: Seen; whole: boolean; captured: Captured },
) {
  const now = new Map(rows.map(row => [row.key, row]))
  const since = await answersSince(
    context,
    rows.flatMap(({ id, key, rev }) => (sentRows.has(key) && rev > revSeen(seen, key) ? [{ id, key, rev: revSeen(seen, key) }] : [])),
  )
  const stored = new Map(
    rows.flatMap((row): [string, AnswerState][] =>
      sentRows.has(row.key) ? rowHistory<AnswerState>(row.key, [...(since.get(row.key) ?? []), row]) : [[row.key, row]],
    ),
  )
  const sent = flattenTables(given, sentRows)
  const unseen = whole ? changedUnseen(stored, seen).filter(name => name in sent && now.has(name)) : []
  const earlier = await answersAt(
    context,
    unseen.map(key => ({ id: now.get(key)!.id, key, rev: revSeen(seen, key) })),
  )
  const before = (name: string) =>
    sentRows.has(questionOf(name))
      ? rowAt(since.get(questionOf(name))?.findLast(({ rev }) => rev <= revSeen(seen, name))?.value, name)
      : (earlier.get(name) ?? null)
  const outcome = mergeAnswers(stored, before, sent, { seen, whole })
  const changes = unflattenTables(outcome.changes, sentRows, key => now.get(key)?.value ?? null)
  const changed = Object.keys(changes).length
  const next = changed ? assignment.rev + 1 : assignment.rev
  if (changed) await store(context, assignment, changes, next, captured)
  const after = (key: string) => blankAsNull(key in changes ? changes[key]! : (now.get(key)?.value ?? null))
  const lost = Object.fromEntries(outcome.conflicts.map(name => [name, blankAsNull(sent[name] ?? null)]))
  await keepUnchosen(context, assignment.id, Object.entries(unflattenTables(lost, sentRows, () => null)), captured)
  const mine = unflattenTables(Object.fromEntries(outcome.conflicts.map(name => [name, sent[name] ?? null])), sentRows, after)
  return {
    rev: seenText(seenAfter(stored, sent, outcome, seen, next)),
    savedAt: context.clock.now(),
    changed,
    conflicts: Object.fromEntries(
      outcome.conflicts.map(name => {
        const key = questionOf(name)
        const { by, at } = stored.get(name)!
        return [key, { mine: mine[key]!, theirs: after(key), by, at }]
      }),
    ),
  }
}

/**
 * Who wrote what when stands with each answer, and its earlier values in the history of the row; so the audit trail has the beginning
 * of a draft and its submission, not every sentence in between.
 */
export async function store(
  context: Context,
  assignment: LockedAssignment,
  changes: Given,
  rev: number,
  captured: Captured = () => null,
): Promise<void> {
  const at = context.clock.now()
  const rows = Object.entries(changes).map(([key, value]) => ({ id: newId(), key, value: blankAsNull(value), captured_at: captured(key) }))
  await sql`
    insert into answer (id, assignment_id, key, value, rev, by, at, captured_at)
    select r.id, ${assignment.id}, r.key, coalesce(r.value, 'null'), ${rev}, ${context.actor.personId}::uuid, ${at}, r.captured_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, key text, value jsonb, captured_at timestamptz)
    on conflict (assignment_id, key) do update set value = excluded.value, rev = excluded.rev, by = excluded.by, at = excluded.at,
      captured_at = excluded.captured_at`.execute(context.db)
  await context.db
    .updateTable('assignment')
    .set({ rev, started_at: assignment.startedAt ?? at })
    .where('id', '=', assignment.id)
    .execute()
  if (!assignment.startedAt) record(context, { kind: 'assignment', id: assignment.id, ...audience(assignment) }, null, { startedAt: at })
}

/** Stores the files that came along and adds them to their answers. An answer names only files that came with this very question. */
async function storeUploads(
  context: Context,
  assignment: LockedAssignment,
  form: Form,
  answers: Given,
  rows: AnswerRow[],
  uploads: { key: string; file: { name: string; bytes: Uint8Array } }[],
): Promise<Given> {
  const fileKeys = new Set(questionsFor(form).flatMap(({ key, question }) => (question.type === 'file' ? [key] : [])))
  let given = await ownFilesOnly(context, assignment, answers, fileKeys)
  for (const { key, file } of uploads) {
    if (!fileKeys.has(key)) throw invalid(key, refusals.fileNotAsked)
    const kept = await keepFile(context, file, audience(assignment), key)
    await context.db.insertInto('answer_file').values({ file_id: kept.id, assignment_id: assignment.id, key }).execute()
    const present = key in given ? given[key] : rows.find(row => row.key === key)?.value
    given = { ...given, ...withFiles(Array.isArray(present) ? { [key]: present } : {}, key, [kept.id]) }
  }
  return given
}

async function ownFilesOnly({ db }: Context, assignment: LockedAssignment, answers: Given, fileKeys: ReadonlySet<string>): Promise<Given> {
  const named = Object.entries(answers).filter(([key, value]) => fileKeys.has(key) && blankAsNull(value) !== null)
  if (named.length === 0) return answers
  const own = await db.selectFrom('answer_file').select(['file_id', 'key']).where('assignment_id', '=', assignment.id).execute()
  for (const [key, value] of named) {
    const strange = (Array.isArray(value) ? value : []).some(file => !own.some(row => row.file_id === file && row.key === key))
    if (strange) throw invalid(key, refusals.fileOfOtherQuestion)
  }
  return answers
}
