import type { Context } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { isId } from '../../../platform/values/shapes.ts'
import { visiblePersons } from '../../organisation/queries/persons.ts'
import { refusals } from '../words/refusals.ts'

/** The person in reach that an id or an e-mail address means, who has not left. Refuses `person` where there is none. */
export async function personMeant(context: Context, ref: string): Promise<{ id: string; name: string }> {
  const found = await visiblePersons(context)
    .where(isId(ref) ? 'p.id' : 'p.email', '=', isId(ref) ? ref : ref.toLowerCase())
    .where('p.left_at', 'is', null)
    .select(['p.id', 'p.name'])
    .executeTakeFirst()
  if (!found) throw invalid('person', refusals.personUnknown)
  return found
}
