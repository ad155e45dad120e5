import { chooseName, foldName } from '../../partners/rules/partner-names.ts'
import type { Cause, JudgedRow, Outcome, Preview, Problem, ValueName } from '../schema.ts'
import { differences, isEmpty, type KnownValues } from './changes.ts'
import { endsBeforeStart } from './days.ts'
import { nearNames } from './near-names.ts'
import { keyOf, type ReadRow } from './rows.ts'
import { originalOf } from './tables.ts'

export type KnownPartner = { id: string; name: string }

/** An agreement of the register: what it says now and since when, and what it said before, so that an old row is no news. */
export type KnownAgreement = {
  id: string
  kpuNumber: string
  partner: string
  values: KnownValues
  at: string | null
  earlier?: { values: KnownValues; at: string | null }[]
}
/** `called` holds folded names that stood for a partner, by its id, when the rows were judged before: it may have been renamed since. */
export type Known = {
  partners: readonly KnownPartner[]
  agreements: readonly KnownAgreement[]
  called?: ReadonlyMap<string, string>
}

/**
 * Decides each row of a file, in its order. A row with problems waits for a person and counts for nothing else. Otherwise the first
 * row of a number and partner is `ready`; a later one is a `duplicate` when it says nothing new, else an `update`, where the later
 * timestamp wins and a row without one is taken as told now. `headers` name the cells of `original`. Linear in rows and partners.
 */
export function judge(rows: readonly ReadRow[], headers: readonly string[], known: Known): JudgedRow[] {
  const partners = partnersOf(rows, known)
  const agreements = new Map<string, Agreement>()
  for (const agreement of known.agreements) remember(agreements, keyOf(agreement.kpuNumber, agreement.partner), fromRegister(agreement))
  return rows.map(row => {
    const { values, cells, partnerFolded, ...rest } = row
    const partner = partnerFolded === null ? nobody : partners(partnerFolded)
    const { problem, ...verdict } =
      row.problems.length > 0 || row.key === null ? waiting : compare(row, known.called ? keyNow(row, partner) : row.key, agreements)
    return {
      ...rest,
      ...values,
      openness: values.openness ?? { public: true, reason: null },
      ...partner,
      ...verdict,
      problems: problem ? [problem] : row.problems,
      original: originalOf(headers, cells),
    }
  })
}

/** The rows as the preview prints them, with a count for each outcome. `hidden` are places of rows that are hidden in the file. */
export function toPreview(judged: readonly JudgedRow[], hidden: ReadonlySet<number> = new Set()): Pick<Preview, 'counts' | 'rows'> {
  const counts: Record<Outcome, number> = { ready: 0, duplicate: 0, update: 0, attention: 0 }
  for (const { outcome } of judged) counts[outcome]++
  const rows = judged.map(({ row, sheet, place, outcome, problems, causes, office, kind, signedOn, endsOn, partner, duplicateOf }) => {
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
      ...(of && { of: of.row }),
      ...(of?.sheet && { ofSheet: of.sheet }),
    }
  })
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

type Version = { values: KnownValues; at: string | null }
type Agreement = Version & { source: NonNullable<JudgedRow['duplicateOf']>; earlier: Version[] }
type Verdict = Pick<JudgedRow, 'outcome' | 'duplicateOf' | 'changes' | 'applies'> & { problem?: Problem }

const waiting: Verdict = { outcome: 'attention', duplicateOf: null, changes: {}, applies: [] }
const nobody = { partner: null, partnerId: null, suggestions: [] }

const fromRegister = ({ id, values, at, earlier }: KnownAgreement): Agreement => ({
  values,
  at,
  source: { agreementId: id },
  earlier: [...(earlier ?? [])],
})

