import { isBlankCell } from './cell-words.ts'

export type MailAddress = { email: string | null; invalid: boolean }

/** The first e-mail address of a cell, in lower case. Nothing is guessed: `budi[at]kpu.example` and a missing `@` are invalid. */
export function readMailAddress(text: string): MailAddress {
  if (isBlankCell(text)) return { email: null, invalid: false }
  const email = withoutMarks(
    text
      .trim()
      .split(/[;,/\n\r]/)[0]!
      .toLowerCase(),
  )
  return isAddress.test(email) && !email.includes('..') ? { email, invalid: false } : { email: null, invalid: true }
}

const withoutMarks = (text: string): string =>
  text
    .replace(/[\s\p{Cf}]/gu, '')
    .replace('mailto:', '')
    .replace(/[<>'’‘`]/g, '')
    .replace(/(?<!\.)\.+$/, '')

const isAddress = /^[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/
