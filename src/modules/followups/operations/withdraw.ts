import { authorize } from '../../../platform/authority/reach.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { findFollowUpForChange } from '../queries/visible.ts'
import { ownerOf, tell } from './letters.ts'
import { transition } from './transition.ts'

/**
 * Cancels a follow-up that was begun by mistake, for other modules inside their own operation; what somebody has reported on stays. Asks
 * `followup.write` in its office.
 */
export async function withdrawFollowUp(context: Context, id: string, note: string): Promise<void> {
  const held = await findFollowUpForChange(context, id)
  if (held.state !== 'open') return
  authorize(context, 'followup.write', { path: held.path })
  const event = await transition(context, held, 'cancel', { kind: 'cancelled', note })
  await tell(context, 'cancelled', event, held, await ownerOf(context, held.ownerId), note)
}
