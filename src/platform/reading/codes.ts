import { plain } from './text.ts'

/**
 * The code of an office as a cell holds it: `35.76`, `3576`, `35,76` and `35.1` (the number 35.10) are regencies, two digits or
 * `35.00` a province, zeros the national office. Letters and signs around it do not matter. `''` when the cell holds no such code.
 */
export function readCode(text: string): string {
  const said = plain(text).replace(/^[^\d]+|(?<=\d)[^\d]+$/g, '')
  if (/^0+(?:[.,]0+)?$/.test(said)) return '00'
  if (/^\d{2}$/.test(said)) return said
  const parts = /^(\d{2})(?:(\d{2})| ?[-/ ] ?(\d{2})| ?[.,] ?(\d{1,2})(?:0*|[.,]0+))$/.exec(said)
  if (!parts) return ''
  const second = parts[2] ?? parts[3] ?? parts[4]!.padEnd(2, '0')
  return second === '00' ? parts[1]! : `${parts[1]}.${second}`
}
