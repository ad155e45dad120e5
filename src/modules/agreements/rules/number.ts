import { plain } from '../../../platform/reading/text.ts'

/**
 * Whether a number is written as the commission writes its own: running number / classification-type / office / year, as in
 * `80/PR.07-NK/01/2022`, or `80.1/PR.07-PKS/3510/2022` of one that belongs to it. Classification codes change by decree, so only the
 * form is looked at; numbers of partners have any form.
 */
export const looksOwn = (number: string): boolean =>
  /^\d{1,5}(\.\d{1,3})?\/[A-Z]{2}\.\d{1,2}(\.\d{1,2})*-[A-Za-z]{2,5}(\/[\d.]{1,8}){1,3}\/(19|20)\d{2}$/.test(number)

/**
 * For comparing numbers: `Nomor : 001 / PR.07-NK/01/2022.` is `1/pr.07-nk/01/2022`. The same rule stands in the database as
 * `folded_number`, so that an index can find them.
 */
export function foldNumber(number: string): string {
  return plain(number)
    .replace(/[A-Z]+/g, letters => letters.toLowerCase())
    .replace(/[⁄∕\\]/g, '/')
    .replace(/^(?:nomor|nomer|number|nmr|no)(?![a-z0-9_])[\s.:]*/, '')
    .replace(/[\s'"]+/g, '')
    .replace(/^0+(?=\d)|(?<![.,;:])[.,;:]+$/g, '')
}
