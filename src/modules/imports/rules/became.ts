import { plain } from '../../../platform/reading/text.ts'

/**
 * Whether a spreadsheet program has made something else of an agreement's number: a date of `5/2/2024` or `2-5`, a fraction of `1/2`, a
 * rounded number of a long one. A workbook gives such a cell as a day or a decimal, CSV as `02-May` or `1,2E+15`; a whole number of
 * five digits is the day itself where the cell has lost its format.
 */
export function becameOther(text: string): boolean {
  if (text.length > 80) return false
  const said = plain(text).toLowerCase()
  return shapes.some(shape => shape.test(said))
}

const month = '(?:jan|feb|peb|mar|mrt|apr|mei|may|jun|jul|agu|agt|ags|aug|sep|okt|oct|nov|nop|des|dec)[a-z]*\\.?'
const shapes = [
  /^\d{4}-\d\d-\d\d(?:[ t]\d\d:\d\d(?::\d\d)?(?:\.\d+)?z?)?$/,
  /^\d\d:\d\d(?::\d\d)?$/,
  /^\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?: \d\d?[:.]\d\d(?:[:.]\d\d)?)?$/,
  new RegExp(`^\\d{1,2}[ -]${month}(?:[ -](?:\\d{2}|\\d{4}))?$`),
  new RegExp(`^${month}[ -]\\d{1,4}$`),
  /^-?\d+[.,]\d+(?:e[+-]?\d+)?$/,
  /^-?\d+e[+-]?\d+$/,
  /^[34]\d{4}$/,
  /^-\d+$/,
]
