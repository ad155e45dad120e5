import { z } from 'zod'
import { reach } from '../../../platform/authority/reach.ts'
import { storedFile } from '../../../platform/files/flow.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { Download, id } from '../../../platform/values/shapes.ts'
import { readable, visibleAssignments } from '../queries/assignments.ts'

export const downloadAnswerFile = operation({
  name: 'answers.file',
  summary: 'Download a file that came with an answer; of the other side only when its answers may be seen',
  power: 'answer.read',
  reads: true,
  input: z.object({ id, file: id }),
  output: Download,
  example: { id: example.assignment, file: example.file },
  async run(context, { id, file }) {
    reach(context, 'answer.read')
    const found = await context.db
      .selectFrom('assignment as t')
      .innerJoin('cycle as c', 'c.id', 't.cycle_id')
      .innerJoin('office_card as o', 'o.id', 't.office_id')
      .innerJoin('answer_file as w', 'w.assignment_id', 't.id')
      .select('w.file_id')
      .where('t.id', '=', id)
      .where('w.file_id', '=', file)
      .where(readable(context))
      .where(eb => eb.exists(concerning(context, id)))
      .executeTakeFirst()
    if (!found) throw notFound()
    return storedFile(context, file)
  },
})

/**
 * As `assignments.show` gives answers: somebody sees this form, or one of the other side in the same agreement and cycle. Partners stay
 * apart.
 */
const concerning = (context: Parameters<typeof visibleAssignments>[0], id: string) =>
  visibleAssignments(context)
    .innerJoin('assignment as own', join => join.onRef('own.cycle_id', '=', 't.cycle_id').onRef('own.agreement_id', '=', 't.agreement_id'))
    .select('t.id')
    .where('own.id', '=', id)
    .where(eb => eb.or([eb('own.id', '=', eb.ref('t.id')), eb('own.side', '<>', eb.ref('t.side'))]))
