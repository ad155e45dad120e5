import { type Context, newId } from '../../../platform/operation/operation.ts'
import type { Workflow } from '../../../platform/workflow/workflow.ts'
import { type AssignmentState, assignmentTransitions, type CycleState, cycleTransitions } from '../rules/transitions.ts'
import { labels } from '../words/labels.ts'
import { refusals } from '../words/refusals.ts'

export const cycleWorkflow: Workflow<CycleState, keyof typeof cycleTransitions> = {
  transitions: cycleTransitions,
  thing: refusals.cycle,
  states: locale => labels[locale].cycleStates,
}
export const assignmentWorkflow: Workflow<AssignmentState, keyof typeof assignmentTransitions> = {
  transitions: assignmentTransitions,
  thing: refusals.form,
  states: locale => labels[locale].assignmentStates,
}

/** A line in the history of each form. @returns the id of the first. */
export async function addEvents(
  context: Context,
  assignmentIds: readonly string[],
  kind: 'submitted' | 'returned' | 'extended',
  note: string | null = null,
  capturedAt: Date | null = null,
): Promise<string> {
  const said = { kind, note, by: context.actor.personId, at: context.clock.now(), captured_at: capturedAt }
  const rows = assignmentIds.map(assignment_id => ({ id: newId(), assignment_id, ...said }))
  await context.db.insertInto('assignment_event').values(rows).execute()
  return rows[0]!.id
}
