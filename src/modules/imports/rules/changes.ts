import { folded } from '../../partners/rules/text.ts'
import { type ValueName, type Values, valueNames } from '../schema.ts'
import { foldNumber } from './numbers.ts'

/** What is known of an agreement. A value that is left out is not compared, null is known to be empty. */
export type KnownValues = Partial<Values>

/**
 * Where a row says something else than what is known. A row that says nothing of a value changes nothing, and spelling (case,
 * spaces, punctuation, the order of areas) is no difference.
 */
export const differences = (known: KnownValues, row: Values): ValueName[] =>
  valueNames.filter(
    name => known[name] !== undefined && foldValue(name, row[name]) !== '' && foldValue(name, row[name]) !== foldValue(name, known[name]),
  )

export const isEmpty = (name: ValueName, values: KnownValues): boolean => foldValue(name, values[name]) === ''

function foldValue(name: ValueName, value: Values[ValueName] | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return name === 'partnerNumber' || name === 'parentNumber' ? foldNumber(value) : folded(value) || value
  if (Array.isArray(value)) return value.map(folded).sort().join('\n')
  if ('public' in value) return value.public ? 'public' : `closed ${folded(value.reason ?? '')}`
  return folded([value.name, value.position].filter(Boolean).join(' '))
}
