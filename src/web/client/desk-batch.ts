/** What a desk notes of somebody, as it goes to the server (`attendance.record`). */
export type DeskEvent = {
  id: string
  invitee: string
  session: string
  kind: 'in' | 'out'
  at: string
  source: string
  method: 'qr' | 'name'
  proxy?: string | undefined
}
export type Batch = { form: string; events: readonly DeskEvent[] }

/** So many go in one request. */
export const mostInBatch = 100

/**
 * The batch of a desk that waits, with one event more: what takes its place in the outbox, under the same form. A full one stays as it is
 * and another begins. Should a batch be on its way meanwhile, its events go twice: the server knows them by their ids. Where the browser
 * was closed before what had taken a place had emptied it, two batches have one form: what is put there has the events of both.
 */
export function withEvent(desk: string, waiting: readonly Batch[], event: DeskEvent): Batch {
  const own = waiting.filter(({ form }) => form.startsWith(`${desk}:`))
  for (const { form } of own) {
    const alike = own.filter(batch => batch.form === form).flatMap(({ events }) => events)
    const events = new Map(alike.map(each => [each.id, each]))
    if (events.size < mostInBatch) return { form, events: [...events.values(), event] }
  }
  return { form: `${desk}:${event.id}`, events: [event] }
}

/** The last thing that this desk noted of somebody in a session, of what it knows: by the time it was noted. */
export const lastOf = (events: readonly DeskEvent[], session: string, invitee: string): DeskEvent | undefined =>
  events
    .filter(each => each.session === session && each.invitee === invitee)
    .reduce<DeskEvent | undefined>((last, each) => (last && last.at > each.at ? last : each), undefined)
