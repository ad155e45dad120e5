import type { Localized } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { endsWithOffice, type Term } from '../rules.ts'
import { refusals } from '../words/refusals.ts'

/** Refuses `invalid` a term at an office that has closed, or will have when the term begins. Who is there already stays. */
export async function refuseClosed(context: Context, officeId: string, term: Term): Promise<void> {
  const { closed_on: closedOn } = await context.db
    .selectFrom('office')
    .select('closed_on')
    .where('id', '=', officeId)
    .executeTakeFirstOrThrow()
  const today = context.clock.today()
  if (closedOn && !endsWithOffice(term, closedOn, today)) throw invalid('office', whyClosed(closedOn, today))
}

export const whyClosed = (closedOn: string, today: string): Localized =>
  (today < closedOn ? refusals.officeCloses : refusals.officeClosed)({ day: closedOn })
