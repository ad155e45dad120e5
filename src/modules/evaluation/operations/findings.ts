import { sql } from 'kysely'
import { z } from 'zod'
import { authorize } from '../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { dismissObsolete, syncFindings } from '../../findings/operations/sync.ts'
import type { FoundRow } from '../../findings/schema.ts'
import type { AskedObligation, Instrument, LocalizedText, Side } from '../../questionnaires/schema.ts'
import { answerRows, answersFrom } from '../queries/answers.ts'
import { findCycle } from '../queries/cycles.ts'
import { findingsIn, type WrittenFinding } from '../rules/findings.ts'

const batch = 200
type Source = {
  id: string
  cycleId: string
  side: Side
  agreementId: string
  officeId: string
  partnerId: string | null
  obligations: AskedObligation[]
  instrument: Instrument
  authorId: string | null
  author: string
}

export const collectFindings = operation({
  name: 'cycles.collectFindings',
  summary:
    'Turn what the submitted forms of a closed cycle say into findings, some forms at a time (runs in the background); those that are still said stay',
  power: 'cycle.write',
  input: z.object({ id, after: id.optional() }),
  output: z.object({ found: z.int(), next: id.nullable() }),
  example: { id: example.cycle },
  async run(context, { id, after }) {
    const cycle = await findCycle(context, id)
    authorize(context, 'cycle.write', { path: cycle.office.path })
    if (!cycle.closedAt) return { found: 0, next: null }
    const sources = await sourcesOf(context, id, query =>
      query
        .$if(after !== undefined, some => some.where('t.id', '>', after!))
        .orderBy('t.id')
        .limit(batch),
    )
    return { found: await collect(context, sources), next: sources.length === batch ? sources.at(-1)!.id : null }
  },
})

/**
 * Findings, new and gone, as soon as their side may be heard: an office's when it submits, a partner's when both sides see each other; the
 * rest when the cycle is closed. A finding is read by many, so before that it would tell what the form itself must not.
 */
export async function findWritten(
  context: Context,
  cycleId: string,
  part: { assignment: string } | { agreement: string } | null,
): Promise<void> {
  if (!part) return
  await collect(
    context,
    await sourcesOf(context, cycleId, query =>
      'assignment' in part ? query.where('t.id', '=', part.assignment) : query.where('t.agreement_id', '=', part.agreement),
    ),
  )
}

type Forms = ReturnType<typeof submittedForms>
const submittedForms = ({ db }: Context, cycleId: string) =>
  db
    .selectFrom('assignment as t')
    .innerJoin('cycle as c', 'c.id', 't.cycle_id')
    .innerJoin('instrument_card as i', 'i.id', 'c.instrument_id')
    .innerJoin('office_card as o', 'o.id', 't.office_id')
    .leftJoin('partner_card as p', 'p.id', 't.partner_id')
    .leftJoin('person_card as w', 'w.id', 't.submitted_by')
    .select([
      't.id',
      't.cycle_id as cycleId',
      't.side',
      't.agreement_id as agreementId',
      't.office_id as officeId',
      't.partner_id as partnerId',
      't.obligations',
      'i.definition as instrument',
      't.submitted_by as authorId',
      sql<string>`concat_ws(', ', w.name, coalesce(p.name, o.name))`.as('author'),
    ])
    .where('t.cycle_id', '=', cycleId)
    .where('t.submitted_at', 'is not', null)

const sourcesOf = async (context: Context, cycleId: string, part: (query: Forms) => Forms): Promise<Source[]> =>
  (await part(submittedForms(context, cycleId)).execute()) as Source[]

/** What is new and what changed in these forms, and what an earlier submission said and they no longer say. */
async function collect(context: Context, sources: Source[]): Promise<number> {
  const ids = sources.map(({ id }) => id)
  const answers = Map.groupBy(await answerRows(context, ids), ({ assignmentId }) => assignmentId)
  const written = new Map(sources.map(source => [source, findingsIn(source, answersFrom(answers.get(source.id) ?? []))]))
  const { added } = await syncFindings(
    context,
    'assignment',
    [...written].flatMap(([source, own]) => own.map(one => rowFrom(source, one))),
  )
  await dismissObsolete(context, 'assignment', new Map([...written].map(([{ id }, own]) => [id, own.map(({ answerKey }) => answerKey)])))
  return added
}

const rowFrom = (source: Source, { kind, category, text, obligationId, answerKey, questionKey }: WrittenFinding): FoundRow => ({
  kind,
  category,
  text,
  obligationId,
  officeId: source.officeId,
  partnerId: source.partnerId,
  agreementId: source.agreementId,
  side: source.side,
  cycleId: source.cycleId,
  sourceId: source.id,
  sourceKey: answerKey,
  question: questionOf(source.instrument, questionKey),
  authorId: source.authorId,
  author: source.author,
})

const questionOf = ({ sections }: Instrument, key: string): LocalizedText | null =>
  sections.flatMap(({ questions }) => questions).find(question => question.key === key)?.label ?? null
