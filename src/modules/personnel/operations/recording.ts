import { sql } from 'kysely'
import type { Context } from '../../../platform/operation/operation.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { type Applied, markApplied } from '../../imports/operations/keeping-rows.ts'
import { countOpenRows, openRows } from '../../imports/operations/rows-of-batch.ts'
import type { Batch } from '../../imports/schema/batches.ts'
import { type Official, recordOfficial, updateOfficial } from '../../organisation/operations/officials.ts'
import { type KnownOfficial, knownOfficials, type OfficeToStaff, officesToStaff } from '../../organisation/queries/officials.ts'
import { isAsJudged, keyOfOfficial, newsFor } from '../rules/judge-persons.ts'
import type { JudgedPerson, PersonProblem } from '../schema.ts'

type Row = { id: string; judged: JudgedPerson }
type Become = Applied<PersonProblem>

/**
 * Records the next rows of a batch and marks them, all in this transaction: a row that is marked is recorded, once. A row that the register
 * refuses is set aside with the reason, and the others go on. Imports take turns, so that two of one file do not register anybody twice.
 * @returns how many rows are left
 */
export async function recordRows(context: Context, batch: Batch, most: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('person-imports'))`.execute(context.db)
  const rows = (await openRows(context, batch.id, most)) as unknown as Row[]
  const offices = new Map((await officesToStaff(context)).map(office => [office.code, office]))
  const become: Become[] = []
  for (const row of rows) become.push(await record(context, row, offices))
  if (rows.length) await markApplied(context, batch, become)
  return countOpenRows(context, batch.id)
}

async function record(context: Context, { id, judged }: Row, offices: ReadonlyMap<string, OfficeToStaff>): Promise<Become> {
  const as = (outcome: Become['as'], personId: string | null = null): Become => ({ id, as: outcome, personId, problem: null })
  if (judged.outcome === 'attention') return as('skipped')
  const office = offices.get(judged.office!)
  if (!office) return aside(id, 'register_changed')
  const known = await officialOf(context, judged)
  if (judged.outcome === 'duplicate') return as('duplicate', known?.personId)
  if (judged.outcome === 'ready' && known)
    return newsFor(judged, known).length ? aside(id, 'register_changed') : as('duplicate', known.personId)
  if (judged.outcome === 'update' && !(known && isAsJudged(judged, known))) return aside(id, 'register_changed')
  return attempt(context, id, async () => {
    if (!known) return as('created', await recordOfficial(context, office, officialIn(judged)))
    await updateOfficial(context, office, known, officialIn(judged), judged.news)
    return as('updated', known.personId)
  })
}

/** The person that the row is about, as registered now; earlier rows of the file have become registered. */
async function officialOf(context: Context, { office, key }: JudgedPerson): Promise<KnownOfficial | undefined> {
  return (await knownOfficials(context, [office!])).find(official => keyOfOfficial(official) === key)
}

const officialIn = ({ name, nip, position, unit, acting, phones, email, startsOn, endsOn }: JudgedPerson): Official => ({
  name: name!,
  nip,
  position: position!,
  unit,
  acting: acting === 'none' ? null : acting,
  phones,
  email,
  startsOn,
  endsOn,
})

/** What is refused has changed nothing, and is noted nowhere but at its row. */
async function attempt(context: Context, id: string, work: () => Promise<Become>): Promise<Become> {
  const { db, lines } = context
  const noted = lines.length
  await sql`savepoint person_row`.execute(db)
  try {
    const become = await work()
    await sql`release savepoint person_row`.execute(db)
    return become
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'unavailable') throw error
    await sql`rollback to savepoint person_row`.execute(db)
    lines.length = noted
    return aside(id, 'refused', Object.values(error.fields)[0]?.[0] ?? error.localized)
  }
}

const aside = (id: string, problem: PersonProblem, reason: Become['reason'] = null): Become => ({ id, as: 'skipped', problem, reason })
