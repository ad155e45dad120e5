import { expect, test } from 'vitest'
import { hashOfLink, linkToken, readLinkToken } from './links.ts'

const key = 'a key of this installation that is long enough'
const said = { invitee: '019a0000-0000-7000-8000-000000000132', version: 3 }

test('a link says whose it is and which, and is the same each time', () => {
  const token = linkToken(key, said)
  expect(readLinkToken(key, token)).toEqual(said)
  expect([linkToken(key, said), token.length >= 40, hashOfLink(token).length]).toEqual([token, true, 64])
})

test('what is changed in any place, or was made elsewhere, is no link', () => {
  const token = linkToken(key, said)
  for (let at = 0; at < token.length; at++) {
    const other = token[at] === 'A' ? 'B' : 'A'
    expect(readLinkToken(key, token.slice(0, at) + other + token.slice(at + 1))).toBeNull()
  }
  for (const wrong of ['', 'x', token.slice(1), `${token}A`, `${token}=`, 'a'.repeat(100_000)]) expect(readLinkToken(key, wrong)).toBeNull()
  expect(readLinkToken('another key', token)).toBeNull()
})
