import { inForce } from '../../../platform/authority/in-force.ts'
import { reach } from '../../../platform/authority/reach.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { addDays } from '../../../platform/values/clock.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { findOffice } from '../../organisation/queries/offices.ts'
import { findPerson } from '../../organisation/queries/persons.ts'
import { daysBack, pastSeats } from '../queries/past.ts'
import { rateOf } from '../rules/rate.ts'
import { PastAttendance, PastFilter } from '../schema/past.ts'
import { refusals } from '../words/refusals.ts'

const size = 50

export const showPast = operation({
  name: 'attendance.past',
  summary:
    'How regularly somebody came to the sessions of a year that they were invited to, since their present appointment began, or whoever held the positions of an office; with each session',
  power: 'meeting.read',
  reads: true,
  input: PastFilter,
  output: PastAttendance,
  example: { person: example.person },
  async run(context, { person, office, status, after = 0 }) {
    reach(context, 'meeting.read')
    if ((person === undefined) === (office === undefined)) throw invalid('person', refusals.personOrOffice)
    const year = addDays(context.clock.today(), -daysBack)
    const { who, since } = person ? await ofPerson(context, person, year) : { who: await named(context, office!), since: year }
    const all = (await pastSeats(context, person ? { person: who.id } : { office: who.id })).filter(({ day }) => day >= since)
    const seats = status ? all.filter(seat => seat.status === status) : all
    return {
      ...{ who, since, total: seats.length },
      rate: rateOf(all, { from: since, to: null }),
      seats: seats.slice(after, after + size),
      next: after + size < seats.length ? String(after + size) : null,
      previous: after > 0 ? String(Math.max(0, after - size)) : null,
    }
  },
})

async function named(context: Context, ref: string): Promise<{ id: string; name: string }> {
  const { id, name } = await findOffice(context, ref)
  return { id, name }
}

/** From the first day of what they hold now on, if that is within the year; of somebody who holds nothing, the year. */
async function ofPerson(context: Context, ref: string, year: string) {
  const { id, name } = await findPerson(context, ref)
  const held = await context.db
    .selectFrom('appointment_card as a')
    .select('a.from_on as from')
    .where('a.person_id', '=', id)
    .where(inForce('a', context.clock.today()))
    .orderBy('a.from_on')
    .limit(1)
    .executeTakeFirst()
  const since = held?.from && held.from > year ? held.from : year
  return { who: { id, name }, since }
}
