import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Badge, publicKeyFrom, readBadge } from './badge.ts'
import { fromBase32, toBase32 } from './base32.ts'
import { badgeSigner } from './sign.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const minute = 60_000
const until = Date.UTC(2026, 6, 20)
const [meeting, other] = [randomUUID(), randomUUID()]
const signer = badgeSigner(meeting, randomBytes(48))
const key = await publicKeyFrom(signer.publicKey)
const ids = fc.uuid()

const read = (text: string, now = until - minute, of = meeting) => readBadge(text, of, key, now)

test('bytes come back from their signs, in any case, and signs that nobody wrote do not', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 120 }), bytes => {
      const text = toBase32(bytes)
      expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]*$/)
      expect(fromBase32(text)).toEqual(bytes)
      expect(fromBase32(text.toLowerCase())).toEqual(bytes)
    }),
  )
  expect(fromBase32('OIL')).toEqual(fromBase32('011'))
  expect(['U', 'É', '0', '04', '0001U'].map(text => fromBase32(text)?.length ?? null)).toEqual([null, null, null, 1, null])
})

test('a badge says whose it is until its last minute', async () => {
  await fc.assert(
    fc.asyncProperty(ids, fc.nat(255), fc.integer({ min: 1, max: 90 }), async (invitee, edition, minutes) => {
      const text = signer.sign({ invitee, edition, until })
      expect(text).toHaveLength(144)
      const badge: Badge = { meeting, invitee, edition, until }
      expect(await read(text, until - minutes * minute)).toEqual({ badge })
      expect(await read(` ${text.toLowerCase().slice(0, 70)}-${text.slice(70)}\r\n`)).toEqual({ badge })
      expect(await read(text, until)).toEqual({ problem: 'expired' })
    }),
    { numRuns: 50 },
  )
})

test('with any one sign altered it is refused', async () => {
  const text = signer.sign({ invitee: randomUUID(), edition: 1, until })
  for (let at = 0; at < text.length; at++)
    for (const sign of [alphabet[(alphabet.indexOf(text[at]!) + 1) % 32]!, alphabet[(alphabet.indexOf(text[at]!) + 16) % 32]!])
      expect([at, (await read(text.slice(0, at) + sign + text.slice(at + 1))).problem]).toEqual([at, expect.any(String)])
})

test('one of another meeting, of another key, or signed the other way round is refused', async () => {
  const badge = { invitee: randomUUID(), edition: 1, until }
  const seed = randomBytes(48)
  expect(await read(badgeSigner(other, seed).sign(badge))).toEqual({ problem: 'otherMeeting' })
  expect(await read(badgeSigner(meeting, seed).sign(badge))).toEqual({ problem: 'forged' })
  // Under the very key of another meeting whose id ends alike.
  const alike = other.slice(0, -8) + meeting.slice(-8)
  expect(
    await readBadge(badgeSigner(alike, seed).sign(badge), meeting, await publicKeyFrom(badgeSigner(meeting, seed).publicKey), 0),
  ).toEqual({
    problem: 'forged',
  })
  const bytes = fromBase32(signer.sign(badge))!
  const s = BigInt(`0x${Buffer.from(bytes.subarray(58)).toString('hex')}`)
  bytes.set(Buffer.from((order - s).toString(16).padStart(64, '0'), 'hex'), 58)
  expect(await read(toBase32(bytes))).toEqual({ problem: 'forged' })
})

test('whatever is scanned gets an answer, however long', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ maxLength: 500 }), fc.uint8Array({ minLength: 90, maxLength: 90 }).map(toBase32)), async text => {
      expect((await read(text)).problem).toEqual(expect.any(String))
    }),
  )
  expect(await read('0'.repeat(5_000_000))).toEqual({ problem: 'unreadable' })
})

test('the same installation makes the same keys, and the public one signs nothing', () => {
  const seed = randomBytes(48)
  expect(badgeSigner(meeting, seed).publicKey).toBe(badgeSigner(meeting, seed).publicKey)
  expect(fromBase32(signer.publicKey)).toHaveLength(65)
  expect(() => badgeSigner(meeting, seed.subarray(1))).toThrow('48')
  expect([key.type, key.usages]).toEqual(['public', ['verify']])
})
