/**
 * What a number that somebody typed says, as Indonesians write it: a comma before decimals, points or spaces between thousands. So `1.000`
 * is a thousand, `1,5` one and a half, `1.000,50` a thousand and a half. Digits of any script count. `unclear` is what others would read
 * otherwise (`1,000`, `1.5`, `1.00`): asking is better than guessing. `none` is no number, or has more than 15 digits.
 * This file imports nothing, so that the server and the browser run the very same lines.
 */
export function readNumber(typed: string): number | 'unclear' | 'none' {
  const text = typed.length > 60 ? '' : latin(typed).trim()
  if (!/^-?\d[\d., ]*$/.test(text) || text.replace(/\D/g, '').length > 15) return 'none'
  const [whole, decimals, ...more] = text.split(',')
  const grouped = /^-?[1-9]\d{0,2}([. ])\d{3}(\1\d{3})*$/.test(whole!)
  if (more.length || !(grouped || /^-?\d+$/.test(whole!))) return 'unclear'
  if (decimals === undefined) return Number(whole!.replace(/[. ]/g, ''))
  const asThousands = decimals.length === 3 && /^-?[1-9]\d{0,2}$/.test(whole!)
  return /^\d+$/.test(decimals) && !asThousands ? Number(`${whole!.replace(/[. ]/g, '')}.${decimals}`) : 'unclear'
}

/** A number as it stands in a field, for `readNumber` to find it again. */
export function typedNumber(value: number): string {
  const text = value.toLocaleString('id-ID', { useGrouping: false, maximumFractionDigits: 20 })
  return /,\d{3}$/.test(text) ? `${text}0` : text
}

/** Digits of every script as 0–9, every blank as a space, every minus as a hyphen. */
const latin = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, digit => String(digitOf(digit.codePointAt(0)!)))
    .replace(/\s/g, ' ')
    .replace(/^[ ]*[\u2010-\u2013\u2212]/, '-')

/** Unicode keeps the digits of a script together from its zero on, and scripts that touch ten by ten. */
function digitOf(code: number): number {
  let first = code
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first--
  return (code - first) % 10
}
