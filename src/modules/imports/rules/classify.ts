import { endsBeforeStart } from '../../../platform/reading/days.ts'
import { isPlaceholder } from '../../../platform/reading/placeholders.ts'
import { foldNumber } from '../../agreements/rules/number.ts'
import { foldName } from '../../partners/rules/partner-names.ts'
import type { Outcome, Problem } from '../schema/codes.ts'
import type { Preview } from '../schema/files.ts'
import type { Cause, JudgedRow, Values } from '../schema/rows.ts'
import { differences, isEmpty, type KnownValues, taking } from './changes.ts'
import { agreementsMet, type Met } from './met.ts'
import { type NamedPartner, partnersNamed } from './names.ts'
import { facing } from './parties.ts'
import { keyOf, type ReadRow } from './rows.ts'
import { originalOf } from './tables.ts'
import { together } from './together.ts'

export type KnownPartner = { id: string; name: string }

/**
 * An agreement of the register: what it says now and since when, and what it said before, so that an old row is no news. `partners` are
 * all in their order, unless there is only one; without a number or a partner only its own id finds it.
 */
export type KnownAgreement = {
  id: string
  kpuNumber: string | null
  partner: string | null
  partners?: readonly string[]
  values: KnownValues
  at: string | null
  earlier?: { values: KnownValues; at: string | null }[]
}
/**
 * `called` holds folded names that stood for a partner, by its id, when the rows were judged before: it may have been renamed since.
 * `apart` holds folded numbers whose rows are agreements of their own.
 */
export type Known = {
  partners: readonly KnownPartner[]
  agreements: readonly KnownAgreement[]
  called?: ReadonlyMap<string, string>
  apart?: readonly string[]
}

/**
 * Decides each row of a file, in its order. A row with problems waits for a person and counts for nothing else. Otherwise the first row
 * of a number and its partners is `ready`; a later one is a `duplicate` when it says nothing new, else an `update`, where the later
 * timestamp wins and a row without one is taken as told now. `headers` name the cells of `original`; `named` names the partners, by all
 * rows of the file when these are only some. Linear in rows and partners.
 *
 * - `1/NK | Universitas A | Data`, then `01/nk | UNIV. A | data`: ready, duplicate.
 * - The same, then `1/NK | Universitas A | Data pemilih`: ready, update of the title.
 * - `1/NK | Universitas A | Data | 3 May 2024`, then the same with `PT B`: one agreement of three parties. The first is ready with both
 *   partners, the second a duplicate of it; both name each other in `together`. With `1/nk` in `apart` both are ready.
 * - `1/NK | PT B; Universitas A` when the register has `1/NK` with Universitas A and PT B: duplicate, whatever their order.
 */
export function classify(
  rows: readonly ReadRow[],
  headers: readonly string[],
  known: Known,
  named = partnersNamed(rows, known),
): JudgedRow[] {
  const now = (row: ReadRow) => row.partnersFolded.map(name => foldName(named(name).partner))
  const met = agreementsMet()
  const byId = new Map<string, Met>()
  for (const agreement of known.agreements) {
    const each = fromRegister(agreement)
    byId.set(agreement.id, each)
    if (each.number !== null) met.add(each)
  }
  const isApart = (row: ReadRow) => {
    const same = met.find(foldNumber(row.kpuNumber!), now(row), row.values.office)
    return same !== null && same !== 'differs' && same.partners.length === row.partnersFolded.length
  }
  const grouped = together(rows, new Set(known.apart), isApart)
  return grouped.rows.map((row, at) => {
    const { values, cells, partnersFolded, recordId, doubts, ...rest } = row
    const partners = partnersFolded.map(named)
    const folded = now(row)
    const record = recordId === null ? undefined : byId.get(recordId)
    const about: About = { row, partners: folded, same: record && isRecord(record, row, folded) ? record : null }
    const { aligned = values, problems = [], causes = row.causes, ...verdict } = decide(about, met)
    return {
      ...rest,
      ...aligned,
      furtherPartners: aligned.furtherPartners.map(party => ({ ...party, ...idOf(named(foldName(party.partner!))) })),
      openness: values.openness ?? { public: true, reason: null },
      partner: partners[0]?.partner ?? null,
      partnerId: partners[0]?.partnerId ?? null,
      partners: partners.map(({ partner }) => partner),
      suggestions: rows[at]!.partnersFolded.flatMap(name => named(name).suggestions),
      together: grouped.places.get(row.place) ?? [],
      ...verdict,
      key: row.key && keyOf(row.kpuNumber!, ...partners.map(({ partner }) => partner)),
      causes,
      problems,
      original: originalOf(headers, cells),
    }
  })
}

const idOf = ({ partner, partnerId }: NamedPartner) => ({ partner, partnerId })

/** The rows as the preview prints them, with a count for each outcome. `hidden` are places of rows that are hidden in the file. */
export function toPreview(judged: readonly JudgedRow[], hidden: ReadonlySet<number> = new Set()): Pick<Preview, 'counts' | 'rows'> {
  const counts: Record<Outcome, number> = { ready: 0, duplicate: 0, update: 0, attention: 0 }
  for (const { outcome } of judged) counts[outcome]++
  const rows = judged.map(
    ({ row, sheet, place, outcome, problems, causes, office, kind, signedOn, endsOn, partner, partners, together, duplicateOf }) => {
      const of = duplicateOf && 'row' in duplicateOf ? duplicateOf : null
      return {
        row,
        ...(sheet !== null && { sheet }),
        ...(hidden.has(place) && { hidden: true as const }),
        outcome,
        problems,
        ...(!causes.every(saysItself) && { causes }),
        office,
        kind,
        signedOn,
        endsOn,
        partner,
        ...(partners.length > 1 && { partners }),
        ...(together.length > 0 && { together }),
        ...(of && { of: of.row }),
        ...(of?.sheet && { ofSheet: of.sheet }),
      }
    },
  )
  return { counts, rows }
}

