import { folded } from '../../../platform/reading/text.ts'
import { foldNumber } from '../../agreements/rules/number.ts'
import { type ValueName, type Values, valueNames } from '../schema/rows.ts'
import { foldSignatory, saysMore, withParties } from './parties.ts'

/** What is known of an agreement. A value that is left out is not compared, null is known to be empty. */
export type KnownValues = Partial<Values>

/**
 * Where a row says something else than what is known. A row that says nothing of a value changes nothing, and spelling (case,
 * spaces, punctuation, the order of areas) is no difference.
 */
export const differences = (known: KnownValues, row: Values): ValueName[] =>
  valueNames.filter(name => known[name] !== undefined && differs(name, known, row))

/** The known values with those that a row changes. */
export const taking = (known: KnownValues, row: Values, names: readonly ValueName[]): KnownValues => ({
  ...known,
  ...Object.fromEntries(names.map(name => [name, row[name]])),
  ...(names.includes('furtherOffices') && { furtherOffices: withParties(known.furtherOffices ?? [], row.furtherOffices) }),
  ...(names.includes('furtherPartners') && { furtherPartners: withParties(known.furtherPartners ?? [], row.furtherPartners) }),
})

function differs(name: ValueName, known: KnownValues, row: Values): boolean {
  if (name === 'furtherOffices' || name === 'furtherPartners') return saysMore(known[name] ?? [], row[name] ?? [])
  const said = foldValue(name, row[name])
  return said !== '' && said !== foldValue(name, known[name])
}

export const isEmpty = (name: ValueName, values: KnownValues): boolean => foldValue(name, values[name]) === ''

function foldValue(name: ValueName, value: Values[ValueName] | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return name === 'partnerNumber' || name === 'parentNumber' ? foldNumber(value) : folded(value) || value
  if (Array.isArray(value))
    return value
      .map(each => (typeof each === 'string' ? folded(each) : JSON.stringify(each)))
      .sort()
      .join('\n')
  if ('public' in value) return value.public ? 'public' : value.onRequest ? 'on request' : `closed ${folded(value.reason ?? '')}`
  return foldSignatory(value)
}
