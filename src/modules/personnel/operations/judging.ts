import { isDeepStrictEqual } from 'node:util'
import { covers, reachOf } from '../../../platform/authority/reach.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { officeIndex } from '../../../platform/reading/offices.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { recount, writeJudged } from '../../imports/operations/keeping-rows.ts'
import { rowsOfBatch } from '../../imports/operations/rows-of-batch.ts'
import { sheetsOf, withoutRows } from '../../imports/operations/sheets.ts'
import { whyClosed } from '../../organisation/operations/closed.ts'
import { firstDay } from '../../organisation/operations/officials.ts'
import { knownOfficials, type OfficeToStaff, officesToStaff, ownersOfAddresses } from '../../organisation/queries/officials.ts'
import { endsWithOffice } from '../../organisation/rules.ts'
import { judgePersons, keyOfOfficial, type Located, type Register } from '../rules/judge-persons.ts'
import { cellsOfPerson, type PersonTable, personTable } from '../rules/person-rows.ts'
import { type ReadPerson, readPerson } from '../rules/read-person.ts'
import type { JudgedPerson, PersonBatch, PersonCorrection } from '../schema.ts'
import { words } from '../words.ts'

/** The register of people in a file. Refuses `invalid` with what to do when there is none. */
export async function tableOf(bytes: Uint8Array): Promise<PersonTable> {
  const table = personTable(await sheetsOf(bytes))
  if (!table)
    throw invalid(
      'file',
      inWords(words, w => w.noHeader),
    )
  if (!table.rows.length) throw withoutRows()
  return table
}

type RowToJudge = Located & { original: Record<string, string>; correction?: PersonCorrection }

/** Judges rows against each other and against what is registered now, as far as the reach of the one who asks goes. */
export async function judgeRows(context: Context, headers: readonly string[], rows: readonly RowToJudge[]): Promise<JudgedPerson[]> {
  const offices = await officesToStaff(context)
  const index = officeIndex(offices)
  const cellsOf = cellsOfPerson(headers)
  const read = rows.map(row => readPerson(cellsOf(row), index))
  return judgePersons(read, rows, await registerFor(context, offices, read))
}

async function registerFor(context: Context, offices: readonly OfficeToStaff[], read: readonly ReadPerson[]): Promise<Register> {
  const own = reachOf(context.actor, 'person.write')
  const byCode = new Map(offices.map(office => [office.code, office]))
  const today = context.clock.today()
  const codes = [...new Set(read.flatMap(({ office }) => office ?? []))]
  const emails = [...new Set(read.flatMap(({ email }) => email ?? []))]
  const officials = (await knownOfficials(context, codes)).map(official => [keyOfOfficial(official), official] as const)
  return {
    officials: new Map(officials.toReversed()), // of two of one name at one office the first counts
    owners: await ownersOfAddresses(context, emails),
    inReach: code => covers(own, { path: byCode.get(code)!.path }),
    whyClosed(code, { startsOn, endsOn }) {
      const { closedOn } = byCode.get(code)!
      const term = { fromOn: firstDay(startsOn, endsOn, today), toOn: endsOn }
      return closedOn === null || endsWithOffice(term, closedOn, today) ? null : whyClosed(closedOn, today)
    },
  }
}

/**
 * Judges a stored batch again after a correction or a change of the register, and writes what is different.
 * @returns how many rows would now write something else than they were judged to write before
 */
export async function rejudge(context: Context, batch: Pick<PersonBatch, 'id' | 'headers'>): Promise<number> {
  const stored = (await rowsOfBatch(context, batch.id)) as unknown as (RowToJudge & { id: string; judged: JudgedPerson })[]
  const judged = await judgeRows(context, batch.headers, stored)
  await writeJudged(
    context,
    stored.map(({ id }, at) => ({ id, judged: judged[at]! })),
  )
  await recount(context, batch.id)
  return judged.filter((row, at) => writesElse(row, stored[at]!.judged)).length
}

const writesElse = ({ outcome, news, from }: JudgedPerson, before: JudgedPerson): boolean =>
  outcome === 'ready'
    ? before.outcome !== 'ready'
    : outcome === 'update' && !(before.outcome === 'update' && isDeepStrictEqual([news, from], [before.news, before.from]))