/** A row has one kind, one number and one partner, and its own problem for each of them. */
const saysItself = ({ problem, field, proposal }: Cause): boolean =>
  proposal === undefined && (problem === 'date_invalid' ? field === 'signedOn' : tellsCell.has(problem))
const tellsCell = new Set<Problem>(['kind_unknown', 'number_missing', 'office_conflict', 'office_unknown', 'partner_missing'])

/** The cells of these rows whose text was not understood. */
export const unreadCells = (judged: readonly JudgedRow[]): Preview['unread']['cells'] =>
  judged.flatMap(({ sheet, causes }) =>
    causes.map(({ cell, problem, text, proposal }) => ({
      sheet,
      cell: cell ?? '',
      reason: problem,
      text,
      ...(proposal !== undefined && { proposal }),
    })),
  )

type About = { row: ReadRow; partners: string[]; same: Met | null }
type Verdict = Pick<JudgedRow, 'outcome' | 'duplicateOf' | 'changes' | 'applies'> & {
  problems?: Problem[]
  causes?: Cause[]
  /** The values as seen from the agreement that they are about. */
  aligned?: Values
}

const waiting: Verdict = { outcome: 'attention', duplicateOf: null, changes: {}, applies: [] }

const fromRegister = ({ id, kpuNumber, partner, partners, values, at, earlier }: KnownAgreement): Met => ({
  number: kpuNumber === null ? null : foldNumber(kpuNumber),
  partners: (partners ?? (partner === null ? [] : [partner])).map(foldName),
  values,
  at,
  source: { agreementId: id },
  earlier: [...(earlier ?? [])],
})

/**
 * A row that came out of the register is about that agreement, unless it has another number or other partners by now: then it is a copy.
 */
function isRecord({ number, partners }: Met, { kpuNumber }: ReadRow, own: readonly string[]): boolean {
  const there = number === null || isPlaceholder(number) ? null : number
  const named = partners.filter(name => !isPlaceholder(name))
  return there === (kpuNumber && foldNumber(kpuNumber)) && named.length === own.length && named.every(name => own.includes(name))
}

function decide({ row, partners, same: record }: About, met: ReturnType<typeof agreementsMet>): Verdict {
  const problems = [...row.problems]
  const same =
    record ?? (problems.length > 0 || row.key === null ? null : met.find(foldNumber(row.kpuNumber!), partners, row.values.office))
  if (same === 'differs') return { ...waiting, problems: ['partners_differ'] }
  const values = same ? facing(row.values, partners, same.values, same.partners) : row.values
  const nothingNew = same !== null && saysNothingNew(values, row.submittedAt, same)
  // What the register has not got is missing in the row that came out of it as well.
  if (record && nothingNew && row.causes.every(({ problem }) => problem === 'number_missing' || problem === 'partner_missing'))
    return { outcome: 'duplicate', duplicateOf: record.source, changes: {}, applies: [], causes: [] }
  if (problems.length > 0 || row.key === null) return { ...waiting, problems }
  if (row.doubts.length > 0 && !nothingNew) return { ...waiting, problems: ['parties_unclear'], causes: [...row.causes, ...row.doubts] }
  return same ? compare(row, values, partners, same, met) : first(row, partners, met)
}

function first(row: ReadRow, partners: string[], met: ReturnType<typeof agreementsMet>): Verdict {
  const source = { row: row.row, sheet: row.sheet, place: row.place }
  met.add({ number: foldNumber(row.kpuNumber!), partners, values: row.values, at: row.submittedAt, source, earlier: [] })
  return { outcome: 'ready', duplicateOf: null, changes: {}, applies: [] }
}

function compare(row: ReadRow, aligned: Values, partners: string[], same: Met, met: ReturnType<typeof agreementsMet>): Verdict {
  const at = row.submittedAt
  const different = differences(same.values, aligned)
  if (saysNothingNew(aligned, at, same)) {
    if (different.length === 0 && same.at !== null && at !== null && at > same.at) same.at = at
    return { outcome: 'duplicate', duplicateOf: same.source, changes: {}, applies: [] }
  }
  const wins = at === null || same.at === null || at >= same.at
  const applies = different.filter(name => wins || isEmpty(name, same.values))
  const changes = Object.fromEntries(different.map(name => [name, [same.values[name], aligned[name]]])) as JudgedRow['changes']
  const merged = taking(same.values, aligned, applies)
  if (endsBeforeStart(merged)) return { ...waiting, duplicateOf: same.source, changes, problems: ['ends_before_start'] }
  same.earlier.push({ values: wins ? same.values : aligned, at: wins ? same.at : at })
  same.values = merged
  same.partners = [...new Set([...same.partners, ...partners])]
  if (wins) same.at = at ?? same.at
  met.add(same)
  return { outcome: 'update', duplicateOf: same.source, changes, applies, aligned }
}

const saysNothingNew = (values: Values, at: string | null, same: Met): boolean =>
  differences(same.values, values).length === 0 || isStale(values, at, same)

/** It says what the agreement said once, and not later than that: an import repeated after a change must not undo the change. */
function isStale(values: Values, submittedAt: string | null, { at, earlier }: Met): boolean {
  return earlier.some(version => {
    const later = submittedAt !== null && version.at !== null && submittedAt > version.at && !(at !== null && submittedAt <= at)
    return !later && differences(version.values, values).length === 0
  })
}