function compare(row: ReadRow, key: string, agreements: Map<string, Agreement>): Verdict {
  const [values, at] = [row.values, row.submittedAt]
  const same = agreements.get(`${values.office} | ${key}`) ?? agreements.get(key)
  if (!same) {
    remember(agreements, key, { values, at, source: { row: row.row, sheet: row.sheet, place: row.place }, earlier: [] })
    return { outcome: 'ready', duplicateOf: null, changes: {}, applies: [] }
  }
  const different = differences(same.values, values)
  if (different.length === 0 || isOldNews(row, same)) {
    if (different.length === 0 && same.at !== null && at !== null && at > same.at) same.at = at
    return { outcome: 'duplicate', duplicateOf: same.source, changes: {}, applies: [] }
  }
  const wins = at === null || same.at === null || at >= same.at
  const applies = different.filter(name => wins || isEmpty(name, same.values))
  const changes = Object.fromEntries(different.map(name => [name, [same.values[name], values[name]]])) as JudgedRow['changes']
  const merged = { ...same.values, ...Object.fromEntries(applies.map((name: ValueName) => [name, values[name]])) }
  if (endsBeforeStart(merged)) return { ...waiting, duplicateOf: same.source, changes, problem: 'ends_before_start' }
  same.earlier.push({ values: wins ? same.values : values, at: wins ? same.at : at })
  same.values = merged
  remember(agreements, key, same)
  if (wins) same.at = at ?? same.at
  return { outcome: 'update', duplicateOf: same.source, changes, applies }
}

/** Two offices may use one number with the same partner: a row means that of its own office, else it says that the office is another. */
function remember(agreements: Map<string, Agreement>, key: string, agreement: Agreement): void {
  agreements.set(`${agreement.values.office} | ${key}`, agreement)
  if (!agreements.has(key)) agreements.set(key, agreement)
}

/** The key by the name that the partner has now. */
const keyNow = ({ kpuNumber }: ReadRow, { partner }: Pick<JudgedRow, 'partner'>): string => keyOf(kpuNumber!, partner!)

/** It says what the agreement said once, and not later than that: an import repeated after a change must not undo the change. */
function isOldNews({ values, submittedAt }: ReadRow, { at, earlier }: Agreement): boolean {
  return earlier.some(version => {
    const later = submittedAt !== null && version.at !== null && submittedAt > version.at && !(at !== null && submittedAt <= at)
    return !later && differences(version.values, values).length === 0
  })
}

/** For each folded name: how it should be written, whether the register has it, and what it may be a slip of. */
function partnersOf(rows: readonly ReadRow[], { partners, called = new Map() }: Known) {
  const spellings = new Map<string, Map<string, number>>()
  for (const { partner, partnerFolded } of rows) {
    if (partner === null || partnerFolded === null) continue
    const of = spellings.get(partnerFolded) ?? new Map<string, number>()
    spellings.set(partnerFolded, of.set(partner, (of.get(partner) ?? 0) + 1))
  }
  const known = new Map(partners.map(partner => [foldName(partner.name), partner]))
  const byId = new Map(called.size ? partners.map(partner => [partner.id, partner]) : [])
  for (const [name, id] of called) if (!known.has(name) && byId.has(id)) known.set(name, byId.get(id)!)
  const near = nearNames()
  for (const name of known.keys()) near.add(name)
  for (const name of spellings.keys()) if (!known.has(name)) near.add(name)
  const chosen = new Map<string, string>()
  for (const [name, of] of spellings) chosen.set(name, known.get(name)?.name ?? chooseName(of))
  const timesOf = (name: string) => [...(spellings.get(name)?.values() ?? [])].reduce((sum, times) => sum + times, 0)

  /** A name of the register needs no suggestion; a new one may be a slip of that, or of a name that the file has more often. */
  const suggest = (name: string) =>
    known.has(name)
      ? []
      : near
          .near(name)
          .filter(other => known.has(other) || timesOf(other) > timesOf(name))
          .map(other => ({ name: known.get(other)?.name ?? chosen.get(other)!, partnerId: known.get(other)?.id ?? null }))

  const found = new Map<string, Pick<JudgedRow, 'partner' | 'partnerId' | 'suggestions'>>()
  return (name: string) => {
    const ready = found.get(name) ?? { partner: chosen.get(name)!, partnerId: known.get(name)?.id ?? null, suggestions: suggest(name) }
    found.set(name, ready)
    return ready
  }
}
