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
  const known = await officialsOf(context, rows)
  for (const row of rows) {
    const { judged } = row
    const became = await record(context, row, offices, known.get(judged.key))
    become.push(became)
    if (became.personId && (became.as === 'created' || became.as === 'updated'))
      known.set(judged.key, await officialNow(context, judged, became.personId))
  }
  if (rows.length) await markApplied(context, batch, become)
  return countOpenRows(context, batch.id)
}

async function record(
  context: Context,
  { id, judged }: Row,
  offices: ReadonlyMap<string, OfficeToStaff>,
  known: KnownOfficial | undefined,
): Promise<Become> {
  const as = (outcome: Become['as'], personId: string | null = null): Become => ({ id, as: outcome, personId, problem: null })
  if (judged.outcome === 'attention') return as('skipped')
  const office = offices.get(judged.office!)
  if (!office) return aside(id, 'register_changed')
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

/** The persons that the rows are about, by key, as registered now; of two of one name at one office the first counts. */
async function officialsOf(context: Context, rows: readonly Row[]): Promise<Map<string, KnownOfficial | undefined>> {
  const officials = await knownOfficials(context, [...new Set(rows.flatMap(({ judged }) => judged.office ?? []))])
  return new Map(officials.toReversed().map(official => [keyOfOfficial(official), official]))
}

/** As registered after the row: later rows of the file may be about the same person. */
const officialNow = async (context: Context, { office }: JudgedPerson, personId: string): Promise<KnownOfficial | undefined> =>
  (await knownOfficials(context, [office!], personId))[0]

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
