/** A telephone number as it was typed, to call by a touch. */
export function PhoneLink({ phone }: { phone: string }) {
  const called = calledBy(phone)
  return called ? <a href={called}>{phone}</a> : <span>{phone}</span>
}

/** The address of the first number in the text (RFC 3966), with its extension: `(0343) 421 234 ext. 12` is `tel:0343421234;ext=12`. */
export function calledBy(phone: string): string | null {
  const [number, extension] = partsOf(phone)
  return number && `tel:${number}${extension && `;ext=${extension}`}`
}

/** The digits of the first number in the text, with its plus; null where there is none, or where it is behind an extension. */
export function dialledFrom(phone: string): string | null {
  const [number, extension] = partsOf(phone)
  return extension ? null : number
}

function partsOf(phone: string): [number: string | null, extension: string] {
  const [first = ''] = phone.normalize('NFKC').split(/[/,;]|\batau\b|\bor\b/i)
  const [number = '', extension = ''] = first.split(/(?:ext(?:ension)?|ekst(?:ensi)?|pes(?:awat)?|x)\b\.?/i)
  // `+62 (0) 343`: the zero is for those who call from within.
  const digits = number.replace(/^([^\d+]*\+.*?)\(0\)/, '$1').replace(/[^\d+]|(?<=[\d+].*)\+/g, '')
  return [/^\+?\d{3,}$/.test(digits) ? digits : null, extension.replace(/\D/g, '')]
}
